// SPDX-License-Identifier: MIT
#pragma once

#include <linux/perf_event.h>

#include <string>

#include "unique_fd.h"

namespace traceleft {

/// A program of one of perf's events; with this it is detached.
struct AttachedEvent {
    UniqueFd event;  ///< perf's, which the kernel runs programs of
    UniqueFd link;   ///< empty before Linux 5.15: then the event holds the program
};

/// Opens one of perf's events on a CPU, for all processes; empty, with errno, where it can't be.
UniqueFd open_perf_event(perf_event_attr attributes, int cpu);

/// Gives it a loaded program, and enables it. libbpf would do the same, and tell nobody the event's descriptor. `what`
/// and `name` are for the error. Throws Error::os.
AttachedEvent attach_to_perf_event(int program, UniqueFd event, const std::string& what, const std::string& name);

}  // namespace traceleft
