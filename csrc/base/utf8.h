// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace traceleft {

/// The start of a text: one character, or bytes that are no part of any (a maximal subpart, as Unicode calls it).
struct Utf8Character {
    std::size_t size;  ///< bytes
    bool valid;
};

/// Reads the start of a text, which must not be empty.
Utf8Character next_utf8(std::string_view text);

/// Appends the text with U+FFFD for each maximal subpart that is no UTF-8. Returns whether all of it was UTF-8.
bool append_utf8(std::string_view text, std::string& out);

}  // namespace traceleft
