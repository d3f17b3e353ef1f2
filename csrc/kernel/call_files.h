// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include "event_schema.h"

namespace traceleft {

/// What descriptors mean to a call: its kinds of arguments tell, and a table of what its name stands for.
wire::call_files call_files(const SyscallSchema& call);

}  // namespace traceleft
