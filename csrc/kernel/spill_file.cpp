// SPDX-License-Identifier: MIT
#include "spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "error.h"

namespace traceleft {

std::optional<std::uint64_t> SpillFile::put(std::string_view frame) {
    if (full()) return std::nullopt;
    if (!fd_) fd_ = UniqueFd(open(directory_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    for (std::size_t written = 0; written < frame.size();) {
        ssize_t size =
            pwrite(fd_.get(), frame.data() + written, frame.size() - written, static_cast<off_t>(end_ + written));
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) {  // the disk is full, or there is no file
            limit_ = bytes();
            return std::nullopt;
        }
        written += static_cast<std::size_t>(size);
    }
    end_ += frame.size();
    return end_ - frame.size();
}

std::string SpillFile::take(std::uint64_t offset, std::size_t size) {
    std::string frame(size, '\0');
    for (std::size_t read = 0; read < size;) {
        ssize_t got = pread(fd_.get(), frame.data() + read, size - read, static_cast<off_t>(offset + read));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw Error::os("read events back from a file in " + directory_, got ? errno : EIO);
        read += static_cast<std::size_t>(got);
    }
    begin_ = offset + size;
    if (begin_ == end_) {
        begin_ = end_ = 0;
        static_cast<void>(ftruncate(fd_.get(), 0));
    } else {  // where the file system has no holes, it takes room until all is read
        static_cast<void>(
            fallocate(fd_.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(begin_)));
    }
    return frame;
}

}  // namespace traceleft
