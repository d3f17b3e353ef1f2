// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <csignal>
#include <cstdint>

#include "stack_record.h"

namespace traceleft {

/// Adds the Python frames of the calling thread to a record. Called in a signal handler: it must not allocate, lock or
/// fault.
using WalkPython = void (*)(StackRecord& record);

/// Sets the function that adds Python's frames, for the whole process; null: none are added.
void set_python_walker(WalkPython walk);

/// Receives stacks. Both functions run in the handler of SIGPROF, in the thread whose stack is wanted.
class StackSink {
public:
    /// The record for the stack; null where there is no room. `tag`: the value that the signal was sent with.
    /// `samples`: the number of samples that the signal stands for.
    virtual StackRecord* claim(std::uintptr_t tag, std::uint32_t samples) noexcept = 0;
    virtual void publish(StackRecord* record) noexcept = 0;

protected:
    ~StackSink() = default;
};

/// While one is there, SIGPROF means: take this thread's stack. Timers send it, with their si_value
/// StackSignal::timer_tag(), to the sink that samples; and StackSignal::send() to the one that asks each thread once.
/// SIGPROF of others goes where it went before, or is ignored if it would have ended the process.
class StackSignal {
public:
    enum class Source { Timer, Request };

    /// The sink gets signals of that source only. Throws Error: Usage where it has a sink already; Error::os.
    StackSignal(Source source, StackSink& sink);
    /// Returns when no thread is in the handler any more on behalf of this sink. Its timers must be gone before.
    ~StackSignal();
    StackSignal(const StackSignal&) = delete;
    StackSignal& operator=(const StackSignal&) = delete;

    /// Identifies our timers' signals.
    static void* timer_tag();

    /// Asks a thread of this process for its stack, if it is there.
    static void send(pid_t tid, std::uintptr_t tag);

private:
    Source source_;
};

}  // namespace traceleft
