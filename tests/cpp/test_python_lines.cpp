// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <vector>

#include "python_lines.h"

namespace traceleft {
namespace {

/// A table's bytes, one by one.
class Bytes {
public:
    explicit Bytes(std::vector<int> bytes) : bytes_(std::move(bytes)) {}
    int operator()() { return at_ < bytes_.size() ? bytes_[at_++] : -1; }

private:
    std::vector<int> bytes_;
    std::size_t at_ = 0;
};

TEST(PythonLines, OfLnotab) {
    // 6 bytes on line 10, 4 on line 11, and then line 9.
    auto line = [](int instruction) {
        Bytes table({6, 1, 4, 0xfe});
        return line_in_lnotab(table, 10, instruction);
    };
    EXPECT_EQ(line(0), 10);
    EXPECT_EQ(line(4), 10);
    EXPECT_EQ(line(6), 11);
    EXPECT_EQ(line(8), 11);
    EXPECT_EQ(line(10), 9);
    EXPECT_EQ(line(100), 9);
}

TEST(PythonLines, OfRanges) {
    // 4 bytes on line 10, 2 on none, 6 on line 8.
    auto line = [](int instruction) {
        Bytes table({4, 0, 2, 0x80, 6, 0xfe});
        return line_in_ranges(table, 10, instruction);
    };
    EXPECT_EQ(line(2), 10);
    EXPECT_EQ(line(4), 0);
    EXPECT_EQ(line(6), 8);
    EXPECT_EQ(line(10), 8);
    EXPECT_EQ(line(12), 0);
}

TEST(PythonLines, OfLocations) {
    auto entry = [](int form, int units) { return 0x80 | form << 3 | (units - 1); };
    auto line = [&](int instruction) {
        Bytes table({
            entry(0, 1), 0x11,                  // a short one: the same line
            entry(11, 2), 1, 2,                 // a line on
            entry(15, 1),                       // none
            entry(14, 1), 0x49, 0x01, 0, 1, 2,  // 36 lines back: 73, its 6 lower bits first
            entry(13, 8), 0x02,                 // a line on
        });
        return line_in_locations(table, 100, instruction);
    };
    EXPECT_EQ(line(0), 100);
    EXPECT_EQ(line(2), 101);
    EXPECT_EQ(line(4), 101);
    EXPECT_EQ(line(6), 0);
    EXPECT_EQ(line(8), 65);
    EXPECT_EQ(line(10), 66);
    EXPECT_EQ(line(24), 66);
    EXPECT_EQ(line(26), 0);
}

TEST(PythonLines, OfTablesThatBreakOff) {
    Bytes none({});
    EXPECT_EQ(line_in_lnotab(none, 3, 0), 3);
    EXPECT_EQ(line_in_ranges(none, 3, 0), 0);
    EXPECT_EQ(line_in_locations(none, 3, 0), 0);
    Bytes cut({0x80 | 14 << 3, 0x7f, 0x7f});
    EXPECT_EQ(line_in_locations(cut, 3, 100), 0);
}

}  // namespace
}  // namespace traceleft
