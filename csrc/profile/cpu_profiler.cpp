// SPDX-License-Identifier: MIT
#include "cpu_profiler.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <random>

#include "deadline.h"
#include "error.h"
#include "thread_stacks.h"

// glibc has a name for it since 2.41 only.
#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

namespace traceleft {

namespace {

using std::chrono::milliseconds;

// Slots are emptied, and new threads found, as often. At 1000 Hz the slots are enough for two busy CPUs; at 100 Hz, for
// 25.
constexpr milliseconds interval{50};
// A thread's name is read anew at its first looks: it may be given after the thread has started.
constexpr int name_looks = 3;

MemoryAccount profilers("traceleft::CpuProfiler::CpuProfiler", "room for stacks, while a profile is taken");

/// The clock of a thread's CPU time, as the kernel numbers them (CPUCLOCK_PERTHREAD | CPUCLOCK_SCHED).
clockid_t cpu_clock(pid_t tid) { return static_cast<clockid_t>(~static_cast<unsigned>(tid) << 3 | 6); }

}  // namespace

Stack::Stack(const StackRecord& record) : native(record.native, record.native + record.native_count) {
    for (std::size_t i = 0; i < record.python_count; i++) {
        const StackRecord::PythonFrame& frame = record.python[i];
        python.push_back({std::string(record.text(frame.function)), std::string(record.text(frame.file)), frame.line});
    }
}

CpuProfiler::CpuProfiler(unsigned hz) : process_(getpid()) {
    if (hz < 1 || hz > most_hz)
        throw Error(ErrorKind::Usage, "a CPU profile takes 1 to " + std::to_string(most_hz) + " samples a second");
    period_ = std::chrono::nanoseconds(1'000'000'000 / hz);
    sem_init(&stopping_, 0, 0);
    slots_ = std::make_unique_for_overwrite<Slot[]>(slot_count);
    memory_.emplace(profilers).set(slot_count * sizeof(Slot));
    signal_ = std::make_unique<StackSignal>(StackSignal::Source::Timer, static_cast<StackSink&>(*this));
    try {
        watch_threads();
        if (timers_.empty()) throw Error::os("time this process's threads", errno);
        thread_ = std::thread(&CpuProfiler::run, this);
    } catch (...) {
        end_timers();
        throw;
    }
    pthread_setname_np(thread_.native_handle(), "traceleft-prof");
}

CpuProfiler::~CpuProfiler() {
    if (!signal_) return;
    if (getpid() == process_) {
        end();
    } else {
        // A fork's child has neither the timers nor the thread, and to wait for any thread would be for ever.
        thread_.detach();
        static_cast<void>(signal_.release());
    }
}

StackRecord* CpuProfiler::claim(std::uintptr_t, std::uint32_t samples) noexcept {
    constexpr std::size_t tries = 8;
    for (std::size_t i = 0; i < tries; i++) {
        Slot& slot = slots_[next_.fetch_add(1, std::memory_order_relaxed) % slot_count];
        State free = State::Free;
        if (slot.state.compare_exchange_strong(free, State::Busy, std::memory_order_acquire)) return &slot;
    }
    dropped_.fetch_add(samples, std::memory_order_relaxed);
    return nullptr;
}

void CpuProfiler::publish(StackRecord* record) noexcept {
    static_cast<Slot*>(record)->state.store(State::Ready, std::memory_order_release);
}

void CpuProfiler::run() {
    while (!wait_until(stopping_, from_now(interval))) {
        collect();
        try {
            watch_threads();
        } catch (const Error&) {  // out of file descriptors, say: those that are known are sampled on
        }
    }
}

void CpuProfiler::collect() {
    for (std::size_t i = 0; i < slot_count; i++) {
        Slot& slot = slots_[i];
        if (slot.state.load(std::memory_order_acquire) != State::Ready) continue;
        counts_[{slot.tid, Stack(slot)}] += slot.count;
        slot.state.store(State::Free, std::memory_order_release);
    }
}

void CpuProfiler::watch_threads() {
    std::vector<pid_t> tids = thread_ids();
    for (auto each = timers_.begin(); each != timers_.end();) {
        bool there = std::binary_search(tids.begin(), tids.end(), each->first);
        if (!there) timer_delete(each->second.id);
        each = there ? std::next(each) : timers_.erase(each);
    }
    for (pid_t tid : tids) {
        start_timer(tid);
        auto timer = timers_.find(tid);
        if (timer != timers_.end() && timer->second.seen++ < name_looks) names_[tid] = thread_name(tid);
    }
}

void CpuProfiler::start_timer(pid_t tid) {
    if (timers_.contains(tid)) return;
    sigevent event{};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = SIGPROF;
    event.sigev_value.sival_ptr = StackSignal::timer_tag();
    event.sigev_notify_thread_id = tid;
    timer_t timer;
    if (timer_create(cpu_clock(tid), &event, &timer)) return;  // it has ended meanwhile
    // Not all at their first period's end: else a thread that lives for less would never be seen.
    thread_local std::minstd_rand random(std::random_device{}());
    std::uniform_int_distribution<std::int64_t> first(1, period_.count());
    itimerspec times{to_timespec(period_), to_timespec(std::chrono::nanoseconds(first(random)))};
    timer_settime(timer, 0, &times, nullptr);
    timers_[tid] = {timer};
}

void CpuProfiler::end_timers() {
    for (const auto& [tid, timer] : timers_) timer_delete(timer.id);
    timers_.clear();
}

void CpuProfiler::end() {
    sem_post(&stopping_);
    thread_.join();
    end_timers();
    signal_.reset();
}

std::vector<CpuSample> CpuProfiler::stop() {
    if (!signal_) throw Error(ErrorKind::Usage, "the CPU profile has been stopped already");
    if (getpid() != process_) throw Error(ErrorKind::Usage, "the CPU profile is of the process that was forked");
    end();
    collect();
    slots_.reset();
    memory_.reset();
    std::vector<CpuSample> samples;
    for (auto& [key, count] : counts_) samples.push_back({key.second, key.first, names_[key.first], count});
    counts_.clear();
    return samples;
}

}  // namespace traceleft
