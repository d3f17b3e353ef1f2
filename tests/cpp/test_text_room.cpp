// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "text_room.h"

namespace traceleft {
namespace {

template <typename T>
std::string written(T value) {
    char digits[24];
    return {digits, write_number(digits, value)};
}

TEST(TextRoom, NumbersOfAnyLength) {
    for (std::uint64_t number = 1; number < std::numeric_limits<std::uint64_t>::max() / 10; number *= 10)
        for (std::uint64_t near : {number - 1, number, number + 1, number * 9}) {
            EXPECT_EQ(written(near), std::to_string(near));
            EXPECT_EQ(written(-static_cast<std::int64_t>(near)), std::to_string(-static_cast<std::int64_t>(near)));
        }
    EXPECT_EQ(written(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
    EXPECT_EQ(written(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
    EXPECT_EQ(written(std::numeric_limits<std::int32_t>::min()), "-2147483648");
}

TEST(TextRoom, ACollectorKeepsTheOrder) {
    std::string out = "begin", expected = out;
    TextCollector collector(out);
    for (std::size_t length : {3, 1000, 20, 5000, 1, 1024, 1023}) {
        std::string text(length, static_cast<char>('a' + length % 26));
        collector += text;
        collector.append_number(length);
        expected += text + std::to_string(length);
    }
    collector.flush();
    EXPECT_EQ(out, expected);
}

}  // namespace
}  // namespace traceleft
