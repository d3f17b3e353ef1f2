// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace traceleft {

// The line of an instruction, so many bytes from its code's first, by a table as the versions of CPython have it.
// `next` gives the table's bytes one by one, and -1 behind the last. 0: the instruction belongs to no line.

/// 3.9, co_lnotab (Objects/lnotab_notes.txt there): pairs of an unsigned step in the code and a signed one in the
/// lines.
template <typename Next>
int line_in_lnotab(Next& next, int line, std::ptrdiff_t instruction) {
    std::ptrdiff_t at = 0;
    for (;;) {
        int step = next();
        int lines = next();
        if (lines < 0) return line;
        at += step;
        if (at > instruction) return line;
        line += static_cast<signed char>(lines);
    }
}

/// 3.10, co_linetable (Objects/lnotab_notes.txt there): pairs of a range's bytes and the step in lines to it, -128
/// where it belongs to none.
template <typename Next>
int line_in_ranges(Next& next, int line, std::ptrdiff_t instruction) {
    std::ptrdiff_t end = 0;
    for (;;) {
        int size = next();
        int lines = next();
        if (lines < 0) return 0;
        auto step = static_cast<signed char>(lines);
        if (step != -128) line += step;
        end += size;
        if (instruction < end) return step == -128 ? 0 : line;
    }
}

/// From 3.11, co_linetable (Objects/locations.md there): entries whose first byte has its highest bit set and says the
/// form and how many code units it covers.
template <typename Next>
int line_in_locations(Next& next, int line, std::ptrdiff_t instruction) {
    constexpr int none = 15, with_end = 14, without_columns = 13, first_one_line = 10;
    constexpr std::ptrdiff_t code_unit = 2;  // bytes
    std::ptrdiff_t end = 0;
    int byte = next();
    while (byte >= 0) {
        int form = byte >> 3 & 15;
        end += ((byte & 7) + 1) * code_unit;
        byte = next();
        if (form == with_end || form == without_columns) {
            // Six bits a byte, the lowest first, all but the last with 0x40; the lowest of all is the sign.
            unsigned number = 0;
            for (unsigned shift = 0; byte >= 0; shift += 6) {
                if (shift < 32) number |= static_cast<unsigned>(byte & 0x3f) << shift;
                bool more = byte & 0x40;
                byte = next();
                if (!more) break;
            }
            int lines = static_cast<int>(number >> 1);
            line += number & 1 ? -lines : lines;
        } else if (form >= first_one_line && form != none) {
            line += form - first_one_line;
        }
        if (instruction < end) return form == none ? 0 : line;
        while (byte >= 0 && byte < 0x80) byte = next();
    }
    return 0;
}

}  // namespace traceleft
