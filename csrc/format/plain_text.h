// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace traceleft {

// The bytes that stand for themselves between quotation marks, in JSON and in C: printable ASCII without '"' and '\'.

namespace plain {

constexpr std::uint64_t each = 0x0101010101010101;

// The lowest high bit that a subtraction leaves where there was none is right, the others may not be.
constexpr std::uint64_t below(std::uint64_t bytes, std::uint64_t limit) { return (bytes - each * limit) & ~bytes; }

/// Has the high bit of the first byte that is not plain, and none where all are.
constexpr std::uint64_t special(std::uint64_t word) {
    return (word | below(word, 0x20) | below(word ^ each * '"', 1) | below(word ^ each * '\\', 1) |
            below(word ^ each * 0x7f, 1)) &
           each * 0x80;
}

constexpr bool is_plain(char byte) { return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\'; }

template <typename Word>
Word load(const char* bytes) {
    Word word;
    std::memcpy(&word, bytes, sizeof(word));
    return word;
}

// A vector of any machine's, of signed bytes: those from 0x80 on are below 0x20, too.
using Block [[gnu::vector_size(16)]] = signed char;

inline bool has_special(const char* bytes) {
    auto block = load<Block>(bytes);
    auto found = (block < 0x20) | (block == '"') | (block == '\\') | (block == 0x7f);
    std::uint64_t halves[2];
    std::memcpy(halves, &found, sizeof(halves));
    return halves[0] | halves[1];
}

}  // namespace plain

/// How many of the first bytes are plain.
inline std::size_t plain_prefix(std::string_view text) {
    static_assert(std::endian::native == std::endian::little);
    std::size_t at = 0;
    while (at + sizeof(plain::Block) <= text.size() && !plain::has_special(text.data() + at))
        at += sizeof(plain::Block);
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t))
        if (std::uint64_t special = plain::special(plain::load<std::uint64_t>(text.data() + at)))
            return at + std::countr_zero(special) / 8;
    while (at < text.size() && plain::is_plain(text[at])) at++;
    return at;
}

/// Whether all bytes are plain: quicker than how many, for the last ones may be looked at twice.
inline bool is_plain(std::string_view text) {
    const char* bytes = text.data();
    const std::size_t size = text.size();
    if (size >= sizeof(plain::Block)) {
        for (std::size_t at = 0; at + sizeof(plain::Block) < size; at += sizeof(plain::Block))
            if (plain::has_special(bytes + at)) return false;
        return !plain::has_special(bytes + size - sizeof(plain::Block));
    }
    if (size >= 8)
        return !(plain::special(plain::load<std::uint64_t>(bytes)) |
                 plain::special(plain::load<std::uint64_t>(bytes + size - 8)));
    if (size >= 4) {
        std::uint64_t word = plain::load<std::uint32_t>(bytes);
        return !plain::special(word | std::uint64_t{plain::load<std::uint32_t>(bytes + size - 4)} << 32);
    }
    for (char byte : text)
        if (!plain::is_plain(byte)) return false;
    return true;
}

}  // namespace traceleft
