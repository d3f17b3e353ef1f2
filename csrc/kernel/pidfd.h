// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include "error.h"
#include "unique_fd.h"

namespace traceleft {

/// A pidfd of a process whose calls can be traced: none of the kernel's, no thread, and past its parent's fork hook.
/// Throws Error: Process, Os.
UniqueFd open_process(pid_t pid);

/// Whether the process of a pidfd has exited.
bool exited(int pidfd);

Error no_such_process(pid_t pid, const char* why = "it may have exited");

}  // namespace traceleft
