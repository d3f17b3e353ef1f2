// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "backend.h"
#include "syscall_info.h"
#include "unique_fd.h"

namespace traceleft {

/// The functions of the kernel that programs may be at, as far as its lists tell, sorted. Throws Error: Kernel.
std::vector<std::string> hookable_functions_of_kernel();

/// Throws Error: Handler where no program may be at this function of the kernel: its own lists forbid it, or our
/// programs call it themselves.
void require_hookable_function(const std::string& function);

/// The function as a kprobe names it: by its address where that is known, for a variable may have its name.
std::string kprobe_place(const std::string& function);

/// The reason why the kernel can't attach a program to many functions at once; empty where it can. `function`: any that
/// can be hooked.
std::string many_functions_refusal(const std::string& function);

/// Gives a program, before it is loaded, the type for that.
void set_many_functions_type(bpf_program* program);

/// Attaches a loaded program to them, each with its place among them as its cookie. Throws Error: Handler.
UniqueFd attach_many_functions(int program, const std::vector<std::string>& functions, Side side);

/// How functions of the kernel are hooked here: by fentry and fexit where the kernel allows those, else by kprobes;
/// under backend kprobe the other way round.
class FunctionHooks {
public:
    explicit FunctionHooks(Hooking hooking) : hooking_(std::move(hooking)) {}

    /// Throws Error: Handler where this function can't be hooked, with the reasons.
    Hooking of(const SyscallInfo& function);

private:
    Hooking hooking_;
    std::mutex mutex_;
    std::map<std::string, Backend> chosen_;
};

}  // namespace traceleft
