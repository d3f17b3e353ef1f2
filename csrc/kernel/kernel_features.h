// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace traceleft {

/// The prefix of the functions that the syscall table calls, on the architecture this was built for.
#if defined(__x86_64__)
inline constexpr const char* syscall_symbol_prefix = "__x64_sys_";
#elif defined(__aarch64__)
inline constexpr const char* syscall_symbol_prefix = "__arm64_sys_";
#else
#error "traceleft knows the syscalls of x86_64 and aarch64 only"
#endif

/// With this function the verifier takes long over each pointer that is loaded from a trusted one.
inline constexpr const char* trusted_walk_function = "btf_nested_type_is_trusted";

/// Throws Error: Kernel, naming what is missing and since when Linux has it, where no backend can work here:
/// privileges, BPF ring buffers, BTF where no `btf` file replaces it.
void require_kernel_features(const std::string& btf);

/// The path of tracefs, which is mounted at /sys/kernel/tracing where it isn't mounted yet. Throws Error::os.
const std::string& tracefs();

/// Whether the kernel has this tracepoint ("syscalls/sys_exit_read").
bool has_tracepoint(const std::string& name);

/// A function in the kernel's BTF.
struct BtfFunction {
    std::uint32_t prototype = 0;  ///< BTF's id of its type; 0: there is no such function
    bool opaque = false;          ///< its argument's struct is unknown, so that a program can't be given it
};

/// Looks up a syscall's function, or trusted_walk_function.
BtfFunction btf_function(const std::string& name);

/// Whether the kernel has this function behind a syscall, not only the stub that says ENOSYS in its place, and allows
/// probes in it.
bool is_hookable(const std::string& name);

/// Whether this process is in the pid namespace in which the kernel's own pids are told.
bool in_initial_pid_namespace();

}  // namespace traceleft
