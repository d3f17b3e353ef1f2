#pragma once

#include <bpf/libbpf.h>
#include <traceleft/event.h>

#include <string>
#include <string_view>
#include <vector>

#include "bpf_object.h"
#include "syscall_info.h"

namespace traceleft {

/// How trace probes attach to syscalls. Every backend runs the same objects; only program type and hook differ.
using Backend = wire::backend;

std::string_view backend_name(Backend backend);
/// Throws Error: Usage for an unknown name.
Backend parse_backend(std::string_view name);

/// In the order in which `auto` tries them: raw_tp first, for it sees 32-bit calls and misses none under preemption.
const std::vector<Backend>& backends();

/// Gives a program, before loading, the type that `backend` needs. Probes and handlers of one backend thereby match,
/// without which a tail call is refused.
void set_program_type(bpf_program* program, Backend backend, Side side, const SyscallInfo& syscall);

/// Attaches a loaded trace probe. Not for raw_tp, whose root programs do it for all syscalls. Throws Error: Backend.
Link attach_probe(bpf_program* probe, Backend backend, Side side, const SyscallInfo& syscall);

/// Why the kernel has no hook of this backend for this syscall; empty where it has one.
std::string missing_hook(Backend backend, const SyscallInfo& syscall);

/// Throws Error: Backend where the kernel is built without what the backend hooks into; loading shows the rest.
void require_backend(Backend backend);

/// The error for a backend that this machine refuses, with what it was refused by, and the verifier's words if any.
[[noreturn]] void throw_backend_refused(Backend backend, const std::string& what, int errnum,
                                        const std::string& log = "");

}  // namespace traceleft
