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
/// Syscalls by name; a handler of somebody's own can call its events anything. All beyond are counted as one.
constexpr std::size_t most_names = 4096;
constexpr std::string_view other_name = "other";

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

CallStatistics::CallStatistics(std::shared_ptr<const EventSchema> schema, std::size_t limit)
    : schema_(std::move(schema)), limit_(limit), by_nr_(highest_nr + 1) {}

void CallStatistics::add(const Batch& batch) {
    std::lock_guard lock(mutex_);
    Key last_key;
    CallCounts* last = nullptr;
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = EventView::decode(batch.event(i), *schema_);
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
    bool full = names_.size() >= most_names && !by_name_.contains(std::string(name));
    if (full) name = other_name;
    auto [found, is_new] = by_name_.try_emplace(std::string(name), names_.size());
    if (is_new) names_.emplace_back(name);
    if (numbered && !full) by_nr_[event.header().nr] = found->second + 1;
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
    if (by_comm_.size() >= limit_ && !by_comm_.count(key)) key.comm = {};
    return by_comm_[key];
}

void CallStatistics::merge_exited() {
    auto now = std::chrono::steady_clock::now();
    if (now - merged_ < merge_interval) return;
    merged_ = now;
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

std::vector<CallRow> CallStatistics::rows() const {
    std::lock_guard lock(mutex_);
    std::vector<CallRow> all;
    all.reserve(by_process_.size() + by_comm_.size());
    for (const auto* part : {&by_process_, &by_comm_})
        for (const auto& [key, counts] : *part) {
            const char* comm = reinterpret_cast<const char*>(key.comm.data());
            all.push_back({names_[key.syscall], key.pid, {comm, strnlen(comm, sizeof key.comm)}, counts});
        }
    return all;
}

void CallStatistics::clear() {
    std::lock_guard lock(mutex_);
    by_process_.clear();
    by_comm_.clear();
}

}  // namespace traceleft
