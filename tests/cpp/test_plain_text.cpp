// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "plain_text.h"

namespace traceleft {
namespace {

// As the standards have it: RFC 8259 and C, and neither control characters nor what is no ASCII.
bool stands_for_itself(int byte) { return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\'; }

TEST(PlainText, FindsEachByteAtEachPlaceOfTextsOfAnyLength) {
    for (std::size_t size = 1; size <= 40; size++)
        for (std::size_t at = 0; at < size; at++)
            for (int byte = 0; byte < 256; byte++) {
                std::string text(size, 'a');
                text[at] = static_cast<char>(byte);
                const bool plain = stands_for_itself(byte);
                ASSERT_EQ(is_plain(text), plain) << byte << " at " << at << " of " << size;
                ASSERT_EQ(plain_prefix(text), plain ? size : at) << byte << " at " << at << " of " << size;
            }
    EXPECT_TRUE(is_plain(""));
    EXPECT_EQ(plain_prefix(""), 0U);
}

TEST(PlainText, FindsTheFirstOfSeveral) { EXPECT_EQ(plain_prefix("0123456789\n\xff\"0123456789"), 10U); }

}  // namespace
}  // namespace traceleft
