// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace traceleft {

/// Writes a number in decimal, and returns its end. `out` has room for 21 bytes, whatever the number is.
template <typename T>
char* write_number(char* out, T value) {
    static constexpr std::array<char, 200> pairs = [] {
        std::array<char, 200> digits{};
        for (std::size_t i = 0; i < 100; i++) {
            digits[2 * i] = static_cast<char>('0' + i / 10);
            digits[2 * i + 1] = static_cast<char>('0' + i % 10);
        }
        return digits;
    }();
    constexpr std::size_t longest = 20;
    auto left = static_cast<std::uint64_t>(value);
    if constexpr (std::is_signed_v<T>)
        if (value < 0) {
            *out++ = '-';
            left = 0 - left;
        }
    char digits[2 * longest];
    char* begin = digits + longest;
    while (left >= 100) {
        std::memcpy(begin -= 2, &pairs[left % 100 * 2], 2);
        left /= 100;
    }
    if (left >= 10)
        std::memcpy(begin -= 2, &pairs[left * 2], 2);
    else
        *--begin = static_cast<char>('0' + left);
    // As many bytes each time: a number's own length would be a call.
    std::memcpy(out, begin, longest);
    return out + (digits + longest - begin);
}

/// Text of at most `size` bytes, which are not counted as they are written: for what is short by its nature. To append
/// to a string costs a look at its room each time.
template <std::size_t size>
class TextRoom {
public:
    TextRoom& operator+=(char byte) {
        *end_++ = byte;
        return *this;
    }
    TextRoom& operator+=(std::string_view text) {
        append(text.data(), text.size());
        return *this;
    }
    void append(const char* text, std::size_t length) {
        std::memcpy(end_, text, length);
        end_ += length;
    }
    /// The first `length` of 24 bytes; there must be room for all, which take fewer instructions than some.
    void append_padded(const char (&text)[24], std::size_t length) {
        std::memcpy(end_, text, sizeof(text));
        end_ += length;
    }
    template <typename T>
    void append_number(T value) {
        end_ = write_number(end_, value);
    }

    std::string_view text() const { return {bytes_, static_cast<std::size_t>(end_ - bytes_)}; }

private:
    char bytes_[size];
    char* end_ = bytes_;
};

/// Collects short texts before they are appended to a string, which would look at its room for each.
class TextCollector {
public:
    explicit TextCollector(std::string& out) : out_(out) {}
    TextCollector(const TextCollector&) = delete;
    TextCollector& operator=(const TextCollector&) = delete;
    ~TextCollector() = default;

    TextCollector& operator+=(std::string_view text) {
        if (text.size() > room()) {
            flush();
            if (text.size() > room()) {
                out_ += text;
                return *this;
            }
        }
        std::memcpy(end_, text.data(), text.size());
        end_ += text.size();
        return *this;
    }
    template <typename T>
    void append_number(T value) {
        if (room() < 24) flush();
        end_ = write_number(end_, value);
    }
    /// To be called at the end, and before anything else is appended to the string.
    void flush() {
        out_.append(bytes_, static_cast<std::size_t>(end_ - bytes_));
        end_ = bytes_;
    }

private:
    std::size_t room() const { return static_cast<std::size_t>(bytes_ + sizeof(bytes_) - end_); }

    std::string& out_;
    char bytes_[1024];
    char* end_ = bytes_;
};

}  // namespace traceleft
