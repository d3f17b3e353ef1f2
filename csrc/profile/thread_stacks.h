// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "stack_record.h"

namespace traceleft {

/// The threads of this process, by tid.
std::vector<pid_t> thread_ids();

/// A thread's name as the kernel has it; empty where the thread is gone.
std::string thread_name(pid_t tid);

struct ThreadStack {
    pid_t tid;
    std::string name;
    StackRecord record;  ///< without frames where the thread did not answer
};

/// The stack of every thread of this process, now. A thread that blocks SIGPROF, and one that has not answered within
/// `deadline` (it waits in the kernel for a device), is there without frames. Throws Error::os.
std::vector<ThreadStack> thread_stacks(std::chrono::nanoseconds deadline);

}  // namespace traceleft
