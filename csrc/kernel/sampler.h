// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "perf_event.h"
#include "syscall_info.h"

namespace traceleft {

/// A timer, or a counter of perf's, by which what CPUs run is sampled.
struct Sampler {
    const char* name;    ///< "profile", or "software:page-faults"
    std::uint32_t type;  ///< as perf_event_open(2) takes them
    std::uint64_t config;
    std::uint32_t
        period;          ///< events from one sample to the next, where none is asked for; of a timer: samples a second
    std::uint32_t most;  ///< the largest that can be asked for
};

/// All of them. A source's number has the place of its sampler, from 1.
const std::vector<Sampler>& samplers();

/// Throws Error: Handler where this machine lacks it.
void require_sampler(const SyscallInfo& source);

/// Attaches a loaded program to it on each CPU that is there. Throws as require_sampler() does, Error::os.
std::vector<AttachedEvent> attach_sampler(int program, const SyscallInfo& source);

}  // namespace traceleft
