// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "bpf_object.h"

namespace traceleft {

// Each tracer leaves a program and a map in the kernel that say which process it is; others that trace with traceleft
// find them there.

/// The program of every tracer that says so, in its loaded object.
inline constexpr const char* self_teller = "tell_traceleft";
/// The map in which it leaves the tgid.
inline constexpr const char* self_map = "traceleft_tgid";

/// This process's tgid in the initial pid namespace, by running self_teller. Throws Error: Kernel.
std::uint32_t tell_self(const BpfObject& object);

/// Another process that traces with traceleft.
struct OtherTracer {
    std::uint32_t prog_id = 0;  ///< there as long as that tracer is
    std::uint32_t tgid = 0;     ///< in the initial pid namespace
};

/// Finds all but `self`; none where this process may not ask (CAP_SYS_ADMIN).
std::vector<OtherTracer> find_other_tracers(std::uint32_t self);

}  // namespace traceleft
