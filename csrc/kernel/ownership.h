// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "bpf_object.h"

namespace traceleft {

/// A user of whom only those processes are seen that he may trace himself: <traceleft/owner.h>. By ids of the initial
/// user namespace; the processes are in this process's user namespace.
struct Owner {
    std::uint32_t uid = 0, gid = 0;
};

/// Tells the programs of an object that isn't loaded yet whose processes they see. Throws Error::os.
void restrict_to(const Owner& owner, BpfObject& object);

/// Throws Error: Kernel where the loaded object can't find out which processes their users may trace.
void require_ownership(const BpfObject& object);

}  // namespace traceleft
