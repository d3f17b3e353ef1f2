// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "backend.h"
#include "behind_questions.h"
#include "call_table.h"
#include "ownership.h"
#include "process_table.h"
#include "stack_maps.h"
#include "syscall_info.h"

namespace traceleft {

struct DispatcherOptions {
    std::string object;                        ///< path of the compiled programs that every dispatcher loads
    std::string probes_object;                 ///< the compiled trace probes
    std::vector<SyscallInfo> syscalls;         ///< every syscall that there are probes for
    std::string compat_object;                 ///< the same for calls that 32-bit programs alone have
    std::vector<SyscallInfo> compat_syscalls;  ///< all calls of 32-bit programs, each called NAME@32
    std::string questions_object;              ///< the compiled programs around questions
    std::string compat_questions_object;       ///< the same for the calls of 32-bit programs
    std::string sources_object;                ///< the compiled programs of tracepoints
    std::string objects_object;                ///< the compiled programs that describe files; needed for `files`
    std::string processes_object;              ///< the compiled programs that tell of processes; needed for `processes`
    std::shared_ptr<ProcessTable> processes;   ///< what is told of traced processes; null: nothing is
    std::shared_ptr<BehindQuestions> behind;   ///< the parts of questions that are decided on received events
    std::shared_ptr<CallTable> calls;          ///< where the calls that are traced are counted; null: nowhere
    std::shared_ptr<const StackMaps> stacks;   ///< where the stacks of events are kept; null: they have none
    Hooking hooking;
    std::uint32_t ring_size = 0;  ///< bytes: a power of two, at least a page
    std::uint32_t slots = 0;      ///< processes that can have handlers of their own at once, plus one
    bool durations = false;       ///< take entry times too
    bool namespace_pids = false;  ///< record ids in the process's own pid namespace too
    bool environments = false;    ///< record environments' strings, and not only their number
    bool files = false;           ///< tell what descriptors stand for
    bool handler_times = false;   ///< handlers can be timed: see Dispatcher::time_handlers()
    std::optional<Owner> owner;   ///< only of backend raw_tp
};

}  // namespace traceleft
