// SPDX-License-Identifier: MIT
#include "overview.h"

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
        std::uint64_t since = header.timestamp > begin_ ? header.timestamp - begin_ : 0;
        auto part = std::min(static_cast<std::size_t>(static_cast<double>(since) * parts_of_ns_), parts_ - 1);
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

std::map<std::string, CallTotals> Overview::calls() const {
    std::lock_guard lock(mutex_);
    return {calls_.begin(), calls_.end()};
}

std::map<std::uint64_t, ThreadTotals> Overview::threads() const {
    std::lock_guard lock(mutex_);
    return {threads_.begin(), threads_.end()};
}

std::uint64_t Overview::dropped() const {
    std::lock_guard lock(mutex_);
    return dropped_;
}

}  // namespace traceleft
