// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace traceleft {

/// What was measured of one key, on all CPUs together.
struct MeasureRow {
    std::string key;
    wire::measure sum;
};

/// Calls `visit` with each key of a hash with values by CPU, and its values, while programs go on counting: every key
/// that was there at the beginning is met once, if none is removed meanwhile. Values have a multiple of 8 bytes. Throws
/// Error::os.
void read_per_cpu(int map, std::size_t key_size, std::size_t value_size,
                  const std::function<void(const char* key, const void* by_cpu)>& visit);

/// All rows of a map `measures`, whose keys have so many bytes, as read_per_cpu() meets them.
std::vector<MeasureRow> read_measures(int map, std::uint32_t key_size);
/// The same of one that is an array, since keys have nothing but their `key_size` bytes of 0.
std::vector<MeasureRow> read_keyless_measure(int map, std::uint32_t key_size);

}  // namespace traceleft
