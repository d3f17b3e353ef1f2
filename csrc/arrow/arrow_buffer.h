// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstring>
#include <utility>

namespace traceleft {

/// Bytes that grow at their end, aligned to 64. New ones are 0, and where there are many at once, no memory is spent on
/// them before something else is written there: a column that is null in most rows is cheap.
class ArrowBuffer {
public:
    ArrowBuffer() = default;
    ArrowBuffer(ArrowBuffer&& other) noexcept { *this = std::move(other); }
    ArrowBuffer& operator=(ArrowBuffer&& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
        return *this;
    }
    ~ArrowBuffer();

    const std::byte* data() const { return data_; }
    std::byte* data() { return data_; }
    std::size_t size() const { return size_; }  ///< bytes

    /// Adds bytes, and returns their address. Throws Error: Capacity where they would be more than an int32 counts, for
    /// Arrow's offsets are that; std::bad_alloc.
    std::byte* extend(std::size_t bytes) {
        if (bytes > capacity_ - size_) grow(bytes);
        std::byte* added = data_ + size_;
        size_ += bytes;
        return added;
    }

    template <typename T>
    void push(T value) {
        std::memcpy(extend(sizeof(value)), &value, sizeof(value));
    }

private:
    void grow(std::size_t bytes);

    std::byte* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace traceleft
