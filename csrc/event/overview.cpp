// SPDX-License-Identifier: MIT
#include "overview.h"

#include <cstddef>
#include <optional>

#include "event_view.h"

namespace traceleft {

void Overview::add(const Batch& batch) {
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = EventView::decode_header(batch.event(i));
        if (!event) continue;
        const wire::event_header& header = event->header();
        int errnum = event_errno(*event);
        CallTotals& totals = call(event->syscall(), header.nr);
        totals.calls++;
        if (errnum) totals.errors++, totals.errors_by_number[errnum]++;
        if (header.flags & wire::EVENT_DURATION) totals.ns += header.duration;
        ThreadTotals* own = thread(event->foreign() ? header.pid : header.tid);
        if (!own) {
            dropped_++;
            continue;
        }
        std::size_t part = part_of(header.timestamp);
        own->pid = header.pid;
        own->calls++;
        own->calls_by_part[part]++;
        if (errnum) own->errors++, own->errors_by_part[part]++;
        if (header.timestamp >= own->last) {
            own->last = header.timestamp;
            if (own->comm != event->comm()) own->comm = event->comm();
        }
    }
}

CallTotals& Overview::call(std::string_view name, int nr) {
    bool numbered = nr >= 0 && static_cast<std::size_t>(nr) < by_number_.size();
    if (numbered && by_number_[nr] && by_number_[nr]->first == name) return by_number_[nr]->second;
    auto found = calls_.find(name);
    if (found == calls_.end()) found = calls_.emplace(name, CallTotals{}).first;
    if (numbered) by_number_[nr] = &*found;
    return found->second;
}

ThreadTotals* Overview::thread(std::uint64_t tid) {
    if (last_.second && last_.first == tid) return last_.second;
    auto found = threads_.find(tid);
    if (found == threads_.end()) {
        if (threads_.size() >= limit_) return nullptr;
        found = threads_.emplace(tid, ThreadTotals{}).first;
        found->second.calls_by_part.resize(parts_);
        found->second.errors_by_part.resize(parts_);
    }
    last_ = {tid, &found->second};
    return last_.second;
}

std::size_t Overview::part_of(std::uint64_t timestamp) {
    if (!begun_) begin_ = timestamp, begun_ = true;
    std::uint64_t since = timestamp > begin_ ? timestamp - begin_ : 0;
    while (since >> part_shift_ >= parts_) join_pairs();
    std::size_t part = since >> part_shift_;
    used_ = std::max(used_, part + 1);
    return part;
}

void Overview::join_pairs() {
    for (auto& [tid, thread] : threads_) {
        for (auto* parts : {&thread.calls_by_part, &thread.errors_by_part}) {
            for (std::size_t i = 0; i < parts_ / 2; i++) (*parts)[i] = (*parts)[2 * i] + (*parts)[2 * i + 1];
            std::fill(parts->begin() + static_cast<std::ptrdiff_t>(parts_ / 2), parts->end(), 0);
        }
    }
    part_shift_++;
    used_ = (used_ + 1) / 2;
}

std::map<std::string, CallTotals> Overview::calls() const {
    std::lock_guard lock(mutex_);
    return {calls_.begin(), calls_.end()};
}

std::map<std::uint64_t, ThreadTotals> Overview::threads() const {
    std::lock_guard lock(mutex_);
    std::map<std::uint64_t, ThreadTotals> all(threads_.begin(), threads_.end());
    for (auto& [tid, thread] : all) {
        thread.calls_by_part.resize(used_);
        thread.errors_by_part.resize(used_);
    }
    return all;
}

std::uint64_t Overview::dropped() const {
    std::lock_guard lock(mutex_);
    return dropped_;
}

}  // namespace traceleft
