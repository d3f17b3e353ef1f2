// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "unique_fd.h"

namespace traceleft {

/// A file without a name that frames are put into and taken out of again, in the same order. It is made when the first
/// one comes, and takes no more room on the disk than what is in it.
class SpillFile {
public:
    /// `limit`: bytes that it holds at most; 0: none.
    SpillFile(std::string directory, std::uint64_t limit) : directory_(std::move(directory)), limit_(limit) {}

    /// Where the frame lies now; nullopt where it finds no room.
    std::optional<std::uint64_t> put(std::string_view frame);
    /// Whether put() takes no more: it holds its limit, or as much as the disk took.
    bool full() const { return bytes() >= limit_; }
    /// The frame, whose place is free then. Throws Error::os.
    std::string take(std::uint64_t offset, std::size_t size);

    std::uint64_t bytes() const { return end_ - begin_; }

private:
    std::string directory_;
    std::uint64_t limit_;
    UniqueFd fd_;
    std::uint64_t begin_ = 0;  ///< of what is still in it
    std::uint64_t end_ = 0;
};

}  // namespace traceleft
