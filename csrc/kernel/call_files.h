// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <string>

#include "event_schema.h"

namespace traceleft {

/// What descriptors mean to a call: its kinds of arguments tell, and a table of what its name stands for.
wire::call_files call_files(const SyscallSchema& call);

/// The same by name; nothing for a call that isn't in the schema. A 32-bit program's calls have their arguments in the
/// same order as their namesakes; those of other names are told of once their meaning is loaded.
wire::call_files call_files(const EventSchema& schema, const std::string& name);

}  // namespace traceleft
