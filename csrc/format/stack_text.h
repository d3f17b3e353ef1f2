// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "event_view.h"

namespace traceleft {

/// The stacks of an event, a line for each frame, as strace -k has them below a call, the leaf first and the kernel's
/// before that of user space: " > /usr/lib/libc.so.6(read+0x11) [0xf7191]". Nothing for an event that has none.
void append_stacks(const EventView& event, std::string& out);

}  // namespace traceleft
