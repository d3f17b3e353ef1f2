// SPDX-License-Identifier: MIT
#include "process_uses.h"

#include <algorithm>
#include <optional>

#include "event_view.h"

namespace traceleft {

namespace {

bool is_later(const Process& one, const Process& other) {
    return std::pair(one.exited(), one.key()) > std::pair(other.exited(), other.key());
}

}  // namespace

void ProcessUses::add(const Batch& batch) {
    std::lock_guard lock(mutex_);
    const Processes& processes = batch.objects().processes();
    for (const auto& process : processes.all()) {
        ProcessUse* use = entry({process->key().pid, process->key().start_time});
        if (use && (!use->process || is_later(*process, *use->process))) use->process = process;
    }
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = batch.view(i, *schema_);
        if (!event) continue;
        const wire::event_header& header = event->header();
        std::uint64_t pid = header.pid;
        const auto& process = processes.at(pid, header.timestamp);
        ProcessUse* use = entry({pid, process ? process->key().start_time : 0});
        if (!use) {
            dropped_++;
            continue;
        }
        use->events++;
        if (event_errno(*event)) use->errors++;
        use->first = use->first ? std::min(use->first, header.timestamp) : header.timestamp;
        if (header.timestamp >= use->last && !event->foreign()) use->comm = event->comm();
        use->last = std::max(use->last, header.timestamp);
    }
}

ProcessUse* ProcessUses::entry(Key key) {
    auto known = uses_.find(key);
    if (known == uses_.end()) {
        if (uses_.size() >= limit_) return nullptr;
        known = uses_.emplace(key, ProcessUse{}).first;
        known->second.pid = static_cast<pid_t>(key.first);
    }
    return &known->second;
}

std::vector<ProcessUse> ProcessUses::all() const {
    std::lock_guard lock(mutex_);
    std::vector<ProcessUse> all;
    for (const auto& [key, use] : uses_) all.push_back(use);
    return all;
}

std::uint64_t ProcessUses::dropped() const {
    std::lock_guard lock(mutex_);
    return dropped_;
}

}  // namespace traceleft
