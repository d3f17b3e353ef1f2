// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

#include "batch.h"

namespace traceleft {

/// Where a file has a batch as BatchCompressor gives it.
struct FrameInFile {
    std::int64_t offset;
    std::size_t size;  ///< bytes
};

/// A batch that is in memory, or in a file.
using KeptBatch = std::variant<std::shared_ptr<const Batch>, FrameInFile>;

/// Reads one that is in the file `fd`, which errors call `name`. Throws Error: Recording where it is damaged, or was
/// changed meanwhile.
Batch read_frame(int fd, const std::string& name, const FrameInFile& place);

}  // namespace traceleft
