// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack_record.h"

namespace traceleft::bindings {

/// Adds the calling thread's Python frames to the record, from CPython's own structures. For a signal handler: needs no
/// GIL, takes no lock, allocates nothing, and reads all that may be half-made or gone through the kernel.
void walk_python_stack(StackRecord& record);

/// An address in the interpreter.
std::uintptr_t interpreter_address();

}  // namespace traceleft::bindings
