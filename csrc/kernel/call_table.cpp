// SPDX-License-Identifier: MIT
#include "call_table.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <tuple>

#include "at_fork.h"
#include "error.h"
#include "measure_map.h"
#include "syscall_info.h"

namespace traceleft {

namespace {

const char* const calls_map = "calls";
const char* const unplaced_map = "unplaced_calls";
constexpr std::uint32_t unplaced_keys = 8192;
constexpr int not_supported = 524;  // include/linux/errno.h: ENOTSUPP, which user space has no name for

UniqueFd create_table(const char* name, std::uint32_t keys) {
    NoFork until_kept;
    UniqueFd map(
        bpf_map_create(BPF_MAP_TYPE_PERCPU_HASH, name, sizeof(wire::call_key), sizeof(wire::call_sum), keys, nullptr));
    if (!map) throw Error::os("make room to count calls", errno);
    return map;
}

wire::call_sum sum_of(const void* by_cpu, int cpus) {
    wire::call_sum sum{};
    for (int cpu = 0; cpu < cpus; cpu++) {
        const wire::call_sum& each = static_cast<const wire::call_sum*>(by_cpu)[cpu];
        sum.calls += each.calls;
        sum.ns += each.ns;
    }
    return sum;
}

wire::call_key key_at(const char* bytes) {
    wire::call_key key;
    std::memcpy(&key, bytes, sizeof key);
    return key;
}

// Whether there was such a key: one that the kernel removed, with what it had counted. A new process with its number
// may count until that moment. Linux before 5.14 can't do both at once.
bool remove(int map, const wire::call_key& key, void* by_cpu) {
    if (!bpf_map_lookup_and_delete_elem(map, &key, by_cpu)) return true;
    if (errno == ENOENT) return false;
    bool unknown = errno == not_supported || errno == EOPNOTSUPP || errno == EINVAL;
    if (unknown && !bpf_map_lookup_elem(map, &key, by_cpu) && !bpf_map_delete_elem(map, &key)) return true;
    throw Error::os("forget the calls of a process that has exited", errno);
}

}  // namespace

/// Adds up keys that differ in failure and bucket only.
class CallTable::Rows {
public:
    explicit Rows(const EventSchema& schema) {
        learn(schema, false);
        if (schema.compat()) learn(*schema.compat(), true);
    }

    void add(const wire::call_key& key, const wire::call_sum& sum) {
        if (!sum.calls) return;
        std::string comm(key.comm, strnlen(key.comm, sizeof key.comm));
        CallRow& row = rows_[{name_of(key), static_cast<pid_t>(key.pid), comm}];
        row.calls += sum.calls;
        if (key.failed) row.errors += sum.calls;
        if (key.bucket >= wire::CALL_BUCKETS) return;
        row.timed += sum.calls;
        row.ns += sum.ns;
        row.buckets[key.bucket] += sum.calls;
    }

    std::vector<CallRow> take() {
        std::vector<CallRow> all;
        for (auto& [key, row] : rows_) {
            std::tie(row.syscall, row.pid, row.comm) = key;
            all.push_back(std::move(row));
        }
        return all;
    }

private:
    void learn(const EventSchema& schema, bool compat) {
        for (const auto& [name, call] : schema.calls()) names_[{compat, call.syscall.nr}] = name;
    }

    std::string name_of(const wire::call_key& key) const {
        auto found = names_.find({key.compat != 0, key.nr});
        if (found != names_.end()) return found->second.substr(0, found->second.find('@'));
        if (key.nr >= wire::CALL_UNKNOWN) return "other";
        constexpr const char* digits = "0123456789abcdef";
        std::string text;
        for (unsigned left = key.nr; left || text.empty(); left /= 16) text.insert(0, 1, digits[left % 16]);
        return "syscall_0x" + text;
    }

    std::map<std::pair<bool, int>, std::string> names_;
    std::map<std::tuple<std::string, pid_t, std::string>, CallRow> rows_;
};

CallTable::CallTable(std::shared_ptr<const EventSchema> schema, std::uint32_t max_keys) : schema_(std::move(schema)) {
    if (max_keys < 1) throw Error(ErrorKind::Usage, "a table needs room for one key at least");
    calls_ = create_table(calls_map, max_keys);
    unplaced_ = create_table(unplaced_map, unplaced_keys);
}

void CallTable::share_with(BpfObject& object) const {
    for (auto [name, map] : {std::pair{calls_map, calls_.get()}, {unplaced_map, unplaced_.get()}}) {
        bpf_map__set_autocreate(object.map(name), true);
        object.reuse_map(name, map);
    }
}

std::vector<CallRow> CallTable::rows() const {
    std::lock_guard lock(mutex_);
    const int cpus = libbpf_num_possible_cpus();
    Rows rows(*schema_);
    for (int map : {calls_.get(), unplaced_.get()})
        read_per_cpu(map, sizeof(wire::call_key), sizeof(wire::call_sum),
                     [&](const char* key, const void* by_cpu) { rows.add(key_at(key), sum_of(by_cpu, cpus)); });
    return rows.take();
}

std::size_t CallTable::keys() const {
    std::lock_guard lock(mutex_);
    std::size_t count = 0;
    read_per_cpu(calls_.get(), sizeof(wire::call_key), sizeof(wire::call_sum),
                 [&](const char*, const void*) { count++; });
    return count;
}

std::vector<CallRow> CallTable::take(const std::set<pid_t>& pids) {
    std::lock_guard lock(mutex_);
    const int cpus = libbpf_num_possible_cpus();
    std::vector<wire::call_key> keys;
    read_per_cpu(calls_.get(), sizeof(wire::call_key), sizeof(wire::call_sum), [&](const char* bytes, const void*) {
        wire::call_key key = key_at(bytes);
        if (pids.count(static_cast<pid_t>(key.pid))) keys.push_back(key);
    });
    Rows rows(*schema_);
    std::vector<wire::call_sum> by_cpu(cpus);
    for (const wire::call_key& key : keys)
        if (remove(calls_.get(), key, by_cpu.data())) rows.add(key, sum_of(by_cpu.data(), cpus));
    return rows.take();
}

}  // namespace traceleft
