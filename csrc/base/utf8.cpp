// SPDX-License-Identifier: MIT
#include "utf8.h"

#include <algorithm>

namespace traceleft {

// The Unicode Standard, table 3-7: which bytes may follow the first one.
Utf8Character next_utf8(std::string_view text) {
    auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    unsigned first = byte(0);
    if (first < 0x80) return {1, true};
    std::size_t size = first >= 0xc2 && first < 0xe0   ? 2
                       : first >= 0xe0 && first < 0xf0 ? 3
                       : first >= 0xf0 && first < 0xf5 ? 4
                                                       : 1;
    unsigned low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    unsigned high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    std::size_t here = 1;
    for (; here < size && here < text.size(); here++, low = 0x80, high = 0xbf)
        if (byte(here) < low || byte(here) > high) break;
    return {here, size > 1 && here == size};
}

bool append_utf8(std::string_view text, std::string& out) {
    bool valid = true;
    while (!text.empty()) {
        std::size_t plain = std::find_if(text.begin(), text.end(), [](char c) { return c & 0x80; }) - text.begin();
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        Utf8Character character = next_utf8(text);
        out += character.valid ? text.substr(0, character.size) : "\xef\xbf\xbd";
        valid &= character.valid;
        text.remove_prefix(character.size);
    }
    return valid;
}

}  // namespace traceleft
