// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "shared_work.h"

namespace traceleft {
namespace {

TEST(SharedWork, DoesEachOnce) {
    for (std::size_t threads : {0U, 1U, 4U}) {
        std::vector<std::atomic<int>> done(1000);
        share_work(done.size(), threads, [&](std::size_t i) { done[i]++; });
        for (const std::atomic<int>& each : done) EXPECT_EQ(each, 1);
    }
    share_work(0, 4, [](std::size_t) { FAIL(); });
}

TEST(SharedWork, IsDoneAtOnce) {
    std::atomic<int> begun = 0;
    share_work(3, 3, [&](std::size_t) {
        begun++;
        while (begun < 3) std::this_thread::yield();  // forever, one after the other
    });
    EXPECT_EQ(begun, 3);
}

TEST(SharedWork, ThrowsWhatFailedFirstInOrderOnceAllHasEnded) {
    std::atomic<int> ended = 0;
    try {
        share_work(100, 3, [&](std::size_t i) {
            ended++;
            if (i % 40 == 7) throw std::runtime_error(std::to_string(i));
        });
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), std::string("7"));
    }
    EXPECT_EQ(ended, 100);
}

}  // namespace
}  // namespace traceleft
