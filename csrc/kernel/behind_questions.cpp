// SPDX-License-Identifier: MIT
#include "behind_questions.h"

#include <traceleft/event.h>

#include <cstring>
#include <mutex>
#include <utility>

#include "event_view.h"

namespace traceleft {

namespace {

constexpr std::int32_t unnamed_call = -1;

// x32's calls share what is asked of their namesakes. Of an execve that changes the ABI the schema knows the number.
std::int32_t call_number(const EventView& event) {
    if (event.schema()) return event.schema()->syscall.nr;
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(event.header().nr) & ~x32_bit);
}

}  // namespace

std::uint32_t BehindQuestions::number(const std::string& text) {
    std::unique_lock lock(mutex_);
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size()) + 1).first->second;
}

void BehindQuestions::add(std::uint32_t number, const SyscallInfo* syscall, Side side, ask::Predicate predicate) {
    Call call{number, syscall ? syscall->nr : unnamed_call, syscall && syscall->compat, side == Side::entry};
    std::unique_lock lock(mutex_);
    predicates_.insert_or_assign(call, std::move(predicate));
}

bool BehindQuestions::wants(std::span<const std::byte> event, ObjectTable& known, const Differs& differs) const {
    std::uint32_t number = 0;
    constexpr std::size_t offset = offsetof(wire::event_header, question);
    if (event.size() < sizeof(wire::event_header)) return true;
    std::memcpy(&number, event.data() + offset, sizeof(number));
    if (!number) return true;
    Objects objects;
    objects.take(event, [&known](ObjectKey key) { return known.find(key); });
    std::optional<EventView> view = EventView::decode(event, *schema_, &objects);
    if (!view || view->foreign()) return true;
    Call call{number, call_number(*view), view->is_compat(), view->is_entry()};
    std::shared_lock lock(mutex_);
    auto found = predicates_.find(call);
    if (found == predicates_.end() && !view->schema()) {
        std::get<1>(call) = unnamed_call;
        found = predicates_.find(call);
    }
    if (found == predicates_.end()) return true;
    if (ask::asks_mismatch(found->second) && differs(event, objects)) view->set_path_mismatch();
    return ask::holds(found->second, *view);
}

}  // namespace traceleft
