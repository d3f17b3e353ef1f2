// SPDX-License-Identifier: MIT
#include "kept_batch.h"

#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>

#include "batch_codec.h"
#include "error.h"

namespace traceleft {

Batch read_frame(int fd, const std::string& name, const FrameInFile& place) {
    thread_local std::string frame;  // kept for its memory: most are as large as the one before
    frame.resize(place.size);
    std::size_t read = 0;
    while (read < frame.size()) {
        ssize_t got = pread(fd, frame.data() + read, frame.size() - read, static_cast<off_t>(place.offset + read));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error::os("read events", errno, name);
        if (got == 0) break;  // it was cut meanwhile
        read += static_cast<std::size_t>(got);
    }
    try {
        return decompress_batch(std::string_view(frame).substr(0, read));
    } catch (const Error& error) {
        throw Error(ErrorKind::Recording,
                    name + ": damaged behind byte " + std::to_string(place.offset) + " (" + error.what() + ")");
    }
}

}  // namespace traceleft
