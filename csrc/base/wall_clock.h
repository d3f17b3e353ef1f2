// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace traceleft {

/// Turns events' timestamps into wall clock times. It travels with the events, for the wall clock is set and slewed,
/// and another machine may show them, later.
struct WallClock {
    std::int64_t realtime_offset = 0;  ///< ns from CLOCK_MONOTONIC to the time since 1970
    std::int32_t utc_offset = 0;       ///< s from UTC to local time

    /// This machine's, as they are now.
    static WallClock now();
    /// This one while it is right, so that batches one after the other have the same, else now().
    WallClock current() const;

    /// ns since 1970. Any timestamp can be given, for a corrupt or foreign event can hold any.
    std::int64_t since_epoch(std::uint64_t timestamp) const {
        return static_cast<std::int64_t>(timestamp + static_cast<std::uint64_t>(realtime_offset));
    }

    bool operator==(const WallClock&) const = default;
};

}  // namespace traceleft
