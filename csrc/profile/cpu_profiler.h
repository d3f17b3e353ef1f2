// SPDX-License-Identifier: MIT
#pragma once

#include <semaphore.h>
#include <time.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "memory_account.h"
#include "stack_record.h"
#include "stack_signal.h"

namespace traceleft {

/// A frame of Python, which owns its strings.
struct PythonFrame {
    std::string function;
    std::string file;
    std::int32_t line = 0;  ///< 0: unknown

    auto operator<=>(const PythonFrame&) const = default;
};

/// The frames of a record, the leaf first.
struct Stack {
    Stack() = default;
    explicit Stack(const StackRecord& record);

    std::vector<std::uintptr_t> native;
    std::vector<PythonFrame> python;

    auto operator<=>(const Stack&) const = default;
};

/// A stack that a thread was seen with.
struct CpuSample {
    Stack stack;
    pid_t tid = 0;
    std::string thread_name;
    std::uint64_t count = 0;
};

/// Samples the stacks of every thread of this process, each once in so much CPU time of its own, from its construction
/// to stop(), which removes its timers and its thread, and restores the old handler of SIGPROF.
class CpuProfiler final : StackSink {
public:
    static constexpr unsigned most_hz = 1000;

    /// Samples a second of CPU time: 1 to most_hz. The kernel looks at its clock CONFIG_HZ times a second; where that
    /// is less often, one stack counts for several samples. Throws Error: Usage, also while there is another profiler;
    /// Error::os.
    explicit CpuProfiler(unsigned hz);
    ~CpuProfiler();

    std::chrono::nanoseconds period() const { return period_; }

    /// Ends it. Throws Error: Usage the second time, and in another process than it was started in.
    std::vector<CpuSample> stop();
    /// Samples for which there was no room, so far.
    std::uint64_t dropped() const { return dropped_.load(); }

private:
    enum class State : std::uint8_t { Free, Busy, Ready };
    struct Slot : StackRecord {
        std::atomic<State> state{State::Free};
    };
    struct Timer {
        timer_t id;
        int seen = 0;
    };

    StackRecord* claim(std::uintptr_t tag, std::uint32_t samples) noexcept override;
    void publish(StackRecord* record) noexcept override;
    void run();
    void collect();
    void watch_threads();
    void start_timer(pid_t tid);
    void end_timers();
    void end();

    static constexpr std::size_t slot_count = 128;

    std::chrono::nanoseconds period_;
    pid_t process_;
    std::unique_ptr<Slot[]> slots_;
    std::optional<AccountedMemory> memory_;  // of the slots
    std::atomic<std::size_t> next_{0};
    std::atomic<std::uint64_t> dropped_{0};
    std::map<std::pair<pid_t, Stack>, std::uint64_t> counts_;
    std::unordered_map<pid_t, Timer> timers_;
    std::unordered_map<pid_t, std::string> names_;
    std::unique_ptr<StackSignal> signal_;

    sem_t stopping_;
    std::thread thread_;
};

}  // namespace traceleft
