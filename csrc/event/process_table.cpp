// SPDX-License-Identifier: MIT
#include "process_table.h"

#include <algorithm>
#include <cstring>

namespace traceleft {

namespace {

// Events lie in the ring behind the version that they are of. What is older than these is of no use any more.
constexpr std::size_t most_versions = 4;
// As many ancestors are given with a process.
constexpr int most_ancestors = 64;

}  // namespace

MemoryAccount ProcessTable::account("traceleft::ProcessTable::add", "processes that the kernel has told of");

void ProcessTable::account_for(const Process& process, int sign) {
    bytes_ += sign * static_cast<std::ptrdiff_t>(sizeof(process) + process.raw().size());
    memory_.set(bytes_);
}

void ProcessTable::forget(std::uint64_t pid) {
    auto found = entries_.find(pid);
    for (const auto& each : found->second.versions) account_for(*each, -1);
    recent_.erase(found->second.place);
    entries_.erase(found);
}

ProcessTable::Entry& ProcessTable::entry_of(std::uint64_t pid) {
    auto [found, is_new] = entries_.try_emplace(pid);
    if (is_new) {
        recent_.push_front(pid);
        found->second.place = recent_.begin();
        if (entries_.size() > limit_) forget(recent_.back());
    } else {
        recent_.splice(recent_.begin(), recent_, found->second.place);
    }
    return found->second;
}

void ProcessTable::insert(Entry& entry, std::shared_ptr<const Process> process) {
    auto before = [](const auto& one, const auto& other) { return one->key() < other->key(); };
    account_for(*process, 1);
    entry.versions.insert(std::upper_bound(entry.versions.begin(), entry.versions.end(), process, before),
                          std::move(process));
    if (entry.versions.size() <= most_versions) return;
    account_for(*entry.versions.front(), -1);
    entry.versions.erase(entry.versions.begin());
}

void ProcessTable::add(Process process) {
    std::lock_guard lock(mutex_);
    Entry& entry = entry_of(process.key().pid);
    auto known = std::find_if(entry.versions.rbegin(), entry.versions.rend(),
                              [&](const auto& each) { return each->head().start_time == process.head().start_time; });
    if (known == entry.versions.rend()) {
        insert(entry, std::make_shared<const Process>(std::move(process)));
    } else if (process.exited()) {
        bool was_given = entry.number && entry.given->head().start_time == process.head().start_time;
        *known = std::make_shared<const Process>((*known)->exited_as(process));
        if (was_given) exited_.push_back(*known);
    } else if (!(*known)->exited()) {
        // Told when it changed it has no arguments, and those that it began with.
        if (!process.has(wire::PROCESS_ARGV_KNOWN) && !process.has(wire::PROCESS_EXECUTED) &&
            (*known)->has(wire::PROCESS_ARGV_KNOWN))
            process = process.with_argv_of(**known);
        if (!(*known)->looks_like(process)) insert(entry, std::make_shared<const Process>(std::move(process)));
    }
}

void ProcessTable::give(std::span<const std::byte> event, Batch& batch, std::uint64_t number) {
    wire::event_header header;
    if (event.size() < offsetof(wire::event_header, ret)) return;
    std::memcpy(&header, event.data(), offsetof(wire::event_header, ret));
    std::uint64_t pid = header.pid;
    std::uint64_t timestamp = header.timestamp;
    std::uint64_t start_time = 0;
    std::lock_guard lock(mutex_);
    for (int i = 0; i <= most_ancestors; i++) {
        auto found = entries_.find(pid);
        if (found == entries_.end()) return;
        Entry& entry = found->second;
        const std::shared_ptr<const Process>& process = version_at(entry.versions, timestamp, start_time);
        if (!process || (entry.number == number && entry.given == process)) return;
        entry.number = number;
        entry.given = process;
        recent_.splice(recent_.begin(), recent_, entry.place);
        batch.add_process(process);
        pid = process->head().ppid;
        timestamp = process->head().object.timestamp;
        start_time = process->head().parent_start_time;
        if (!pid) return;
    }
}

void ProcessTable::give_exited(Batch& batch) {
    std::lock_guard lock(mutex_);
    for (auto& process : exited_) batch.add_process(std::move(process));
    exited_.clear();
}

}  // namespace traceleft
