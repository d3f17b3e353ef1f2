// SPDX-License-Identifier: MIT
#include "event_stacks.h"

#include <bpf/bpf.h>

#include <utility>
#include <vector>

#include "objects.h"

namespace traceleft {

MemoryAccount EventStacks::account("traceleft::EventStacks::keep", "stacks of events, with their functions' names");

void EventStacks::give(std::span<const std::byte> event, Batch& batch) {
    Descriptions all = Descriptions::of(event);
    for (std::size_t i = 0; i < all.size(); i++) {
        const wire::described each = all[i];
        if (each.place != wire::DESCRIBED_USER_STACK && each.place != wire::DESCRIBED_KERNEL_STACK) continue;
        std::shared_ptr<const NamedStack> stack;
        if (each.status == wire::DESCRIBED_UNTOLD)
            make_room();
        else
            stack = find(each.object, each.place == wire::DESCRIBED_KERNEL_STACK);
        gaps_.lost += !stack;
        if (!stack) continue;
        gaps_.cut += stack->is_cut();
        gaps_.without_python += stack->lacks_python();
        if (!batch.objects().stacks().find(each.object)) batch.add_stack(std::move(stack));
    }
}

std::shared_ptr<const NamedStack> EventStacks::find(std::uint64_t number, bool kernel) {
    if (auto known = recent_.find(number); known != recent_.end()) return known->second;
    if (auto known = older_.find(number); known != older_.end()) {
        auto stack = known->second;
        keep(stack);
        return stack;
    }
    std::shared_ptr<const NamedStack> stack = names_->find(number, kernel);
    if (!stack) return nullptr;
    keep(stack);
    if (++since_room_ >= names_->maps().choice().max_stacks / 2) make_room();
    return stack;
}

void EventStacks::keep(std::shared_ptr<const NamedStack> stack) {
    if (recent_.size() >= names_->maps().choice().max_stacks) {
        older_ = std::exchange(recent_, {});
        older_bytes_ = std::exchange(bytes_, 0);
    }
    bytes_ += 2 * stack->raw().size();  // its frames, too
    std::uint64_t number = stack->number();
    recent_[number] = std::move(stack);
    memory_.set(bytes_ + older_bytes_);
}

// Removes the stacks from the kernel's map that are known here: it keeps those again that come again.
void EventStacks::make_room() {
    if (!since_room_) return;
    since_room_ = 0;
    std::vector<std::uint64_t> known;
    const int map = names_->maps().stacks();
    std::uint64_t number = 0, next = 0;
    for (bool first = true; !bpf_map_get_next_key(map, first ? nullptr : &number, &next); first = false) {
        number = next;
        if (recent_.contains(number) || older_.contains(number)) known.push_back(number);
    }
    for (std::uint64_t each : known) bpf_map_delete_elem(map, &each);
}

}  // namespace traceleft
