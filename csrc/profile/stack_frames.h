// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "cpu_profiler.h"
#include "symbolizer.h"

namespace traceleft {

/// A frame as a profile shows it.
struct StackFrame {
    std::string function;
    std::string file;            ///< the source's; of native code, the object's
    std::int32_t line = 0;       ///< 0: unknown
    std::uintptr_t address = 0;  ///< of native code

    auto operator<=>(const StackFrame&) const = default;
};

/// One stack out of native code and Python, the leaf first. A thread that runs Python has the native frames that its
/// innermost Python function called, without the interpreter's own, and then those of Python. Another has its native
/// frames, without those that start a thread. `interpreter`: an address in the interpreter; 0: there is none.
std::vector<StackFrame> stack_frames(const Stack& stack, Symbolizer& symbolizer, std::uintptr_t interpreter);

}  // namespace traceleft
