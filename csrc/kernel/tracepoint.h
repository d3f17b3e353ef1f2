// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "perf_event.h"

namespace traceleft {

/// Attaches a loaded program to a tracepoint as tracefs names it ("syscalls/sys_exit_read"). Throws Error::os.
AttachedEvent attach_tracepoint(int program, const std::string& name);

}  // namespace traceleft
