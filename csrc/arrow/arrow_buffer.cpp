// SPDX-License-Identifier: MIT
#include "arrow_buffer.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>

#include "error.h"
#include "memory_account.h"

namespace traceleft {

namespace {

constexpr std::size_t alignment = 64;  // what the Arrow format recommends
/// From here on, memory is the kernel's own pages, which are 0 and cost nothing until they are written to.
constexpr std::size_t mapped_from = 256 * 1024;

MemoryAccount buffers("traceleft::ArrowBuffer::grow", "columns of Arrow, with the room that they have not filled yet");

}  // namespace

ArrowBuffer::~ArrowBuffer() {
    if (capacity_) buffers.add(-1, -static_cast<std::int64_t>(capacity_));
    if (capacity_ >= mapped_from)
        munmap(data_, capacity_);
    else
        std::free(data_);
}

void ArrowBuffer::grow(std::size_t bytes) {
    if (bytes > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) - size_)
        throw Error(ErrorKind::Capacity, "an Arrow column would have more than 2 GiB: finish the builder before");
    std::size_t capacity = std::max<std::size_t>(alignment, capacity_);
    while (capacity < size_ + bytes) capacity *= 2;
    void* memory;
    if (capacity_ >= mapped_from) {
        memory = mremap(data_, capacity_, capacity, MREMAP_MAYMOVE);
        if (memory == MAP_FAILED) throw std::bad_alloc();
    } else if (capacity >= mapped_from) {
        memory = mmap(nullptr, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) throw std::bad_alloc();
        if (size_) std::memcpy(memory, data_, size_);
        std::free(data_);
    } else {
        memory = std::aligned_alloc(alignment, capacity);
        if (!memory) throw std::bad_alloc();
        if (size_) std::memcpy(memory, data_, size_);
        std::memset(static_cast<std::byte*>(memory) + size_, 0, capacity - size_);
        std::free(data_);
    }
    buffers.add(capacity_ ? 0 : 1, static_cast<std::int64_t>(capacity - capacity_));
    data_ = static_cast<std::byte*>(memory);
    capacity_ = capacity;
}

}  // namespace traceleft
