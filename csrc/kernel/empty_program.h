// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "dispatcher.h"

namespace traceleft {

/// A program that does nothing, where a syscall's trace probe or under raw_tp the root program would be, at the call's
/// exit; or at a tracepoint. It shows the cost of the hook itself.
class EmptyProgram {
public:
    /// Loads it. Throws Error: Handler, Load.
    EmptyProgram(const Dispatcher& dispatcher, const std::string& syscall);

    /// Throws Error: Backend, Os.
    void attach();
    void detach();

private:
    BpfObject object_;
    Hooking hooking_;
    SyscallInfo syscall_;
    AttachedProbe attached_;
};

}  // namespace traceleft
