// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace traceleft {

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
    template <typename T>
    void append_number(T value) {
        end_ = std::to_chars(end_, bytes_ + size, value).ptr;
    }

    std::string_view text() const { return {bytes_, static_cast<std::size_t>(end_ - bytes_)}; }

private:
    char bytes_[size];
    char* end_ = bytes_;
};

}  // namespace traceleft
