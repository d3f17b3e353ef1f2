// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <random>
#include <thread>
#include <vector>

#include "batch_queue.h"

namespace traceleft {
namespace {

using namespace std::chrono_literals;

// Events of a hundred bytes that begin with their numbers.
std::shared_ptr<Batch> numbered(std::uint64_t begin, std::uint64_t end) {
    auto batch = std::make_shared<Batch>();
    for (std::uint64_t i = begin; i < end; i++) {
        std::array<char, 100> event{};
        std::memcpy(event.data(), &i, sizeof(i));
        batch->append(event.data(), event.size());
    }
    return batch;
}

// Whose bytes no compressor makes smaller.
std::shared_ptr<Batch> noise(std::mt19937_64& random, std::size_t size) {
    std::vector<std::uint64_t> event(size / 8);
    for (std::uint64_t& each : event) each = random();
    auto batch = std::make_shared<Batch>();
    batch->append(event.data(), size);
    return batch;
}

/// Takes all that is there; the next is `expected`, and so on.
void expect_from(BatchQueue& queue, std::uint64_t expected, std::uint64_t end) {
    while (std::shared_ptr<Batch> batch = queue.pop(0ms)) {
        for (std::size_t i = 0; i < batch->size(); i++, expected++) {
            std::uint64_t number = 0;
            std::memcpy(&number, batch->event(i).data(), sizeof(number));
            ASSERT_EQ(number, expected);
        }
    }
    EXPECT_EQ(expected, end);
}

TEST(BatchQueue, CompressesWhatWaitsBehindTheFirst) {
    BatchQueue queue({.bytes = 1 << 20, .batch_bytes = 4096});
    for (std::uint64_t i = 0; i < 100'000; i += 10) queue.push(numbered(i, i + 10));
    BatchQueueFill fill = queue.fill();
    EXPECT_EQ(fill.events, 10'400'000U);
    EXPECT_LE(fill.memory, 1U << 20);
    EXPECT_EQ(fill.spilled, 0U);
    expect_from(queue, 0, 100'000);
    EXPECT_EQ(queue.fill().events, 0U);
    EXPECT_EQ(queue.fill().memory, 0U);
}

TEST(BatchQueue, GivesAConsumerThatKeepsUpTheSameBatch) {
    BatchQueue queue({});
    std::shared_ptr<Batch> batch = numbered(0, 10);
    queue.push(batch);
    EXPECT_EQ(queue.pop(0ms), batch);
    EXPECT_EQ(queue.pop(0ms), nullptr);
}

TEST(BatchQueue, SpillsWhatFindsNoRoomInMemory) {
    BatchQueue queue({.bytes = 100'000, .batch_bytes = 4096, .spill_bytes = 100'000'000});
    std::mt19937_64 random(1);
    std::vector<std::shared_ptr<Batch>> all;
    for (int i = 0; i < 500; i++) queue.push(all.emplace_back(noise(random, 4000)));
    BatchQueueFill fill = queue.fill();
    EXPECT_EQ(fill.events, 2'000'000U);
    EXPECT_LE(fill.memory, 100'000U + 4096);
    EXPECT_GT(fill.spilled, 1'800'000U);
    for (const auto& expected : all) {
        std::shared_ptr<Batch> batch = queue.pop(0ms);
        ASSERT_TRUE(batch);
        ASSERT_TRUE(std::ranges::equal(batch->data(), expected->data()));
    }
    EXPECT_EQ(queue.fill().spilled, 0U);
    queue.push(numbered(0, 5));  // as good as new
    expect_from(queue, 0, 5);
}

// A disk that is full is a file that is.
TEST(BatchQueue, WaitsWhereNeitherMemoryNorTheFileHasRoom) {
    for (const char* directory : {"/tmp", "/nowhere", "/proc"}) {
        BatchQueue queue({.bytes = 40'000, .batch_bytes = 4096, .spill_bytes = 40'000, .spill_directory = directory});
        std::mt19937_64 random(1);
        std::thread pushing([&] {
            for (int i = 0; i < 100; i++) queue.push(noise(random, 4000));
            queue.end();
        });
        while (queue.fill().memory < 40'000) std::this_thread::yield();
        std::size_t events = 0;
        while (std::shared_ptr<Batch> batch = queue.pop(10s)) {
            BatchQueueFill fill = queue.fill();
            EXPECT_LE(fill.memory, 48'200U);
            EXPECT_LE(fill.spilled, 44'100U);
            events += batch->size();
        }
        pushing.join();
        EXPECT_EQ(events, 100U);
    }
}

TEST(BatchQueue, LetsTheLastInWhenItEnds) {
    BatchQueue queue({.bytes = 8192, .batch_bytes = 4096});
    std::mt19937_64 random(1);
    std::thread pushing([&] {
        for (int i = 0; i < 10; i++) queue.push(noise(random, 4000));
        queue.end();
    });
    queue.let_in();
    pushing.join();
    std::size_t events = 0;
    while (std::shared_ptr<Batch> batch = queue.pop(0ms)) events += batch->size();
    EXPECT_EQ(events, 10U);
}

TEST(BatchQueue, EvictsTheOldestWhereItMay) {
    std::uint64_t evicted = 0;
    BatchQueue queue({.bytes = 20'000, .batch_bytes = 4096, .spill_bytes = 20'000, .evict = [&](const Batch& batch) {
                          std::uint64_t number = 0;
                          std::memcpy(&number, batch.event(0).data(), sizeof(number));
                          EXPECT_EQ(number, evicted);
                          evicted += batch.size();
                      }});
    for (std::uint64_t i = 0; i < 1'000'000; i += 100) queue.push(numbered(i, i + 100));
    EXPECT_GT(evicted, 0U);
    EXPECT_LT(queue.fill().memory, 40'000U);
    expect_from(queue, evicted, 1'000'000);
}

// One that is too much for a frame waits as it is.
TEST(BatchQueue, TakesABatchThatCannotBeCompressed) {
    BatchQueue queue({.bytes = 1 << 20});
    std::mt19937_64 random(1);
    std::vector<std::shared_ptr<Batch>> all;
    for (int i = 0; i < 3; i++) all.push_back(noise(random, 3 << 20));
    queue.let_in();
    for (const auto& each : all) queue.push(each);
    for (const auto& each : all) EXPECT_EQ(queue.pop(0ms), each);
}

TEST(BatchQueue, KeepsTheOrderBetweenTwoThreads) {
    BatchQueue queue({.bytes = 50'000, .batch_bytes = 2048, .spill_bytes = 50'000});
    std::thread pushing([&] {
        for (std::uint64_t i = 0; i < 300'000; i += 7) queue.push(numbered(i, std::min<std::uint64_t>(i + 7, 300'000)));
        queue.end();
    });
    std::uint64_t expected = 0;
    while (std::shared_ptr<Batch> batch = queue.pop(10s)) {
        for (std::size_t i = 0; i < batch->size(); i++, expected++) {
            std::uint64_t number = 0;
            std::memcpy(&number, batch->event(i).data(), sizeof(number));
            ASSERT_EQ(number, expected);
        }
    }
    pushing.join();
    EXPECT_EQ(expected, 300'000U);
}

}  // namespace
}  // namespace traceleft
