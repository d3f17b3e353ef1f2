// SPDX-License-Identifier: MIT
// What the compiled objects call their programs and maps: see bpf/include/traceleft/dispatch.h.
#pragma once

#include <string>
#include <utility>

#include "syscall_info.h"

namespace traceleft {

/// One trace probe: a syscall's, on one side.
using Probe = std::pair<std::string, Side>;

/// The program, and its map of handlers. Those of a 32-bit program's call are its namesake's, loaded once more.
std::string probe_name(const Probe& probe);
std::string handler_map_name(const Probe& probe);
/// The call's name without what tells a 32-bit program's from its namesake.
std::string plain_name(const Probe& probe);

/// The program on the hook of all calls, and the map in which it looks for a call's trace probe.
const char* root_name(Side side);
std::string root_map(Side side, bool compat);

/// A tracepoint's trace probe, and its map of handlers.
inline constexpr const char* source_probe = "trace_source";
inline constexpr const char* source_map = "source_progs";

/// A program and a map for what calls were passed at their entry.
inline constexpr const char* entered_map = "entered_calls";
inline constexpr const char* entered_end_hook = "entered_call_ended";

/// What tells of new processes and of executed programs, and forgets those that have exited: one of the two at a time.
inline constexpr const char* process_hooks[] = {"process_forked", "process_executed"};
inline constexpr const char* exit_hooks[] = {"process_exited", "process_exited_last"};

}  // namespace traceleft
