// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <vector>

namespace traceleft {

/// A user, as a process is one.
struct Credentials {
    uid_t uid;
    gid_t gid;
    std::vector<gid_t> groups;  ///< supplementary ones
};

/// Makes a forked child that has yet to execute its program a user's, without capabilities unless that is root. Returns
/// null, or the call that failed, with errno. Async-signal-safe.
const char* become_in_child(const Credentials& user);

/// Makes this process, with all its threads, a user's for good, without capabilities, and out of the reach of that
/// user's other processes (PR_SET_DUMPABLE). Throws Error: Os, and Kernel where a thread has kept a capability.
void become(const Credentials& user);

}  // namespace traceleft
