// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <string>
#include <string_view>

namespace traceleft {

/// A syscall's names and number, by which it can be hooked. A tracepoint has a name, and wire::SOURCE_NUMBERS and its
/// id; a function wire::FUNCTION_NUMBERS and BTF's number of it, and a symbol; a sampler its place in samplers() <<
/// wire::SAMPLER_SHIFT and its period.
struct SyscallInfo {
    std::string name;        ///< as its callers spell it: "stat"
    int nr = -1;             ///< its number on this architecture
    std::string tracepoint;  ///< tracefs: events/syscalls/sys_{enter,exit}_<tracepoint>; empty: none
    std::string symbol;      ///< the kernel function behind it, without __x64_sys_; of a function itself
    bool compat = false;     ///< a 32-bit program's: found by its number under every backend
};

/// Behind the name of a 32-bit program's call, where it stands among others: strace's notation.
inline constexpr const char* compat_suffix = "@32";
/// Whether that syscall ends its thread, so that there is no moment of its return.
inline bool never_returns(std::string_view name) {
    name = name.substr(0, name.find(compat_suffix));
    return name == "exit" || name == "exit_group";
}
/// In the numbers of x32's calls: arch/x86/include/uapi/asm/unistd.h, __X32_SYSCALL_BIT.
inline constexpr std::uint32_t x32_bit = 0x40000000;

/// Whether that name is no syscall's, but a kernel tracepoint's, SUBSYSTEM:EVENT, a function's, func:vfs_read, or a
/// sampler's: profile:99.
inline bool is_source(std::string_view name) { return name.find(':') != std::string_view::npos; }
/// Whether it is a sampler's.
inline bool is_sampler(const SyscallInfo& source) { return source.nr >> wire::SAMPLER_SHIFT > 0; }

/// Whether it is a function's of the kernel.
inline bool is_function(const SyscallInfo& source) { return source.name.starts_with("func:"); }

/// Whether that name is one of a function of user space, uprobe:FILE:FUNCTION, or a USDT probe's,
/// usdt:FILE:PROVIDER:NAME.
inline bool is_user_probe(std::string_view name) { return name.starts_with("uprobe:") || name.starts_with("usdt:"); }

/// The half of a call that a program is for.
enum class Side { entry, exit };

}  // namespace traceleft
