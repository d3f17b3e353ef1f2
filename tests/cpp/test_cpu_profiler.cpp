// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <ctime>
#include <thread>

#include "cpu_profiler.h"
#include "error.h"
#include "stack_frames.h"
#include "thread_stacks.h"

namespace traceleft {
namespace {

using namespace std::chrono_literals;

std::chrono::nanoseconds thread_time() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

[[gnu::noinline]] void burn(std::chrono::nanoseconds time) {
    std::chrono::nanoseconds end = thread_time() + time;
    while (thread_time() < end) asm volatile("");
}

std::vector<std::string> names(const Stack& stack) {
    Symbolizer symbolizer;
    std::vector<std::string> names;
    for (const StackFrame& frame : stack_frames(stack, symbolizer, 0)) names.push_back(frame.function);
    return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), "traceleft::(anonymous namespace)::" + name) != names.end();
}

TEST(CpuProfiler, FindsWhatTookTheTimeOfEachThread) {
    CpuProfiler profiler(500);
    pid_t other = 0;
    std::thread thread([&] {
        other = static_cast<pid_t>(syscall(SYS_gettid));
        burn(200ms);
    });
    burn(200ms);
    thread.join();
    std::uint64_t own_samples = 0;
    std::uint64_t other_samples = 0;
    for (const CpuSample& sample : profiler.stop()) {
        if (!contains(names(sample.stack), "burn")) continue;
        (sample.tid == other ? other_samples : own_samples) += sample.count;
        EXPECT_FALSE(sample.thread_name.empty());
    }
    EXPECT_GT(own_samples, 0U);
    EXPECT_GT(other_samples, 0U);
}

TEST(CpuProfiler, IsAloneAndEndsOnce) {
    CpuProfiler profiler(100);
    EXPECT_THROW(CpuProfiler(100), Error);
    profiler.stop();
    EXPECT_THROW(profiler.stop(), Error);
    CpuProfiler(100).stop();
}

TEST(CpuProfiler, LeavesSignalsAsTheyWere) {
    static std::atomic<int> caught;
    struct sigaction before{};
    struct sigaction ours{};
    ours.sa_handler = [](int) { caught++; };
    sigaction(SIGPROF, &ours, &before);
    {
        CpuProfiler profiler(100);
        raise(SIGPROF);
        EXPECT_EQ(caught, 1);
    }
    raise(SIGPROF);
    EXPECT_EQ(caught, 2);
    sigaction(SIGPROF, &before, nullptr);
}

TEST(ThreadStacks, OfThreadsThatWaitAndThatAsk) {
    std::atomic<bool> leave{false};
    std::atomic<pid_t> tid{0};
    std::thread thread([&] {
        pthread_setname_np(pthread_self(), "burner");
        tid = static_cast<pid_t>(syscall(SYS_gettid));
        while (!leave) burn(1ms);
    });
    while (!tid) sched_yield();
    bool found = false;
    bool asker = false;
    // It may be on its way from one burn() to the next.
    for (int i = 0; i < 1000 && !found; i++) {
        for (const ThreadStack& stack : thread_stacks(60s)) {
            found =
                found || (stack.tid == tid && stack.name == "burner" && contains(names(Stack(stack.record)), "burn"));
            asker = asker || (stack.tid == getpid() && stack.record.native_count > 1);
        }
    }
    leave = true;
    thread.join();
    EXPECT_TRUE(found);
    EXPECT_TRUE(asker);
}

TEST(StackRecord, TakesTextUntilItIsFull) {
    StackRecord record;
    record.clear();
    for (char each : std::string("name")) EXPECT_TRUE(record.put(each));
    StackRecord::Text name = record.text_since(0);
    EXPECT_EQ(record.text(name), "name");
    while (record.text_size() < StackRecord::most_text) record.put('x');
    EXPECT_FALSE(record.put('x'));
    EXPECT_EQ(record.text(name), "name");
}

}  // namespace
}  // namespace traceleft
