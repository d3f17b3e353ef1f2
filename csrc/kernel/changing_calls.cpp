// SPDX-License-Identifier: MIT
#include "changing_calls.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace traceleft {

namespace {

// With i386's, whose ids of 32 bits came later.
const std::set<std::string_view> changing_names = {
    "capset",     "chdir",       "chroot",   "fchdir",     "pivot_root", "setfsgid",   "setfsgid32", "setfsuid",
    "setfsuid32", "setgid",      "setgid32", "setns",      "setregid",   "setregid32", "setresgid",  "setresgid32",
    "setresuid",  "setresuid32", "setreuid", "setreuid32", "setsid",     "setuid",     "setuid32",   "unshare",
};

std::string_view plain(std::string_view name) { return name.substr(0, name.find(compat_suffix)); }

}  // namespace

std::vector<SyscallInfo> changing_calls(const std::vector<SyscallInfo>& syscalls) {
    std::vector<SyscallInfo> found;
    std::copy_if(syscalls.begin(), syscalls.end(), std::back_inserter(found),
                 [](const SyscallInfo& each) { return changing_names.count(plain(each.name)) > 0; });
    return found;
}

}  // namespace traceleft
