// SPDX-License-Identifier: MIT
#include "stack_signal.h"

#include <sched.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>
#include <unwind.h>

#include <array>
#include <cerrno>
#include <mutex>

#include "error.h"

namespace traceleft {

namespace {

// Global, since a process has one handler for a signal.
constexpr std::size_t sources = 2;
std::array<std::atomic<StackSink*>, sources> sinks;
std::array<std::atomic<unsigned>, sources> in_handler;  // threads that may be using the sink
std::atomic<WalkPython> walk_python;
struct sigaction previous;
std::mutex installation;
unsigned users = 0;

constexpr std::size_t index_of(StackSignal::Source source) { return static_cast<std::size_t>(source); }

std::uintptr_t interrupted_at(const void* context) {
    const mcontext_t& machine = static_cast<const ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
    return static_cast<std::uintptr_t>(machine.gregs[REG_RIP]);
#elif defined(__aarch64__)
    return machine.pc;
#else
#error "where does this architecture's signal context have the program counter?"
#endif
}

struct Unwinding {
    StackRecord& record;
    std::uintptr_t leaf;
    bool begun;
};

_Unwind_Reason_Code add_frame(_Unwind_Context* context, void* data) {
    auto& unwinding = *static_cast<Unwinding*>(data);
    int before = 0;  // the address is of the instruction itself, not of the one after a call
    std::uintptr_t address = _Unwind_GetIPInfo(context, &before);
    if (!address) return _URC_END_OF_STACK;
    // The interrupted function's frames begin behind the handler's own.
    if (!unwinding.begun && address != unwinding.leaf) return _URC_NO_REASON;
    unwinding.begun = true;
    StackRecord& record = unwinding.record;
    if (record.native_count == StackRecord::most_frames) return _URC_END_OF_STACK;
    record.native[record.native_count++] = before ? address : address - 1;
    return _URC_NO_REASON;
}

void take_stack(StackRecord& record, std::uintptr_t leaf) {
    record.clear();
    record.tid = static_cast<pid_t>(syscall(SYS_gettid));
    Unwinding unwinding{record, leaf, false};
    _Unwind_Backtrace(&add_frame, &unwinding);
    if (!record.native_count) record.native[record.native_count++] = leaf;  // nothing says how to go on from there
    if (WalkPython walk = walk_python.load(std::memory_order_relaxed)) walk(record);
}

void pass_on(int number, siginfo_t* info, void* context) {
    if (previous.sa_flags & SA_SIGINFO)
        previous.sa_sigaction(number, info, context);
    else if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN)
        previous.sa_handler(number);
}

void on_signal(int number, siginfo_t* info, void* context) {
    StackSignal::Source source;
    std::uint32_t samples = 1;
    if (info->si_code == SI_TIMER && info->si_value.sival_ptr == StackSignal::timer_tag()) {
        source = StackSignal::Source::Timer;
        samples += static_cast<std::uint32_t>(info->si_overrun);
    } else if (info->si_code == SI_QUEUE && info->si_pid == getpid()) {
        source = StackSignal::Source::Request;
    } else {
        return pass_on(number, info, context);
    }
    int errnum = errno;
    std::size_t index = index_of(source);
    // Counted before the sink is looked at: the sink's end first takes it away, then waits for the count.
    in_handler[index].fetch_add(1);
    if (StackSink* sink = sinks[index].load()) {
        if (StackRecord* record = sink->claim(reinterpret_cast<std::uintptr_t>(info->si_value.sival_ptr), samples)) {
            take_stack(*record, interrupted_at(context));
            record->count = samples;
            sink->publish(record);
        }
    }
    in_handler[index].fetch_sub(1);
    errno = errnum;
}

// Calls the handler's functions once beforehand: a function's first call goes through the dynamic linker, and the
// unwinder is loaded by its first use.
void warm_up() {
    static StackRecord record;
    take_stack(record, 0);
}

void install() {
    if (users++) return;
    warm_up();
    struct sigaction action{};
    action.sa_sigaction = &on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&action.sa_mask);
    if (!sigaction(SIGPROF, &action, &previous)) return;
    users--;
    throw Error::os("handle SIGPROF", errno);
}

void uninstall() {
    if (--users) return;
    struct sigaction now{};
    sigaction(SIGPROF, nullptr, &now);
    if (!(now.sa_flags & SA_SIGINFO) || now.sa_sigaction != &on_signal) return;  // someone else's by now
    // A signal that is still on its way to a thread would end the process. To ignore it is to forget those, too.
    struct sigaction ignore{};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPROF, &ignore, nullptr);
    sigaction(SIGPROF, &previous, nullptr);
}

}  // namespace

void set_python_walker(WalkPython walk) { walk_python = walk; }

void* StackSignal::timer_tag() {
    static char tag;
    return &tag;
}

StackSignal::StackSignal(Source source, StackSink& sink) : source_(source) {
    std::lock_guard lock(installation);
    std::atomic<StackSink*>& place = sinks[index_of(source)];
    if (place.load()) throw Error(ErrorKind::Usage, "this process is being profiled already: wait until that ends");
    install();
    place = &sink;
}

StackSignal::~StackSignal() {
    std::lock_guard lock(installation);
    std::size_t index = index_of(source_);
    sinks[index] = nullptr;
    while (in_handler[index].load()) sched_yield();
    uninstall();
}

void StackSignal::send(pid_t tid, std::uintptr_t tag) {
    siginfo_t info{};
    info.si_signo = SIGPROF;
    info.si_code = SI_QUEUE;
    info.si_pid = getpid();
    info.si_uid = getuid();
    info.si_value.sival_ptr = reinterpret_cast<void*>(tag);
    syscall(SYS_rt_tgsigqueueinfo, getpid(), tid, SIGPROF, &info);
}

}  // namespace traceleft
