// SPDX-License-Identifier: MIT
#include "measure_map.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <algorithm>
#include <cerrno>

#include "error.h"

namespace traceleft {

namespace {

// CPUs are added up one after the other, each of whose numbers only grow: a sum is never less than an earlier one.
wire::measure sum_of(const wire::measure* by_cpu, int cpus) {
    wire::measure sum{};
    for (const wire::measure* each = by_cpu; each < by_cpu + cpus; each++) {
        if (!each->count) continue;
        sum.min = sum.count ? std::min(sum.min, each->min) : each->min;
        sum.max = sum.count ? std::max(sum.max, each->max) : each->max;
        sum.count += each->count;
        sum.sum += each->sum;
    }
    return sum;
}

}  // namespace

void read_per_cpu(int map, std::size_t key_size, std::size_t value_size,
                  const std::function<void(const char* key, const void* by_cpu)>& visit) {
    const std::size_t row_words = value_size / sizeof(std::uint64_t) * libbpf_num_possible_cpus();
    std::vector<char> keys;
    std::vector<std::uint64_t> values;
    std::uint32_t room = 1024;
    std::uint32_t place = 0;  // a bucket's number, which is the kernel's own matter
    for (bool first = true, done = false; !done;) {
        keys.resize(room * key_size);
        values.resize(room * row_words);
        std::uint32_t count = room;
        std::uint32_t next = 0;
        bool failed =
            bpf_map_lookup_batch(map, first ? nullptr : &place, &next, keys.data(), values.data(), &count, nullptr);
        if (failed && errno == ENOSPC) {  // one bucket has more
            room *= 2;
            continue;
        }
        if (failed && errno != ENOENT) throw Error::os("read what was counted", errno);
        done = failed;
        first = false;
        place = next;
        for (std::uint32_t i = 0; i < count; i++) visit(&keys[i * key_size], &values[i * row_words]);
    }
}

std::vector<MeasureRow> read_measures(int map, std::uint32_t key_size) {
    const int cpus = libbpf_num_possible_cpus();
    std::vector<MeasureRow> rows;
    read_per_cpu(map, key_size, sizeof(wire::measure), [&](const char* key, const void* by_cpu) {
        wire::measure sum = sum_of(static_cast<const wire::measure*>(by_cpu), cpus);
        if (sum.count) rows.push_back({std::string(key, key_size), sum});
    });
    return rows;
}

std::vector<MeasureRow> read_keyless_measure(int map, std::uint32_t key_size) {
    std::vector<wire::measure> by_cpu(libbpf_num_possible_cpus());
    std::uint32_t first = 0;
    if (bpf_map_lookup_elem(map, &first, by_cpu.data())) throw Error::os("read what was counted", errno);
    wire::measure sum = sum_of(by_cpu.data(), static_cast<int>(by_cpu.size()));
    if (!sum.count) return {};
    return {{std::string(key_size, '\0'), sum}};
}

}  // namespace traceleft
