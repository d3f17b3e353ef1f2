// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "unique_fd.h"

namespace traceleft {

/// A program at a tracepoint; with this it is detached.
struct AttachedTracepoint {
    UniqueFd event;  ///< perf's, which the kernel runs programs of
    UniqueFd link;   ///< empty before Linux 5.15: then the event holds the program
};

/// Attaches a loaded program to a tracepoint as tracefs names it ("syscalls/sys_exit_read"). libbpf would do the same,
/// and tell nobody the event's descriptor. Throws Error::os.
AttachedTracepoint attach_tracepoint(int program, const std::string& name);

}  // namespace traceleft
