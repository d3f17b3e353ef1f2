// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <string_view>

#include "arrow_builder.h"
#include "error.h"
#include "raw_event.h"

namespace traceleft {
namespace {

Batch batch_of(const std::vector<RawEvent>& events) {
    Batch batch(WallClock{1000, 0});
    for (const RawEvent& event : events) {
        std::string bytes = event.bytes();
        batch.append(bytes.data(), bytes.size());
    }
    return batch;
}

RawEvent opened(const std::string& path) { return RawEvent("open").arguments({1, 0x7000, 0, 0}).captured(1, path); }

ArrowColumn wide_of(const std::vector<RawEvent>& events) {
    ArrowBuilder builder(test_schema(), {.wide = true});
    builder.append(batch_of(events));
    return builder.finish().at("");
}

const ArrowColumnData& child(const ArrowColumnData& parent, std::string_view name) {
    for (const ArrowColumn& each : parent.children)
        if (each->name == name) return *each;
    ADD_FAILURE() << name;
    std::abort();
}

template <typename T>
T value(const ArrowColumnData& column, std::size_t row) {
    T found;
    std::memcpy(&found, column.buffers[1].data() + row * sizeof(T), sizeof(T));
    return found;
}

std::string text(const ArrowColumnData& column, std::size_t row) {
    auto begin = value<std::int32_t>(column, row), end = value<std::int32_t>(column, row + 1);
    return {reinterpret_cast<const char*>(column.buffers[2].data()) + begin, static_cast<std::size_t>(end - begin)};
}

bool is_null(const ArrowColumnData& column, std::size_t row) {
    return column.null_count && (column.buffers[0].data()[row / 8] >> row % 8 & std::byte{1}) == std::byte{0};
}

TEST(ArrowBuilder, PadsTheRowsOfOtherSyscalls) {
    ArrowColumn batch = wide_of(
        {RawEvent("read").arguments({7, 0, 9}), opened("/a"), opened("/b"), RawEvent("read").arguments({8, 0, 9})});
    EXPECT_EQ(batch->length, 4);
    const ArrowColumnData& open = child(*batch, "open");
    EXPECT_EQ(open.null_count, 2);
    EXPECT_TRUE(is_null(open, 0) && !is_null(open, 1) && !is_null(open, 2) && is_null(open, 3));
    EXPECT_EQ(text(child(open, "path"), 2), "/b");
    EXPECT_EQ(child(open, "path").length, 4);
    const ArrowColumnData& fds = child(child(*batch, "read"), "fd");
    EXPECT_EQ(value<std::int32_t>(fds, 0), 7);
    EXPECT_EQ(value<std::int32_t>(fds, 3), 8);
    EXPECT_TRUE(is_null(fds, 1) && is_null(fds, 2));
}

TEST(ArrowBuilder, ManyRowsKeepTheirValues) {
    ArrowBuilder builder(test_schema(), {.wide = true});
    constexpr std::uint64_t rows = 100'000;  // enough for memory that is not from the heap
    Batch batch;
    for (std::uint64_t i = 0; i < rows; i++) {
        RawEvent event = i % 1000 ? RawEvent("read").arguments({i, 0, i}) : opened(std::to_string(i));
        event.header.timestamp = i;
        std::string bytes = event.bytes();
        batch.append(bytes.data(), bytes.size());
    }
    builder.append(batch);
    EXPECT_EQ(builder.rows(), rows);
    ArrowColumn whole = builder.finish().at("");
    EXPECT_EQ(builder.rows(), 0U);
    for (std::size_t i = 0; i < rows; i++) {
        ASSERT_EQ(value<std::uint64_t>(child(*whole, "timestamp"), i), i);
        if (i % 1000)
            ASSERT_EQ(value<std::uint64_t>(child(child(*whole, "read"), "count"), i), i);
        else
            ASSERT_EQ(text(child(child(*whole, "open"), "path"), i), std::to_string(i));
    }
}

TEST(ArrowBuilder, StructsHaveTheFieldsOfAllTheirCases) {
    std::string address = in_memory<std::uint16_t>(2) + std::string("\x1f\x90\x7f\0\0\1", 6);
    ArrowBuilder builder(test_schema(), {});
    builder.append(batch_of({RawEvent("connect").arguments({0, 0x7000}).captured(1, address)}));
    ArrowColumn batch = builder.finish().at("connect");
    const ArrowColumnData& sockaddr = child(*batch, "memory");
    EXPECT_EQ(value<std::uint16_t>(child(sockaddr, "sin_port"), 0), 8080);
    EXPECT_EQ(text(child(sockaddr, "sin_addr"), 0), "127.0.0.1");
    EXPECT_TRUE(is_null(child(sockaddr, "sun_path"), 0));
}

TEST(ArrowBuilder, ValuesByCaseAreText) {
    ArrowBuilder builder(test_schema(), {});
    std::string time = in_memory<std::int64_t>(5) + in_memory<std::int64_t>(6);
    builder.append(batch_of({RawEvent("ioctl").arguments({1, 0x7000}).captured(1, time)}));
    ArrowColumn batch = builder.finish().at("ioctl");
    EXPECT_EQ(value<std::uint64_t>(child(*batch, "memory"), 0), 0x7000U);
    EXPECT_EQ(text(child(*batch, "memory_value"), 0), R"({"tv_sec":5,"tv_nsec":6})");
}

TEST(ArrowBuilder, AWideOnesRowsCanBeSplit) {
    ArrowBuilder builder(test_schema(), {.wide = true, .split = true});
    builder.append(batch_of({opened("/a"), RawEvent("read"), opened("/b")}));
    std::map<std::string, std::size_t> sizes = builder.sizes();
    ASSERT_EQ(sizes.size(), 2U);
    EXPECT_EQ(sizes.at("open") + sizes.at("read"), builder.bytes());
    ArrowColumn first = builder.finish("open");
    EXPECT_EQ(first->length, 2);
    EXPECT_EQ(text(child(child(*first, "open"), "path"), 1), "/b");
    for (const ArrowColumn& column : first->children) EXPECT_NE(column->name, "pids");
    EXPECT_EQ(builder.rows(), 1U);
    EXPECT_EQ(builder.finish("open"), nullptr);
    builder.append(batch_of({opened("/c"), RawEvent("read")}));  // both go on
    std::map<std::string, ArrowColumn> rest = builder.finish();
    EXPECT_EQ(rest.at("open")->length, 1);
    EXPECT_EQ(rest.at("read")->length, 2);
}

TEST(ArrowBuilder, RefusesAnUnknownSyscall) {
    EXPECT_THROW(ArrowBuilder(test_schema(), {.wide = true, .syscalls = {"nosuch"}}), Error);
}

TEST(ArrowArray, BuffersLiveAsLongAsWhatWasTakenOut) {
    ArrowArray array;
    export_array(wide_of({opened("/kept")}), &array);
    // A consumer may move a child out, and release the rest.
    ArrowArray moved{};
    for (std::int64_t i = 0; i < array.n_children; i++)
        if (array.children[i]->n_children >= 4) {
            moved = *array.children[i];
            array.children[i]->release = nullptr;
        }
    array.release(&array);
    EXPECT_EQ(array.release, nullptr);
    ASSERT_NE(moved.release, nullptr);
    EXPECT_EQ(std::memcmp(moved.children[1]->buffers[2], "/kept", 5), 0);
    moved.release(&moved);
}

TEST(ArrowArray, AStreamEnds) {
    ArrowArrayStream stream;
    export_stream(align({wide_of({opened("/a")}), wide_of({RawEvent("read")})}, arrow_common_columns()), &stream);
    ArrowSchema schema;
    ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
    EXPECT_EQ(schema.n_children, static_cast<std::int64_t>(arrow_common_columns()) + 2);
    schema.release(&schema);
    int batches = 0;
    for (ArrowArray array; stream.get_next(&stream, &array) == 0 && array.release; batches++) {
        EXPECT_EQ(array.n_children, static_cast<std::int64_t>(arrow_common_columns()) + 2);
        array.release(&array);
    }
    EXPECT_EQ(batches, 2);
    stream.release(&stream);
}

TEST(ArrowArray, NullsLikeAnyColumn) {
    ArrowColumn batch = wide_of({opened("/a"), RawEvent("recvmmsg"), RawEvent("outer"), RawEvent("execve")});
    for (const ArrowColumn& column : batch->children) {
        ArrowColumn nulls = nulls_like(*column, 100);
        EXPECT_EQ(nulls->format, column->format);
        EXPECT_EQ(nulls->null_count, 100);
        EXPECT_EQ(nulls->buffers.size(), column->buffers.size());
        EXPECT_TRUE(is_null(*nulls, 0) && is_null(*nulls, 99));
    }
}

}  // namespace
}  // namespace traceleft
