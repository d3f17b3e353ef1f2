// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "event_schema.h"

namespace traceleft {

/// Arrays and structs inside of each other. Those of the kernel have 3.
constexpr std::size_t deepest_value = 8;

/// Makes sure that no event, whatever its bytes, costs more to show than its own size gives reason for: a schema may
/// come out of a file that somebody else wrote. Nothing is inside of itself, sizes and bits are those of C, names are
/// C's too, and there is nowhere near as much of anything as would make an output many times larger than the events.
///
/// Throws Error: Usage, which names the first place that is wrong.
void check_schema(const EventSchema& schema);

}  // namespace traceleft
