// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "syscall_info.h"

namespace traceleft {

/// Those of the calls by which a process changes what is told of it: users, capabilities, directories, session,
/// namespaces. What ioctl() and prctl() change is left out: too many calls of theirs change nothing.
std::vector<SyscallInfo> changing_calls(const std::vector<SyscallInfo>& syscalls);

}  // namespace traceleft
