// SPDX-License-Identifier: MIT
#include "wall_clock.h"

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

}  // namespace traceleft
