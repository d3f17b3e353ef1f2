#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace traceleft {

/// What a text begins with: one character, or bytes that are no part of any (a maximal subpart, as Unicode calls it).
struct Utf8Character {
    std::size_t size;  ///< bytes
    bool valid;
};

/// Of a text that isn't empty.
Utf8Character next_utf8(std::string_view text);

/// Appends the text with U+FFFD for each maximal subpart that is no UTF-8. Returns whether there was none.
bool append_utf8(std::string_view text, std::string& out);

}  // namespace traceleft
