// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstdint>
#include <string>
#include <vector>

namespace traceleft {

/// What was measured of one key, on all CPUs together.
struct MeasureRow {
    std::string key;
    wire::measure sum;
};

/// All rows of a map `measures`, whose keys have so many bytes, while programs go on counting: every key that was there
/// at the beginning is met once, for none is ever removed. Throws Error::os.
std::vector<MeasureRow> read_measures(int map, std::uint32_t key_size);

}  // namespace traceleft
