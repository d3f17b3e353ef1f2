// SPDX-License-Identifier: MIT
#include "fair_share.h"

#include <traceleft/event.h>

#include <algorithm>
#include <cstring>

namespace traceleft {

namespace {

template <typename Map, typename Key>
std::size_t held(const Map& map, Key key) {
    auto found = map.find(key);
    return found == map.end() ? 0 : found->second;
}

// Forgets an owner that holds nothing any more, so that the events that wait bound the map.
template <typename Map, typename Key>
void give_back(Map& map, Key key, std::size_t bytes) {
    auto found = map.find(key);
    if ((found->second -= bytes) == 0) map.erase(found);
}

}  // namespace

FairShare::Owner FairShare::owner_of(std::span<const std::byte> event) {
    wire::event_header header{};
    std::memcpy(&header, event.data(), std::min(event.size(), sizeof(header)));
    // A foreign handler's event has no cgroup.
    return {header.pid, header.magic == wire::EVENT_MAGIC ? header.cgroup_id : 0};
}

// Takes room for the event; false where there is none.
bool FairShare::take(std::span<const std::byte> event, Waiting& of) {
    std::size_t bytes = padded(event.size());
    // An event that is larger than the queue waits alone.
    if (waiting_ && waiting_ + bytes > size_) return false;
    if (waiting_ && !wire::has_room(waiting_, size_)) {
        Owner owner = owner_of(event);
        if (!wire::budget_allows(held(of_processes_, owner.pid) + bytes, held(of_cgroups_, owner.cgroup) + bytes,
                                 size_ - waiting_))
            return false;
        of_processes_[owner.pid] += bytes;
        of_cgroups_[owner.cgroup] += bytes;
        of.shares.push_back({owner, bytes});
    }
    of.bytes += bytes;
    waiting_ += bytes;
    return true;
}

std::shared_ptr<const Batch> FairShare::admit(const std::shared_ptr<const Batch>& batch) {
    Waiting admission;
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < batch->size(); i++)
        if (!take(batch->event(i), admission)) refused.push_back(i);
    // One without events, of processes that have exited, takes no room.
    if (!refused.empty() && refused.size() == batch->size()) return std::make_shared<Batch>(batch->clock());
    batches_.push_back(std::move(admission));
    if (refused.empty()) return batch;
    auto admitted = std::make_shared<Batch>(batch->clock());
    admitted->set_objects(batch->objects());
    auto skipped = refused.begin();
    for (std::size_t i = 0; i < batch->size(); i++) {
        if (skipped != refused.end() && *skipped == i) {
            ++skipped;
            continue;
        }
        admitted->append(batch->event(i).data(), batch->event(i).size());
    }
    return admitted;
}

void FairShare::release() {
    waiting_ -= batches_.front().bytes;
    for (const Held& each : batches_.front().shares) {
        give_back(of_processes_, each.owner.pid, each.bytes);
        give_back(of_cgroups_, each.owner.cgroup, each.bytes);
    }
    batches_.pop_front();
}

}  // namespace traceleft
