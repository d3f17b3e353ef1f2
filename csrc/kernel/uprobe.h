// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "perf_event.h"
#include "syscall_info.h"
#include "user_probe.h"

namespace traceleft {

/// Throws Error: Handler where this kernel has no uprobes.
void require_uprobes(const std::string& name);

/// Attaches a loaded program to every place of a probe, in all processes that map the file; at Side::exit to the return
/// of the function that is there. `name` is for errors. Throws Error: Handler, Os.
std::vector<AttachedEvent> attach_uprobe(int program, const UserProbe& probe, Side side, const std::string& name);

}  // namespace traceleft
