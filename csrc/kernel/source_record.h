// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "bpf_object.h"
#include "event_schema.h"

namespace traceleft {

/// The path of a tracepoint below tracefs' events: "sched/sched_switch".
std::string source_path(const std::string& name);

/// Tells a program of bpf/sources.bpf.c, before it is loaded, what the record of its source has. `buffer_limit`: bytes
/// captured of a field of any length that is no text. Throws Error: Usage where it has more than events can.
void set_source_record(BpfObject& object, const SyscallSchema& source, std::uint32_t buffer_limit);

/// Bytes of a wire::kept_call that the entry of this function keeps; 0 where it makes no pair.
std::uint32_t kept_size(const SyscallSchema& source);

}  // namespace traceleft
