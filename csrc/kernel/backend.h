// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>
#include <traceleft/event.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bpf_object.h"
#include "kprobe_event.h"
#include "syscall_info.h"
#include "tracepoint.h"

namespace traceleft {

/// How trace probes attach to syscalls. Every backend runs the same objects; only program type and hook differ.
using Backend = wire::backend;

/// The options that decide a program's type and its hook.
struct Hooking {
    Backend backend = wire::BACKEND_RAW_TP;
    std::string btf;              ///< a file that replaces the kernel's own BTF; empty: none
    std::uint32_t maxactive = 0;  ///< of kretprobes: threads that may be inside one syscall
};

std::string_view backend_name(Backend backend);
/// Throws Error: Usage for an unknown name.
Backend parse_backend(std::string_view name);

/// In the order in which `auto` tries them: raw_tp first, for it sees 32-bit calls and misses none under preemption.
const std::vector<Backend>& backends();

/// Gives a program of an object, before loading, the type that `backend` needs. Probes and handlers of one backend
/// thereby match, without which a tail call is refused.
void set_program_type(BpfObject& object, bpf_program* program, const Hooking& hooking, Side side,
                      const SyscallInfo& syscall);

/// Keeps a program at its hook, and detaches it at its end.
struct AttachedProbe {
    UniqueFd link;  ///< of raw_tp and fentry
    AttachedEvent tracepoint;
    std::vector<AttachedEvent> events;   ///< of a sampler on each CPU, of a probe in user space at each place
    std::unique_ptr<KprobeEvent> event;  ///< of kprobe
};

/// Attaches a loaded trace probe, or under raw_tp a root program. Throws Error: Backend, Os.
AttachedProbe attach_probe(bpf_program* probe, const Hooking& hooking, Side side, const SyscallInfo& syscall);

/// Attaches a program to a raw tracepoint; name null: to the function or tracepoint that it was loaded for. Throws
/// Error::os.
UniqueFd attach_raw_tracepoint(int program, const char* name);
/// The same where the program's section, "raw_tp/NAME", says.
UniqueFd attach_by_section(const bpf_program* program);

/// The reason why this backend can't hook the syscall on this kernel; empty where it can.
std::string missing_hook(Backend backend, const SyscallInfo& syscall);

/// Programs that tail-call each other under fentry must be for functions of one prototype: BTF's id of it. 0 elsewhere.
std::uint32_t prototype(Backend backend, const SyscallInfo& syscall);

/// Whether the hook gives programs a pointer to the registers of user space.
bool gives_registers(Backend backend, const SyscallInfo& syscall);

/// Throws Error: Backend where the kernel lacks the backend's kind of hook, Usage for a maxactive that can't be;
/// loading shows the rest.
void require_backend(const Hooking& hooking);

/// The error for a backend that this machine refuses, with the cause, and the verifier's words if any.
[[noreturn]] void throw_backend_refused(Backend backend, const std::string& what, int errnum,
                                        const std::string& log = "");

}  // namespace traceleft
