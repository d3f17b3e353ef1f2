// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "unique_fd.h"

namespace traceleft {

/// What perf tells of a process: it was forked, executes a program, maps code, or has exited.
struct MappingRecord {
    enum class Is { Forked, Executed, Mapped, Exited };
    Is is = Is::Exited;
    std::uint64_t time = 0;    ///< ns, CLOCK_MONOTONIC
    std::uint32_t pid = 0;     ///< tgid, in the pid namespace of whoever asks
    std::uint32_t parent = 0;  ///< Forked
    std::uint64_t begin = 0, size = 0, offset = 0, device = 0, inode = 0;  ///< Mapped
    std::string path = {};
};

/// Records of all processes of the machine, from its construction on. perf(1) knows by them, too, what short-lived
/// processes had mapped.
class MappingRecords {
public:
    /// Throws Error::os.
    MappingRecords();

    /// Takes what is there, in the order of time.
    std::vector<MappingRecord> take();
    /// Waits until there is something, or one of `others` becomes readable, for so long at most.
    void wait(std::span<const int> others, int milliseconds);
    /// Records that found no room, so far.
    std::uint64_t lost() const { return lost_; }

private:
    struct Ring {
        UniqueFd event;
        Mapping pages;
    };
    void take(const Ring& ring, std::vector<MappingRecord>& records);
    void read(std::span<const std::byte> record, std::vector<MappingRecord>& records);

    std::vector<Ring> rings_;  ///< of each CPU
    std::uint64_t lost_ = 0;
};

}  // namespace traceleft
