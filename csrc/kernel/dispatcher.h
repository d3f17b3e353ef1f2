#pragma once

#include <traceleft/event.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "backend.h"
#include "bpf_object.h"
#include "syscall_info.h"
#include "unique_fd.h"

namespace traceleft {

struct DispatcherOptions {
    std::string object;                 ///< path of the compiled trace probes
    std::vector<SyscallInfo> syscalls;  ///< every syscall that the object has probes for
    Hooking hooking;
    std::uint32_t ring_size = 0;  ///< bytes: a power of two, at least a page
    std::uint32_t slots = 0;      ///< processes that can have handlers of their own at once, plus one
    bool durations = false;       ///< take entry times too
    bool namespace_pids = false;  ///< record ids in the process's own pid namespace too
    bool environments = false;    ///< record what programs' environments say, and not only how long they are
    bool handler_times = false;   ///< handlers can be timed: see Dispatcher::time_handlers()
};

/// One trace probe: a syscall's, on one side.
using Probe = std::pair<std::string, Side>;

/// One CPU's counters.
using CpuCounters = wire::cpu_counters;

/// Events lost of one syscall, by wire::loss_reason.
using Losses = std::array<std::uint64_t, wire::LOSS_REASONS>;

/// Runs of a BPF program, and the time they took.
struct Runs {
    std::uint64_t runs = 0;
    std::uint64_t ns = 0;
};

/// One handler's runs for one slot: the number of its object, the slot, the syscall's number, the side.
using HandlerRuns = std::tuple<std::uint32_t, std::uint32_t, std::int32_t, Side>;

/// A program of ours that the kernel runs by itself, and so keeps statistics of.
struct HookProgram {
    std::string name;
    std::string syscall;   ///< whose trace probe it is; empty: of all, or of none
    std::uint32_t id = 0;  ///< the kernel's
    Runs runs;             ///< with what it tail-calls; grows only while the kernel keeps statistics
};

/// A traced process that makes calls through a 32-bit gate, or x32's, which no handler decodes.
struct CompatCaller {
    wire::compat_process process;
    wire::compat_caller caller;
};

/// Another process that traces with traceleft.
struct OtherTracer {
    std::uint32_t program_id = 0;  ///< the kernel's, there as long as that tracer is
    std::uint32_t tgid = 0;        ///< in the initial pid namespace
};

/// While it is there, the kernel keeps run time statistics of every BPF program (since Linux 5.8). Throws Error::os.
class RunTimeStatistics {
public:
    RunTimeStatistics();

private:
    UniqueFd fd_;
};

/// The trace probes of every syscall under one backend, with the maps that handlers share. A probe is loaded when its
/// syscall first gets a handler, and attached only while it has one.
class Dispatcher {
public:
    /// Throws Error: Usage, Kernel, Backend, Load.
    explicit Dispatcher(DispatcherOptions options);

    /// The program that takes entry times, in every object.
    static constexpr const char* entry_time_name = "take_entry_time";

    const DispatcherOptions& options() const { return options_; }

    /// Loads the trace probes that are not loaded yet. Throws Error: Handler where there is none of that name, Load.
    void load_probes(const std::vector<Probe>& probes);
    /// The map of a syscall's handlers on one side, whose probe is loaded.
    int handler_map(const std::string& syscall, Side side) const;
    /// The program that takes the entry times of a syscall. Throws Error: Load.
    int entry_time_program(const std::string& syscall);
    /// Attaches and detaches the trace probe of a syscall.
    void enable(const std::string& syscall, Side side);
    void disable(const std::string& syscall, Side side);
    /// Where no trace probe is attached, detaches the root programs too, which otherwise stay; the next probe attaches
    /// them again.
    void rest();
    /// Detaches everything, and returns when no program of ours can be running any more.
    void disable_all();

    /// Makes a handler object share this dispatcher's maps, and tells it the options. `enters`: it has a program at a
    /// call's entry that may keep something for the one at its exit.
    void configure(BpfObject& handler, bool enters);
    /// Whatever calls' entries have kept is of no use any more: handlers are about to change.
    void forget_entered_calls();
    /// Throws Error: Handler where there is no such call, or no hook for it here; tracefs is asked under tracepoint.
    const SyscallInfo& syscall(const std::string& name) const;
    /// The number of a syscall with a probe, hooked or not.
    int number(const std::string& name) const { return by_name_.at(name)->nr; }

    int events_fd() const { return map_fd(object_.map("events")); }
    int processes_fd() const { return map_fd(object_.map("processes")); }
    int followed_fd() const { return map_fd(object_.map("followed")); }
    /// From now on probes look processes up.
    void note_process_attached();
    /// And followed children.
    void note_process_followed();
    /// And those that default handlers pass by.
    void note_process_ignored();
    /// From now on every process is traced.
    void note_default_handler();
    int ignored_fd() const { return map_fd(object_.map("ignored")); }
    /// Those that there are; none where this process may not ask (CAP_SYS_ADMIN).
    std::vector<OtherTracer> other_tracers() const;
    /// Of the last 1,024, those that the kernel still knows.
    std::vector<CompatCaller> compat_callers() const;
    /// How often each slot was inherited by a child, by slot.
    std::vector<std::uint64_t> slot_inheritances() const;
    /// What the kernel's side has counted, by CPU.
    std::vector<CpuCounters> counters() const;
    /// Events lost, by syscall; only where any are. Those of an unknown call are missing.
    std::map<std::string, Losses> lost_by_syscall() const;
    /// Events over the budget, by tgid. Of very many processes only the last are known.
    std::map<std::uint32_t, std::uint64_t> lost_by_process() const;

    /// From now on one of `every` events has its handler timed: a power of two; 0: none. Throws Error: Usage, also
    /// where options().handler_times is not set.
    void time_handlers(std::uint64_t every);
    /// The sums of all the runs that were timed.
    std::map<HandlerRuns, Runs> handler_runs() const;
    /// A number for a handler object, under which its runs are timed.
    std::uint32_t next_handler() { return ++last_handler_; }

    /// The programs at hooks, with what the kernel's statistics say of them.
    std::vector<HookProgram> hook_programs() const;

    /// Throws Error: Kernel where this process may not look at its maps any more, having given up its capabilities.
    void require_access() const;

    /// How often the kernel ran none of our programs at a hook, for one was still running on that CPU.
    std::uint64_t skipped_runs() const;
    /// How often kprobes missed: a return, since more than `maxactive` threads were in the call, or any call in a
    /// kprobe.
    std::uint64_t probe_misses() const;

    /// Whose probes this kernel and backend can attach.
    std::vector<std::string> traceable() const;

private:
    friend class EmptyProgram;
    void configure_object(BpfObject& object) const;
    void configure_core();
    BpfObject open_sharing() const;
    bpf_program* select_entry_time_program(BpfObject& object, const SyscallInfo& target) const;
    void set_hooking(BpfObject& object) const;
    void select_probe(BpfObject& object, const Probe& probe) const;
    void note_enter_hooked();
    UniqueFd create_entered_calls() const;
    void set_cpus(std::size_t setting, std::uint64_t value);
    void for_each_probe(const std::function<void(const bpf_program*, const std::string& syscall)>& visit) const;
    const BpfObject& object_of(const Probe& probe) const;

    DispatcherOptions options_;
    mutable std::mutex
        mutex_;         ///< of what changes as handlers are attached, for those who look at the numbers meanwhile
    BpfObject object_;  ///< maps, hooks and root programs, and no probes
    std::map<std::uint32_t, bpf_program*> entry_time_programs_;  ///< by prototype(); the first is of object_
    std::vector<BpfObject> entry_time_objects_;                  ///< of the others
    std::vector<BpfObject> probe_objects_;                       ///< the same file again, each with some of the probes
    std::map<Probe, std::size_t> loaded_;                        ///< which of them has a probe
    UniqueFd entered_calls_;                                     ///< the map; none as long as no handler needs it
    const bpf_program* entered_call_ended_ = nullptr;            ///< its hook, in one of these objects
    std::uint64_t attachments_ = 0;
    bool any_process_ = false;
    bool any_followed_ = false;
    bool any_ignored_ = false;
    bool any_default_ = false;
    std::uint32_t self_ = 0;  ///< this process's tgid in the initial pid namespace
    std::map<std::string, const SyscallInfo*> by_name_;
    std::map<Probe, AttachedProbe> probes_;  ///< under raw_tp each is empty: the root program calls it
    std::map<Side, AttachedProbe> roots_;    ///< attached with the first probe of a side, and from then on for good
    UniqueFd compat_watch_;                  ///< under the other backends, while anything is traced
    std::uint64_t missed_before_ = 0;        ///< by kprobes that are detached
    std::vector<UniqueFd> process_hooks_;
    Mapping cpu_states_;
    Mapping inheritances_;
    std::size_t cpu_state_size_ = 0;
    std::atomic<std::uint32_t> last_handler_ = 0;
    int cpus_ = 0;
};

/// A program that does nothing, where a syscall's trace probe or under raw_tp the root program would be, at the call's
/// exit: it shows what the hook itself costs.
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

/// Loads a dispatcher under the first backend of `backends()` that this machine allows. options.hooking.backend is
/// ignored.
std::unique_ptr<Dispatcher> load_any_backend(DispatcherOptions options);

}  // namespace traceleft
