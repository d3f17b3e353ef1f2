// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "named_stack.h"
#include "value_json.h"

namespace traceleft {

/// Writes a stack as a list of frames, the leaf first; `place` is its name among an event's members.
void append_stack_json(const NamedStack& stack, std::string_view place, UndecodableSink& undecodable, std::string& out);

}  // namespace traceleft
