// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "perf_event.h"
#include "unique_fd.h"

namespace traceleft {

/// Closes many of perf's events of tracepoints at once. Each has the kernel wait for some 30 ms when its program is
/// taken away (synchronize_rcu_tasks_trace() in kernel/trace/bpf_trace.c), and for some 45 ms more under a lock of all
/// when it goes itself (perf_trace_event_unreg() in kernel/trace/trace_event_perf.c).
class EventCloser {
public:
    /// `most` events at once. Throws Error::os.
    explicit EventCloser(std::uint32_t most);

    /// Returns when no program runs any more for any of them. Those that have a link go themselves later, in a worker
    /// of the kernel's.
    void close(std::vector<AttachedEvent> events);

private:
    void leave_to_kernel(std::vector<AttachedEvent> events);

    std::uint32_t most_;
    UniqueFd held_;  ///< a map that holds events, until the kernel frees it
};

}  // namespace traceleft
