// SPDX-License-Identifier: MIT
#include "file_content.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "unique_fd.h"

namespace traceleft {

// Not by a stream's iterators: they throw where reading fails, even if the stream was asked not to.
std::string file_content(const std::string& path) {
    UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text;
    if (!file) return text;
    char part[4096];
    for (;;) {
        ssize_t size = read(file.get(), part, sizeof(part));
        if (size > 0)
            text.append(part, static_cast<std::size_t>(size));
        else if (size == 0 || errno != EINTR)
            return text;
    }
}

}  // namespace traceleft
