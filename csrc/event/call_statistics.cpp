// SPDX-License-Identifier: MIT
#include "call_statistics.h"

#include <signal.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>

namespace traceleft {

namespace {

constexpr std::chrono::seconds merge_interval{1};
constexpr std::size_t highest_nr = 4095;
constexpr std::size_t most_names = 4096;  // names; a handler of somebody's own may give any
constexpr const char* other_syscalls = "other";

std::size_t bucket_of(std::uint64_t ns) {
    return std::min<std::size_t>(std::bit_width(ns / 1000), CallCounts::bucket_count - 1);
}

// One that never returns is counted when it is entered; of others, entries are half a call.
bool is_call(const EventView& event) {
    return !event.is_entry() || event.syscall() == "exit_group" || event.syscall() == "exit";
}

}  // namespace

CallCounts& CallCounts::operator+=(const CallCounts& other) {
    calls += other.calls;
    errors += other.errors;
    timed += other.timed;
    ns += other.ns;
    for (std::size_t i = 0; i < buckets.size(); i++) buckets[i] += other.buckets[i];
    return *this;
}

std::size_t CallStatistics::Hash::operator()(const Key& key) const {
    // Multiplied by odd constants, so that neighbouring pids and similar names differ in the upper bits.
    std::uint64_t hash = key.comm[0] * 0x9e3779b97f4a7c15 + key.comm[1];
    hash = (hash ^ (hash >> 32)) * 0xbf58476d1ce4e5b9;
    hash += (static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.pid)) << 32 | key.syscall);
    hash *= 0x94d049bb133111eb;
    return hash ^ (hash >> 29);
}

CallStatistics::CallStatistics(std::shared_ptr<const EventSchema> schema, std::size_t limit,
                               std::chrono::duration<double> idle)
    : schema_(std::move(schema)),
      limit_(limit),
      by_nr_(highest_nr + 1),
      idle_(std::chrono::duration_cast<Clock::duration>(idle)) {}

void CallStatistics::add(const Batch& batch) {
    std::lock_guard lock(mutex_);
    Key last_key;
    CallCounts* last = nullptr;
    now_ = Clock::now();
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = batch.view(i, *schema_);
        if (!event || !is_call(*event)) continue;
        const wire::event_header& header = event->header();
        Key key;
        if (!event->foreign()) std::memcpy(key.comm.data(), header.comm, sizeof header.comm);
        key.pid = static_cast<std::int32_t>(header.pid);
        key.syscall = syscall_index(*event);
        if (!last || key != last_key) {
            last = &counts_of(key);
            last_key = key;
        }
        last->calls++;
        if (!event->is_entry() && event_errno(*event)) last->errors++;
        if (!event->foreign() && header.flags & wire::EVENT_DURATION) {
            last->timed++;
            last->ns += header.duration;
            last->buckets[bucket_of(header.duration)]++;
        }
    }
}

std::uint32_t CallStatistics::syscall_index(const EventView& event) {
    std::string_view name = event.syscall();
    bool numbered =
        !event.foreign() && event.header().nr >= 0 && static_cast<std::size_t>(event.header().nr) < by_nr_.size();
    if (numbered) {
        std::uint32_t known = by_nr_[event.header().nr];
        if (known && names_[known - 1] == name) return known - 1;
    }
    if (names_.size() >= most_names && !by_name_.count(std::string(name))) {
        name = other_syscalls;
        numbered = false;
    }
    auto [found, is_new] = by_name_.try_emplace(std::string(name), names_.size());
    if (is_new) names_.emplace_back(name);
    if (numbered) by_nr_[event.header().nr] = found->second + 1;
    return found->second;
}

CallCounts& CallStatistics::counts_of(const Key& key) {
    auto found = by_process_.find(key);
    if (found != by_process_.end()) return found->second;
    if (by_process_.size() >= limit_) merge_exited();
    if (by_process_.size() >= limit_) return counts_of_name(key);
    return by_process_[key];
}

CallCounts& CallStatistics::counts_of_name(Key key) {
    key.pid = 0;
    if (by_comm_.size() >= limit_ && !by_comm_.count(key)) retire_idle();
    if (by_comm_.size() >= limit_ && !by_comm_.count(key)) key.comm = {};
    Named& named = by_comm_[key];
    named.counted = now_;
    return named.counts;
}

void CallStatistics::merge_exited() {
    if (now_ - merged_ < merge_interval) return;
    merged_ = now_;
    std::unordered_map<std::int32_t, bool> exited;
    for (auto row = by_process_.begin(); row != by_process_.end();) {
        auto [known, is_new] = exited.try_emplace(row->first.pid);
        if (is_new) known->second = kill(row->first.pid, 0) && errno == ESRCH;
        if (known->second) {
            counts_of_name(row->first) += row->second;
            row = by_process_.erase(row);
        } else {
            ++row;
        }
    }
}

void CallStatistics::retire_idle() {
    if (now_ - retired_at_ < std::min<Clock::duration>(merge_interval, idle_)) return;
    retired_at_ = now_;
    constexpr decltype(Key::comm) nameless{};
    std::erase_if(by_comm_, [&](const auto& row) {
        bool idle = row.first.comm != nameless && now_ - row.second.counted >= idle_;
        if (idle) retired_[row.first.syscall] += row.second.counts;
        return idle;
    });
}

CallRow CallStatistics::row_of(const Key& key, const CallCounts& counts) const {
    const char* comm = reinterpret_cast<const char*>(key.comm.data());
    return {names_[key.syscall], key.pid, {comm, strnlen(comm, sizeof key.comm)}, counts};
}

std::vector<CallRow> CallStatistics::rows() const {
    std::lock_guard lock(mutex_);
    std::unordered_map<std::uint32_t, CallCounts> nameless = retired_;
    std::vector<CallRow> all;
    all.reserve(by_process_.size() + by_comm_.size() + nameless.size());
    for (const auto& [key, counts] : by_process_) all.push_back(row_of(key, counts));
    for (const auto& [key, named] : by_comm_) {
        if (key.comm == decltype(key.comm){})
            nameless[key.syscall] += named.counts;
        else
            all.push_back(row_of(key, named.counts));
    }
    for (const auto& [syscall, counts] : nameless) all.push_back({names_[syscall], 0, "", counts});
    return all;
}

std::vector<CallRow> CallStatistics::rows_by_name() const {
    std::lock_guard lock(mutex_);
    std::unordered_map<Key, CallCounts, Hash> sums;
    auto add = [&](Key key, const CallCounts& counts) {
        key.pid = 0;
        sums[key] += counts;
    };
    for (const auto& [key, counts] : by_process_) add(key, counts);
    for (const auto& [key, named] : by_comm_) add(key, named.counts);
    std::vector<CallRow> all;
    all.reserve(sums.size());
    for (const auto& [key, counts] : sums) all.push_back(row_of(key, counts));
    return all;
}

void CallStatistics::clear() {
    std::lock_guard lock(mutex_);
    by_process_.clear();
    by_comm_.clear();
    retired_.clear();
}

}  // namespace traceleft
