// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <traceleft/event.h>

#include <array>

#include "fair_share.h"
#include "raw_process.h"

namespace traceleft {
namespace {

constexpr std::size_t event_bytes = sizeof(wire::event_header);
constexpr std::size_t kilobyte = 1024;

std::shared_ptr<const Batch> events_of(std::int64_t pid, std::size_t count, std::uint64_t cgroup = 1) {
    auto batch = std::make_shared<Batch>();
    wire::event_header event{};
    event.pid = pid;
    event.magic = wire::EVENT_MAGIC;
    event.cgroup_id = cgroup;
    for (std::size_t i = 0; i < count; i++) batch->append(&event, sizeof(event));
    return batch;
}

// More events than ever fit.
std::shared_ptr<const Batch> flood(std::int64_t pid, std::uint64_t cgroup = 1) { return events_of(pid, 2000, cgroup); }

TEST(FairShare, ABatchThatFindsRoomIsTheSame) {
    FairShare share(128 * kilobyte);
    auto batch = events_of(1, 10);
    EXPECT_EQ(share.admit(batch), batch);
    EXPECT_EQ(share.waiting(), 10 * event_bytes);
    share.release();
    EXPECT_EQ(share.waiting(), 0U);
}

TEST(FairShare, APartOfABatchHasItsProcesses) {
    FairShare share(128 * kilobyte);
    Batch batch = *flood(1);
    batch.add_process(RawProcess(1, 2, 3).shared());
    auto admitted = share.admit(std::make_shared<Batch>(batch));
    EXPECT_LT(admitted->size(), batch.size());
    EXPECT_EQ(admitted->objects().processes().size(), 1U);
}

TEST(FairShare, AFloodLeavesRoomForOthers) {
    FairShare share(128 * kilobyte);
    auto admitted = share.admit(flood(1));
    EXPECT_GT(admitted->bytes(), 96 * kilobyte);
    EXPECT_LT(admitted->bytes(), 112 * kilobyte);
    EXPECT_EQ(share.admit(flood(1))->size(), 0U);
    for (std::int64_t pid = 2; pid < 8; pid++) EXPECT_EQ(share.admit(events_of(pid, 2))->size(), 2U) << pid;
}

TEST(FairShare, TheQueuesSizeCanChange) {
    FairShare share(128 * kilobyte);
    share.admit(flood(1));
    EXPECT_EQ(share.admit(flood(1))->size(), 0U);
    share.resize(256 * kilobyte);
    EXPECT_GT(share.admit(flood(1))->bytes(), 64 * kilobyte);
    share.resize(64 * kilobyte);  // less than what waits
    EXPECT_EQ(share.admit(events_of(2, 1))->size(), 0U);
    share.release();
    share.release();
    EXPECT_EQ(share.admit(events_of(2, 1))->size(), 1U);
}

TEST(FairShare, TwentyFloodsLeaveRoomForOthers) {
    FairShare share(kilobyte * kilobyte);
    for (std::int64_t pid = 1; pid <= 20; pid++) share.admit(flood(pid, pid));
    EXPECT_EQ(share.admit(events_of(99, 2, 99))->size(), 2U);
}

// A program that forks for every few calls is in one cgroup.
TEST(FairShare, ACgroupOfManyProcessesLeavesRoomForOthers) {
    FairShare share(kilobyte * kilobyte);
    share.admit(flood(1, 7));
    share.admit(flood(2, 7));
    share.admit(flood(3, 7));
    for (std::int64_t pid = 10; pid < 5000; pid++) share.admit(events_of(pid, 1, 7));
    EXPECT_EQ(share.admit(events_of(9999, 1, 7))->size(), 0U);
    EXPECT_EQ(share.admit(events_of(9999, 2, 8))->size(), 2U);
}

TEST(FairShare, OrderAndBytesOfWhatIsAdmittedStay) {
    FairShare share(128 * kilobyte);
    share.admit(flood(1));
    auto mixed = std::make_shared<Batch>(WallClock{5, 6});
    for (std::int64_t pid : {2, 1, 1, 3, 1, 2}) {
        auto one = events_of(pid, 1);
        mixed->append(one->event(0).data(), one->event(0).size());
    }
    auto admitted = share.admit(mixed);
    ASSERT_EQ(admitted->size(), 3U);
    for (auto [index, pid] : {std::pair{0, 2}, std::pair{1, 3}, std::pair{2, 2}})
        EXPECT_EQ(reinterpret_cast<const wire::event_header*>(admitted->event(index).data())->pid, pid);
    EXPECT_EQ(admitted->clock().realtime_offset, 5);
}

TEST(FairShare, WhatLeavesMakesRoomAgain) {
    FairShare share(128 * kilobyte);
    std::size_t first = share.admit(flood(1))->size();
    for (int i = 0; i < 5; i++) {
        share.release();
        EXPECT_EQ(share.waiting(), 0U);
        EXPECT_EQ(share.admit(flood(1))->size(), first);
    }
}

TEST(FairShare, EventsWithoutAHeaderHaveAPid) {
    FairShare share(128 * kilobyte);
    auto batch = std::make_shared<Batch>();
    std::array<std::uint64_t, 11> foreign{0, 42};
    batch->append(foreign.data(), sizeof(foreign));
    batch->append("short", 5);
    EXPECT_EQ(share.admit(batch)->size(), 2U);
    share.release();
    EXPECT_EQ(share.waiting(), 0U);
}

}  // namespace
}  // namespace traceleft
