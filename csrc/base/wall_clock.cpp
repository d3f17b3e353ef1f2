// SPDX-License-Identifier: MIT
#include "wall_clock.h"

#include <cstdlib>
#include <ctime>

namespace traceleft {

WallClock WallClock::now() {
    std::timespec monotonic{};
    std::timespec realtime{};
    clock_gettime(CLOCK_MONOTONIC, &monotonic);
    clock_gettime(CLOCK_REALTIME, &realtime);
    std::tm local{};
    localtime_r(&realtime.tv_sec, &local);
    return {(realtime.tv_sec - monotonic.tv_sec) * std::int64_t{1'000'000'000} + realtime.tv_nsec - monotonic.tv_nsec,
            static_cast<std::int32_t>(local.tm_gmtoff)};
}

WallClock WallClock::current() const {
    // ns that lie between two clocks' readings, and a second's slewing at 10 ppm.
    constexpr std::int64_t close = 10'000;
    WallClock other = now();
    bool same = utc_offset == other.utc_offset && std::abs(realtime_offset - other.realtime_offset) < close;
    return same ? *this : other;
}

}  // namespace traceleft
