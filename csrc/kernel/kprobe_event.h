// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "at_fork.h"
#include "bpf_object.h"
#include "syscall_info.h"
#include "tracepoint.h"

namespace traceleft {

/// A program on a kprobe, or a kretprobe, that is defined in tracefs. Only there can a kretprobe be told how many
/// threads may be inside its function at once: perf's own, to which libbpf attaches, has room for 10, or two for each
/// CPU, and further threads' returns are not seen. Its destructor removes the event; an event that a killed
/// process left is removed by the next process that makes one.
class KprobeEvent {
public:
    static constexpr std::uint32_t highest_maxactive = 4096;  ///< KRETPROBE_MAXACTIVE_MAX, kernel/trace/trace_probe.h

    /// Makes the event and attaches a loaded program. `maxactive`: threads inside the function, for Side::exit. Throws
    /// Error::os.
    KprobeEvent(bpf_program* program, const std::string& function, Side side, std::uint32_t maxactive);
    KprobeEvent(const KprobeEvent&) = delete;
    KprobeEvent& operator=(const KprobeEvent&) = delete;
    ~KprobeEvent();

    const std::string& name() const { return name_; }

    /// By event's name, how often the kernel ran none of the programs of an event.
    static std::map<std::string, std::uint64_t> misses();

private:
    std::string name_;  ///< tracefs: events/traceleft/<name>
    AttachedEvent attached_;
    unsigned made_in_ = fork_generation();
};

}  // namespace traceleft
