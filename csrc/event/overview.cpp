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
        CallTotals& totals = call(event->syscall());
        totals.calls++;
        if (errnum) totals.errors++, totals.errors_by_number[errnum]++;
        if (header.flags & wire::EVENT_DURATION) totals.ns += header.duration;
        ThreadTotals* own = thread(event->foreign() ? header.pid : header.tid);
        if (!own) {
            dropped_++;
            continue;
        }
        std::uint64_t since = header.timestamp > begin_ ? header.timestamp - begin_ : 0;
        std::size_t part = std::min<std::uint64_t>(since / width_, parts_ - 1);
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

CallTotals& Overview::call(std::string_view name) {
    auto found = calls_.find(name);
    if (found == calls_.end()) found = calls_.emplace(name, CallTotals{}).first;
    return found->second;
}

ThreadTotals* Overview::thread(std::uint64_t tid) {
    auto found = threads_.find(tid);
    if (found == threads_.end()) {
        if (threads_.size() >= limit_) return nullptr;
        found = threads_.emplace(tid, ThreadTotals{}).first;
        found->second.calls_by_part.resize(parts_);
        found->second.errors_by_part.resize(parts_);
    }
    return &found->second;
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
