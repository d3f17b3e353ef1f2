// SPDX-License-Identifier: MIT
#include "stack_frames.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace traceleft {

namespace {

using NativeFrames = std::vector<StackFrame>;

// CPython's loop; compilers split it (_PyEval_EvalFrameDefault.cold).
constexpr std::string_view interpreter_loop = "_PyEval_EvalFrameDefault";

// C's and C++'s libraries, and their functions, that call main() and a thread's function.
constexpr std::array<std::string_view, 4> starting_objects{"libc.so", "libpthread.so", "ld-linux", "libstdc++.so"};
constexpr std::array<std::string_view, 4> starting_functions{"_start", "std::thread::_State_impl",
                                                             "std::thread::_Invoker", "std::__invoke"};

bool begins_with_any(std::string_view text, const auto& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool starts_threads(const StackFrame& frame) {
    std::string_view object = frame.file;
    object.remove_prefix(object.rfind('/') + 1);
    return begins_with_any(object, starting_objects) || begins_with_any(frame.function, starting_functions);
}

// A thread that is in the library and nowhere else keeps its frames.
void drop_start(NativeFrames& frames) {
    auto last = std::find_if_not(frames.rbegin(), frames.rend(), starts_threads);
    if (last != frames.rend()) frames.erase(last.base(), frames.end());
}

// The native frames under the innermost Python function: up to the interpreter's loop, or if that isn't found, up to
// the first frame in the interpreter.
void keep_called(NativeFrames& frames, const std::string& interpreter) {
    auto in_interpreter = [&](const StackFrame& frame) { return frame.file == interpreter; };
    auto loop = std::find_if(frames.begin(), frames.end(), [&](const StackFrame& frame) {
        return in_interpreter(frame) && frame.function.starts_with(interpreter_loop);
    });
    if (loop == frames.end()) loop = std::find_if(frames.begin(), frames.end(), in_interpreter);
    frames.erase(loop, frames.end());
    frames.erase(std::remove_if(frames.begin(), frames.end(), in_interpreter), frames.end());
}

}  // namespace

std::vector<StackFrame> stack_frames(const Stack& stack, Symbolizer& symbolizer, std::uintptr_t interpreter) {
    NativeFrames frames;
    for (std::uintptr_t address : stack.native) {
        const Symbol& symbol = symbolizer.symbol(address);
        frames.push_back({symbol.function, symbol.object, 0, address});
    }
    if (stack.python.empty())
        drop_start(frames);
    else
        keep_called(frames, symbolizer.symbol(interpreter).object);
    for (const PythonFrame& frame : stack.python) frames.push_back({frame.function, frame.file, frame.line, 0});
    return frames;
}

}  // namespace traceleft
