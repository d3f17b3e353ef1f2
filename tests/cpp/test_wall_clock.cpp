// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "wall_clock.h"

namespace traceleft {
namespace {

TEST(WallClock, TurnsMonotonicIntoTheTimeSince1970) {
    std::timespec monotonic{};
    clock_gettime(CLOCK_MONOTONIC, &monotonic);
    std::time_t now = std::time(nullptr);
    std::uint64_t timestamp = monotonic.tv_sec * std::uint64_t{1'000'000'000} + monotonic.tv_nsec;
    EXPECT_LE(std::abs(WallClock::now().since_epoch(timestamp) / 1'000'000'000 - now), 2);
}

TEST(WallClock, StaysAsItIsWhileItIsRight) {
    WallClock now = WallClock::now();
    for (int tries = 0; now.current() != now && tries < 100; tries++)
        now = WallClock::now();  // this thread had to wait
    EXPECT_EQ(now.current(), now);
    WallClock wrong{now.realtime_offset + 1'000'000, now.utc_offset};
    EXPECT_LT(std::abs(wrong.current().realtime_offset - now.realtime_offset), 1'000'000);
    EXPECT_EQ(WallClock({now.realtime_offset, now.utc_offset + 3600}).current().utc_offset, now.utc_offset);
}

TEST(WallClock, KnowsTheLocalTime) {
    setenv("TZ", "XYZ-5:30", 1);
    tzset();
    EXPECT_EQ(WallClock::now().utc_offset, 19'800);
    setenv("TZ", "UTC0", 1);
    tzset();
    EXPECT_EQ(WallClock::now().utc_offset, 0);
}

}  // namespace
}  // namespace traceleft
