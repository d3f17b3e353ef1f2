// SPDX-License-Identifier: MIT
#include "event_closer.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include "at_fork.h"
#include "error.h"
#include "shared_waits.h"

namespace traceleft {

namespace {

void close_links(std::vector<AttachedEvent>& events) {
    share_waits(events.size(), [&](std::size_t i) { UniqueFd(std::move(events[i].link)); });
}

}  // namespace

EventCloser::EventCloser(std::uint32_t most) : most_(most) {
    NoFork until_kept;
    held_ = UniqueFd(bpf_map_create(BPF_MAP_TYPE_PERF_EVENT_ARRAY, "held_events", sizeof(std::uint32_t),
                                    sizeof(std::uint32_t), most, nullptr));
    if (!held_) throw Error::os("make room for perf's events", errno);
}

void EventCloser::close(std::vector<AttachedEvent> events) {
    auto has_link = [](const AttachedEvent& event) { return bool{event.link}; };
    auto without = std::stable_partition(events.begin(), events.end(), has_link);
    std::vector<AttachedEvent> linked(std::make_move_iterator(events.begin()), std::make_move_iterator(without));
    close_links(linked);
    leave_to_kernel(std::move(linked));
}

// What only a map holds goes when the map does, which waits for nobody: the kernel's worker does (delayed_fput() in
// fs/file_table.c).
void EventCloser::leave_to_kernel(std::vector<AttachedEvent> events) {
    for (std::uint32_t i = 0; i < events.size() && i < most_; i++) {
        int event = events[i].event.get();
        bpf_map_update_elem(held_.get(), &i, &event, BPF_ANY);  // where it is refused, closing the event takes longer
    }
    events.clear();
    for (std::uint32_t i = 0; i < most_; i++) bpf_map_delete_elem(held_.get(), &i);
}

}  // namespace traceleft
