// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <limits>

#include "event_view.h"
#include "raw_event.h"

namespace traceleft {
namespace {

class EventViewTest : public testing::Test {
protected:
    EventView decode(const RawEvent& event) {
        bytes_ = event.bytes();
        return *EventView::decode(as_bytes(bytes_), *schema_);
    }

    std::shared_ptr<EventSchema> schema_ = test_schema();
    std::string bytes_;
};

TEST_F(EventViewTest, NeedsTheCommonFields) {
    std::string bytes = RawEvent("read").bytes();
    for (std::size_t size = 0; size < wire::EVENT_COMMON_SIZE; size++)
        EXPECT_FALSE(EventView::decode(as_bytes(bytes).first(size), *schema_)) << size;
    EXPECT_TRUE(EventView::decode(as_bytes(bytes).first(wire::EVENT_COMMON_SIZE), *schema_));
}

TEST_F(EventViewTest, ReadsEverything) {
    RawEvent raw("open");
    raw.header.ret = -2;
    EventView event = decode(raw.arguments({7, 0x1000, 0100, 0644}).captured(1, "/etc/passwd"));
    EXPECT_FALSE(event.foreign());
    EXPECT_EQ(event.syscall(), "open");
    EXPECT_EQ(event.comm(), "cat");
    EXPECT_EQ(event.header().pid, 4711);
    EXPECT_EQ(event_errno(event), 2);
    EXPECT_EQ(event.schema(), schema_->find("open"));
    ASSERT_EQ(event.argument_count(), 4U);
    EXPECT_EQ(event.argument(3), 0644U);
    EXPECT_EQ(event.argument(4), 0U);
    EXPECT_EQ(event.captured(1)->bytes, "/etc/passwd");
    EXPECT_FALSE(event.captured(0));
    EXPECT_TRUE(event.extra().empty());
}

TEST_F(EventViewTest, NamesEndWhereTheirFieldsDo) {
    RawEvent raw("");
    std::memset(raw.header.syscall, 's', sizeof(raw.header.syscall));
    std::memset(raw.header.comm, 'c', sizeof(raw.header.comm));
    EventView event = decode(raw);
    EXPECT_EQ(event.syscall(), std::string(64, 's'));
    EXPECT_EQ(event.comm(), std::string(16, 'c'));
    EXPECT_EQ(event.schema(), nullptr);
}

TEST_F(EventViewTest, WithoutTheMagicAnEventIsForeign) {
    RawEvent raw("read");
    raw.header.magic ^= 1;
    raw.header.tid = 99;
    EventView event = decode(raw.arguments({1, 2, 3}));
    EXPECT_TRUE(event.foreign());
    EXPECT_EQ(event.argument_count(), 0U);
    EXPECT_EQ(event.header().tid, 0U) << "what follows the four fields is not for us to interpret";
    EXPECT_EQ(event.extra().size(), bytes_.size() - wire::EVENT_COMMON_SIZE);
    EXPECT_EQ(event.extra().data(), as_bytes(bytes_).data() + wire::EVENT_COMMON_SIZE);
}

TEST_F(EventViewTest, CountsThatPromiseTooMuchAreCut) {
    RawEvent raw = RawEvent("read").arguments({1, 2}).captured(1, "data");
    raw.header.args = 65535;
    EXPECT_EQ(decode(raw).argument_count(), 4U);  // two, then the record and its data taken for two more
    raw.header.args = 2;
    raw.header.captured = 65535;
    EXPECT_EQ(decode(raw).captured(1)->bytes, "");  // its data was taken for a second record
    EXPECT_FALSE(decode(raw).captured(7));
}

TEST_F(EventViewTest, SizesThatPromiseTooMuchAreCut) {
    RawEvent raw = RawEvent("read").arguments({1, 2}).captured(1, "0123456789").captured(0, "behind");
    raw.records[0].size = std::numeric_limits<std::uint32_t>::max();
    EventView event = decode(raw);
    EXPECT_EQ(event.captured(1)->bytes.size(), 24U);  // all that there is
    EXPECT_EQ(event.captured(0)->bytes, "");
}

TEST_F(EventViewTest, EveryCutIsDecodedAsFarAsItGoes) {
    std::string bytes = RawEvent("open").arguments({1, 2, 3, 4}).captured(1, "/etc/passwd").bytes();
    for (std::size_t size = wire::EVENT_COMMON_SIZE; size <= bytes.size(); size++) {
        auto event = EventView::decode(as_bytes(bytes).first(size), *schema_);
        ASSERT_TRUE(event);
        EXPECT_EQ(event->foreign(), size < sizeof(wire::event_header));
        if (auto memory = event->captured(1)) {
            EXPECT_LE(memory->bytes.size(), size - sizeof(wire::event_header));
        }
    }
}

TEST_F(EventViewTest, AnArgumentAppliesWhereItsConditionHolds) {
    EXPECT_TRUE(decode(RawEvent("open").arguments({1, 2, 0100, 4})).argument_applies(3));
    EXPECT_FALSE(decode(RawEvent("open").arguments({1, 2, 0200, 4})).argument_applies(3));
    EXPECT_TRUE(decode(RawEvent("open").arguments({1, 2, 0200, 4})).argument_applies(0));
    EXPECT_TRUE(decode(RawEvent("nosuch").arguments({1})).argument_applies(0));
}

TEST_F(EventViewTest, ErrnosEndAtTheKernelsHighest) {
    RawEvent raw("read");
    for (auto [ret, errnum] : {std::pair{0L, 0}, {-1L, 1}, {-512L, 512}, {-4095L, 4095}, {-4096L, 0}, {5L, 0}}) {
        raw.header.ret = ret;
        EXPECT_EQ(event_errno(decode(raw)), errnum) << ret;
    }
    raw.header.ret = -2;
    raw.header.flags = wire::EVENT_ENTRY;
    EXPECT_EQ(event_errno(decode(raw)), 0) << "an entry has returned nothing";
}

TEST_F(EventViewTest, NamesErrnos) {
    EXPECT_EQ(errno_name(2), "ENOENT");
    EXPECT_EQ(errno_name(512), "ERESTARTSYS");
    EXPECT_EQ(errno_description(512), "To be restarted if SA_RESTART is set");
    EXPECT_EQ(errno_description(2), "No such file or directory");
    EXPECT_EQ(errno_name(41), "");
    EXPECT_EQ(errno_description(4095), "");
}

}  // namespace
}  // namespace traceleft
