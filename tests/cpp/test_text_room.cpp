// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
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

TEST(TextRoom, AllPairsOfDigitsAndAllPlaces) {
    for (std::uint64_t number = 0; number < 10000; number++)
        for (std::uint64_t factor : {1ULL, 10000ULL, 10001ULL, 100000000ULL, 10000000000000000ULL / 10000})
            EXPECT_EQ(written(number * factor), std::to_string(number * factor));
}

TEST(TextRoom, HexadecimalNumbersOfAnyLength) {
    for (std::uint64_t number : {0ULL, 1ULL, 0xfULL, 0x10ULL, 0x9aULL, 0x123456789abcdef0ULL, 0xffffffffULL, ~0ULL}) {
        char digits[24], expected[24];
        std::snprintf(expected, sizeof(expected), "%llx", static_cast<unsigned long long>(number));
        EXPECT_EQ(std::string(digits, write_hex(digits, number)), expected);
    }
}

TEST(TextRoom, CopiesTextsOfAnyLength) {
    const std::string letters = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789";
    for (std::size_t size = 0; size <= letters.size(); size++) {
        std::string text = letters.substr(0, size), out(size, '-');
        EXPECT_EQ(copy_text(out.data(), text.data(), size), out.data() + size);
        EXPECT_EQ(out, text);
        std::string collected, expected = text + text.substr(std::min<std::size_t>(size, 2)) + "!";
        TextCollector collector(collected);
        collector += CopiedText(text);
        collector.append(CopiedText(text), std::min<std::size_t>(size, 2));
        collector += '!';
        collector.flush();
        EXPECT_EQ(collected, expected);
    }
}

TEST(TextRoom, ACollectorKeepsTheOrder) {
    std::string out = "begin", expected = out;
    TextCollector collector(out);
    for (std::size_t length : {3, 1000, 20, 5000, 1, 1024, 1023, 4096, 4095}) {
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
