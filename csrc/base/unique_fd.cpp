// SPDX-License-Identifier: MIT
#include "unique_fd.h"

#include <unistd.h>

#include <cerrno>

#include "at_fork.h"
#include "error.h"

namespace traceleft {

UniqueFd::UniqueFd(int fd) : fd_(fd) {
    if (fd_ >= 0) keep_from_children(fd_);
}

UniqueFd::~UniqueFd() {
    if (fd_ < 0) return;
    NoFork until_closed;
    let_go(fd_);
    close(fd_);
}

Mapping::Mapping(void* address, std::size_t size) : address_(address), size_(size) {
    keep_from_children(address_, size_);
}

Mapping::~Mapping() {
    if (!address_) return;
    NoFork until_unmapped;
    let_go(address_);
    munmap(address_, size_);
}

Mapping Mapping::of(int fd, std::size_t size, int protection, off_t offset) {
    NoFork until_kept;
    void* address = mmap(nullptr, size, protection, MAP_SHARED, fd, offset);
    if (address == MAP_FAILED) throw Error::os("map a BPF map's memory", errno);
    return {address, size};
}

}  // namespace traceleft
