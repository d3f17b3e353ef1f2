// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "output_limit.h"

namespace traceleft {

/// The decimal digits of 0 to 99, two each.
inline constexpr std::array<char, 200> digit_pairs = [] {
    std::array<char, 200> digits{};
    for (std::size_t i = 0; i < 100; i++) {
        digits[2 * i] = static_cast<char>('0' + i / 10);
        digits[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return digits;
}();

/// Eight decimal digits of a number below 10^8, a byte each, the first one lowest; without '0' added to them.
constexpr std::uint64_t eight_digits(std::uint32_t value) {
    static_assert(std::endian::native == std::endian::little);
    // Halves, then quarters, then digits, each beside its neighbour; the products are quotients for all that can occur.
    std::uint64_t halves = value / 10000 | std::uint64_t{value % 10000} << 32;
    std::uint64_t hundreds = (halves * 10486 >> 20) & 0x0000007f0000007f;
    std::uint64_t quarters = hundreds | (halves - hundreds * 100) << 16;
    std::uint64_t tens = (quarters * 103 >> 10) & 0x000f000f000f000f;
    return tens | (quarters - tens * 10) << 8;
}

/// Writes the last `count` decimal digits of a number, an even count.
template <std::size_t count>
void write_digits(char* out, std::uint32_t value) {
    static_assert(count % 2 == 0);
    for (std::size_t at = count; at; value /= 100) std::memcpy(out + (at -= 2), &digit_pairs[value % 100 * 2], 2);
}

/// Writes a number in decimal, and returns its end. `out` has room for 24 bytes, whatever the number is.
template <typename T>
char* write_number(char* out, T value) {
    auto left = static_cast<std::uint64_t>(value);
    if constexpr (std::is_signed_v<T>)
        if (value < 0) {
            *out++ = '-';
            left = 0 - left;
        }
    if (left < 10) {  // as most are
        *out = static_cast<char>('0' + left);
        return out + 1;
    }
    constexpr std::uint64_t zeros = 0x3030303030303030, limit = 100'000'000;
    auto rest = [&out](std::uint64_t digits) {
        digits += zeros;
        std::memcpy(out, &digits, sizeof(digits));
        out += sizeof(digits);
    };
    auto first = [&out](std::uint64_t digits) {
        int missing = std::countr_zero(digits) & ~7;
        digits = (digits + zeros) >> missing;
        std::memcpy(out, &digits, sizeof(digits));
        out += sizeof(digits) - static_cast<std::size_t>(missing) / 8;
    };
    if (left < limit) {
        first(eight_digits(static_cast<std::uint32_t>(left)));
        return out;
    }
    std::uint64_t high = left / limit;
    if (high < limit) {
        first(eight_digits(static_cast<std::uint32_t>(high)));
    } else {
        first(eight_digits(static_cast<std::uint32_t>(high / limit)));
        rest(eight_digits(static_cast<std::uint32_t>(high % limit)));
    }
    rest(eight_digits(static_cast<std::uint32_t>(left % limit)));
    return out;
}

/// Writes a number in hexadecimal, without 0x, and returns its end. `out` has room for 16 bytes, whatever it is.
inline char* write_hex(char* out, std::uint64_t value) {
    // Eight digits at once, a byte each, the first one lowest.
    auto digits = [](std::uint64_t half) {
        half = (half | half << 16) & 0x0000ffff0000ffff;
        half = (half | half << 8) & 0x00ff00ff00ff00ff;
        half = (half | half << 4) & 0x0f0f0f0f0f0f0f0f;
        std::uint64_t letters = (half + 0x0606060606060606) >> 4 & 0x0101010101010101;
        return __builtin_bswap64(half + 0x3030303030303030 + letters * ('a' - '0' - 10));
    };
    std::size_t count = (static_cast<std::size_t>(std::bit_width(value | 1)) + 3) / 4;
    value <<= 64 - 4 * count;
    std::uint64_t first = digits(value >> 32), second = digits(value & 0xffffffff);
    std::memcpy(out, &first, sizeof(first));
    std::memcpy(out + sizeof(first), &second, sizeof(second));
    return out + count;
}

/// Copies a text, and returns its end: short ones without a call.
inline char* copy_text(char* out, const char* text, std::size_t size) {
    auto ends = [&]<typename Word>(Word) {
        Word first, last;
        std::memcpy(&first, text, sizeof(Word));
        std::memcpy(&last, text + size - sizeof(Word), sizeof(Word));
        std::memcpy(out, &first, sizeof(Word));
        std::memcpy(out + size - sizeof(Word), &last, sizeof(Word));
    };
    struct Block {
        std::uint64_t words[2];
    };
    if (size > 2 * sizeof(Block))
        std::memcpy(out, text, size);
    else if (size >= sizeof(Block))
        ends(Block{});
    else if (size >= sizeof(std::uint64_t))
        ends(std::uint64_t{});
    else if (size >= sizeof(std::uint32_t))
        ends(std::uint32_t{});
    else
        for (std::size_t at = 0; at < size; at++) out[at] = text[at];
    return out + size;
}

/// A text that is copied again and again. The bytes behind a short one can be read, too: to copy as many each time
/// takes fewer instructions than to ask how many.
class CopiedText {
public:
    static constexpr std::size_t at_once = 64;  ///< bytes that are written at most for a short one

    CopiedText() = default;
    explicit CopiedText(std::string_view text) : size_(text.size()) {
        if (is_short())
            text.copy(short_, size_);
        else
            long_ = text;
    }
    std::size_t size() const { return size_; }
    bool is_short() const { return size_ <= at_once; }
    std::string_view text() const { return {is_short() ? short_ : long_.data(), size_}; }
    /// Of a short one: writes it, without its first `skipped` bytes, at most 8, and returns its end.
    char* copy(char* out, std::size_t skipped = 0) const {
        constexpr std::size_t shortest = 16;
        if (size_ <= shortest)
            std::memcpy(out, short_ + skipped, shortest);
        else
            std::memcpy(out, short_ + skipped, at_once);
        return out + (size_ - skipped);
    }

private:
    std::size_t size_ = 0;
    char short_[at_once + 8] = {};
    std::string long_;
};

/// Writes text where there is known to be room for it, for what is short by its nature.
class UncheckedText {
public:
    explicit UncheckedText(char* begin) : end_(begin) {}

    UncheckedText& operator+=(char byte) {
        *end_++ = byte;
        return *this;
    }
    UncheckedText& operator+=(std::string_view text) {
        append(text.data(), text.size());
        return *this;
    }
    UncheckedText& operator+=(const CopiedText& text) {
        end_ = text.is_short() ? text.copy(end_) : copy_text(end_, text.text().data(), text.size());
        return *this;
    }
    void append(const char* text, std::size_t size) { end_ = copy_text(end_, text, size); }
    template <typename T>
    void append_number(T value) {
        end_ = write_number(end_, value);
    }
    char* end() const { return end_; }

private:
    char* end_;
};

/// Collects short texts before they are appended to a string, which would look at its room for each.
class TextCollector {
public:
    static constexpr std::size_t longest = 4096;

    explicit TextCollector(std::string& out) : out_(out) {}
    TextCollector(const TextCollector&) = delete;
    TextCollector& operator=(const TextCollector&) = delete;
    ~TextCollector() = default;

    TextCollector& operator+=(char byte) {
        *reserve(1) = byte;
        end_++;
        return *this;
    }
    TextCollector& operator+=(std::string_view text) {
        append(text.data(), text.size());
        return *this;
    }
    TextCollector& operator+=(const CopiedText& text) {
        append(text, 0);
        return *this;
    }
    void append(const char* text, std::size_t size) {
        if (size > room()) return append_long({text, size});
        end_ = copy_text(end_, text, size);
    }
    /// Without its first `skipped` bytes, at most 8.
    void append(const CopiedText& text, std::size_t skipped) {
        if (!text.is_short()) return append_long(text.text().substr(skipped));
        end_ = text.copy(reserve(CopiedText::at_once), skipped);
    }
    template <typename T>
    void append_number(T value) {
        end_ = write_number(reserve(24), value);
    }
    /// With 0x.
    void append_hex(std::uint64_t value) {
        char* begin = reserve(24);
        std::memcpy(begin, "0x", 2);
        end_ = write_hex(begin + 2, value);
    }
    /// What `write`, called with a place that has room for `size` bytes, at most `longest`, leaves before the end that
    /// it returns.
    template <typename Write>
    void append_written(std::size_t size, Write&& write) {
        end_ = write(reserve(size));
    }
    /// To be called at the end, and before anything else is appended to the string. Throws Error: Capacity where that
    /// is too long.
    void flush() {
        check_output(out_.size());
        out_.append(bytes_, static_cast<std::size_t>(end_ - bytes_));
        end_ = bytes_;
    }
    /// The string, to append something else to.
    std::string& flushed() {
        flush();
        return out_;
    }

private:
    std::size_t room() const { return static_cast<std::size_t>(bytes_ + sizeof(bytes_) - end_); }
    char* reserve(std::size_t size) {
        if (size > room()) [[unlikely]]
            flush();
        return end_;
    }
    [[gnu::noinline]] void append_long(std::string_view text) {
        flush();
        if (text.size() > sizeof(bytes_))
            out_ += text;
        else
            end_ = copy_text(end_, text.data(), text.size());
    }

    std::string& out_;
    char bytes_[longest];
    char* end_ = bytes_;
};

}  // namespace traceleft
