#pragma once

#include <string>

namespace traceleft {

/// Where a syscall can be hooked.
struct SyscallInfo {
    std::string name;        ///< as its callers spell it: "stat"
    int nr = -1;             ///< its number on this architecture
    std::string tracepoint;  ///< tracefs: events/syscalls/sys_{enter,exit}_<tracepoint>; empty: none
    std::string symbol;      ///< the kernel function behind it, without __x64_sys_
};

/// Which half of a call a program is for.
enum class Side { entry, exit };

}  // namespace traceleft
