// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "batch.h"

namespace traceleft {
namespace {

std::string text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(Batch, IsEmptyAtFirst) {
    Batch batch;
    EXPECT_EQ(batch.size(), 0U);
    EXPECT_EQ(batch.bytes(), 0U);
}

TEST(Batch, KeepsEventsInOrderAndApart) {
    Batch batch;
    for (std::string event : {"a", "", "01234567", "012345678"}) batch.append(event.data(), event.size());
    ASSERT_EQ(batch.size(), 4U);
    EXPECT_EQ(text(batch.event(0)), "a");
    EXPECT_EQ(text(batch.event(1)), "");
    EXPECT_EQ(text(batch.event(2)), "01234567");
    EXPECT_EQ(text(batch.event(3)), "012345678");
}

TEST(Batch, EventsStayWhereTheyCanBeReadAsWords) {
    Batch batch;
    for (std::size_t size = 1; size < 20; size++) batch.append("01234567890123456789", size);
    for (std::size_t i = 0; i < batch.size(); i++)
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(batch.event(i).data()) % 8, 0U) << i;
    EXPECT_EQ(batch.bytes() % 8, 0U);
}

TEST(Batch, GrowsBeyondWhatWasReserved) {
    Batch batch;
    batch.reserve(64);
    for (int i = 0; i < 1000; i++) batch.append(&i, sizeof(i));
    for (int i = 0; i < 1000; i++) {
        int value = 0;
        std::memcpy(&value, batch.event(i).data(), sizeof(value));
        ASSERT_EQ(value, i);
    }
}

}  // namespace
}  // namespace traceleft
