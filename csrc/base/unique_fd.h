// SPDX-License-Identifier: MIT
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <utility>

namespace traceleft {

/// Owns a file descriptor. A fork's child doesn't get it: see at_fork.h.
class UniqueFd {
public:
    UniqueFd() = default;
    explicit UniqueFd(int fd);
    UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~UniqueFd();

    int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }

private:
    int fd_ = -1;
};

/// Owns a memory mapping. A fork's child has zeros there.
class Mapping {
public:
    Mapping() = default;
    Mapping(void* address, std::size_t size);
    Mapping(Mapping&& other) noexcept
        : address_(std::exchange(other.address_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    Mapping& operator=(Mapping&& other) noexcept {
        std::swap(address_, other.address_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~Mapping();

    /// Maps `size` bytes of `fd` at `offset`; throws Error::os.
    static Mapping of(int fd, std::size_t size, int protection, off_t offset = 0);

    template <typename T>
    T* as(std::size_t offset = 0) const {
        return reinterpret_cast<T*>(static_cast<std::byte*>(address_) + offset);
    }

private:
    void* address_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace traceleft
