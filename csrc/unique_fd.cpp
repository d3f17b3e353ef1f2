#include "unique_fd.h"

#include <cerrno>

#include "error.h"

namespace traceleft {

Mapping Mapping::of(int fd, std::size_t size, int protection, off_t offset) {
    void* address = mmap(nullptr, size, protection, MAP_SHARED, fd, offset);
    if (address == MAP_FAILED) throw Error::os("map a BPF map's memory", errno);
    return {address, size};
}

}  // namespace traceleft
