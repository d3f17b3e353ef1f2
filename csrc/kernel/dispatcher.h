// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "backend.h"
#include "bpf_object.h"
#include "dispatcher_options.h"
#include "event_closer.h"
#include "event_rings.h"
#include "file_maps.h"
#include "function_hook.h"
#include "kernel_counters.h"
#include "probe_names.h"
#include "process_programs.h"
#include "program_statistics.h"
#include "syscall_info.h"
#include "unique_fd.h"

namespace traceleft {

/// The trace probes of every syscall under one backend, with the maps that handlers share. A probe is loaded when its
/// syscall first gets a handler, and attached only while it has one.
class Dispatcher {
public:
    /// Throws Error: Usage, Kernel, Backend, Load.
    explicit Dispatcher(DispatcherOptions options);

    /// The program that takes entry times, in every object.
    static constexpr const char* entry_time_name = "take_entry_time";
    /// The name, among syscalls, of all calls by numbers that no handler knows; only raw_tp sees them.
    static constexpr const char* unnamed = "unnamed";
    static constexpr const char* unnamed_name = "take_unnamed_call";

    const DispatcherOptions& options() const { return options_; }

    /// How a call is hooked: a 32-bit program's under raw_tp in any case.
    Hooking hooking_of(bool compat) const;

    /// Whether one syscall's trace probes can serve others: under fentry each is for the function that it was loaded
    /// for.
    bool probes_can_serve_others(bool compat) const { return hooking_of(compat).backend != wire::BACKEND_FENTRY; }
    /// From now on the trace probes of the first of these syscalls serve all of them, as one call. Before any of them
    /// is enabled.
    void share_probes(const std::vector<std::string>& syscalls);

    /// Loads the trace probes that are not loaded yet. Throws Error: Handler where there is none of that name, Load.
    void load_probes(const std::vector<Probe>& probes);
    /// The map of a syscall's handlers on one side, whose probe is loaded.
    int handler_map(const std::string& syscall, Side side) const;
    /// The program that takes the entry times of a syscall. Throws Error: Load.
    int entry_time_program(const std::string& syscall);
    /// A program that builds the events of unnamed calls; `question` is event_header's.
    int unnamed_program(std::uint64_t program_id, std::uint32_t question);
    /// The programs around questions, as yet none to be loaded, with the maps and the options that handlers share.
    /// `compat` is configure()'s.
    BpfObject open_questions(bool compat);
    /// The programs that make events of a tracepoint, likewise, and with its record: see set_source_record(). Those of
    /// a pair are two: one for each side.
    BpfObject open_source(const std::string& name, std::uint32_t buffer_limit);
    /// Throws Error: Handler where there is none of that name.
    const SyscallSchema& source(const std::string& name) const;
    /// Gives a program of that object the type that its source's hook on that side needs, and has it loaded.
    void select_source_program(BpfObject& object, bpf_program* program, const std::string& name, Side side);
    /// Whether a source's entry and return make one event.
    bool is_pair(const std::string& name) const { return is_source(name) && source(name).pair; }
    /// The reason why functions can't share their probes here; empty where they can. Throws Error: Handler where this
    /// one can't be hooked at all.
    std::string many_refusal(const std::string& function);
    /// The same of several functions that share their probes, whose arguments nobody asks for: open_source() of the
    /// first.
    BpfObject open_functions(const std::vector<std::string>& names);
    /// Fills the table of their names, once that object is loaded.
    void name_functions(const BpfObject& object, const std::vector<std::string>& names) const;
    const Value& returns_of(const std::string& name) const { return source(name).returns; }
    /// Bytes that the entry of a pair keeps: see kept_size().
    std::uint32_t kept_size(const std::string& name) const;
    /// The programs that describe files, likewise; only where options().files is set.
    BpfObject open_objects(bool compat);
    /// Lets programs that take stacks of events use the maps for them; nothing where they take none.
    void share_stacks(BpfObject& object) const;
    /// What descriptors mean to a call.
    wire::call_files files_of(const std::string& syscall) const;
    /// Programs for calls of one group can tail-call each other.
    std::uint32_t tail_call_group(const SyscallInfo& target) const;
    /// The numbers by which a syscall with a probe is called.
    std::vector<std::uint32_t> numbers(const std::string& name) const;
    /// Attaches and detaches the trace probe of a syscall.
    void enable(const std::string& syscall, Side side);
    void disable(const std::string& syscall, Side side);
    /// Ends what disable() has begun: tracepoints are left together, which takes as long as to leave one.
    void finish_disabling();
    /// Where no trace probe is attached, detaches the root programs too, which otherwise stay; the next probe attaches
    /// them again.
    void rest();
    /// Detaches everything, and returns when no program of ours can be running any more. `idle`: none that matters is.
    void disable_all(bool idle);
    /// Returns when all programs have ended that were running by now.
    void wait_for_programs() const;

    /// Makes a handler object share this dispatcher's maps, and tells it the options. `enters`: it has a program at a
    /// call's entry that may keep something for the one at its exit.
    void configure(BpfObject& handler, bool enters, bool compat);
    /// Makes exit programs ignore the strings that calls' entries have kept: handlers are about to change.
    void forget_entered_calls();
    /// Tracepoints are such, too. Throws Error: Handler where there is no such call, or no hook for it here; tracefs is
    /// asked under tracepoint.
    const SyscallInfo& syscall(const std::string& name) const;
    /// The number of a syscall with a probe, hooked or not.
    int number(const std::string& name) const { return known(name).nr; }
    /// Whether it is a 32-bit program's.
    bool is_compat(const std::string& name) const { return known(name).compat; }

    /// While it lives, all processes are told of, those that are there and those to come: some are about to be traced.
    class ProcessLook {
    public:
        explicit ProcessLook(Dispatcher& dispatcher);
        ~ProcessLook();
        ProcessLook(const ProcessLook&) = delete;
        ProcessLook& operator=(const ProcessLook&) = delete;

    private:
        ProcessPrograms* programs_;  ///< null: there is nothing to be told of that isn't in any case
    };

    /// Sets one of these variables, which tells the programs that there is now something to look for.
    void note(const char* any);
    static constexpr const char* any_process = "traceleft_any_process";        ///< one that has a slot
    static constexpr const char* any_followed = "traceleft_any_followed";      ///< a child that inherits one
    static constexpr const char* any_ignored = "traceleft_any_ignored";        ///< one that default handlers pass by
    static constexpr const char* any_default = "traceleft_any_default";        ///< a default handler: all are traced
    static constexpr const char* compat_handled = "traceleft_compat_handled";  ///< 32-bit programs' calls are decoded

    /// The kernel's counters.
    const KernelCounters& counters() const { return *counters_; }
    /// This process's tgid in the initial pid namespace.
    std::uint32_t self() const { return self_; }

    /// Where events are submitted to, and what tells of their objects.
    const EventRings& rings() const { return rings_; }
    int processes_fd() const { return map_fd(object_.map("processes")); }
    int followed_fd() const { return map_fd(object_.map("followed")); }
    int ignored_fd() const { return map_fd(object_.map("ignored")); }
    /// From now on one of `every` events has its handler timed: a power of two; 0: none. Throws Error: Usage, also
    /// where options().handler_times is not set.
    void time_handlers(std::uint64_t every);
    /// A number for a handler object, under which its runs are timed.
    std::uint32_t next_handler() { return ++last_handler_; }

    /// The programs at hooks, with the kernel's statistics of them.
    std::vector<HookProgram> hook_programs() const;

    /// How often the kernel ran none of our programs at a hook, for one was still running on that CPU.
    std::uint64_t skipped_runs() const;
    /// How often kprobes missed: a return, since more than `maxactive` threads were in the call, or any call in a
    /// kprobe.
    std::uint64_t probe_misses() const;

    /// The syscalls that this backend can trace on this kernel.
    std::vector<std::string> traceable() const;

private:
    friend class EmptyProgram;
    void configure_object(BpfObject& object) const;
    void configure_core();
    void name_calls() const;
    BpfObject open_processes() const;
    void attach_process_hooks();
    void attach_exit_hook();
    BpfObject open_sharing(const std::string& path, bool compat) const;
    const SyscallInfo& known(const std::string& name) const;
    BpfObject set_up_events(BpfObject object, bool compat);
    void load_source_probe(const Probe& probe);
    void enable_source(const Probe& probe);
    Side hooked_side(const Probe& probe) const;
    std::vector<std::string> symbols_of(const std::vector<std::string>& names) const;
    bool are_many(const std::string& name) const { return is_source(name) && served_.count(name); }
    void set_source_type(BpfObject& object, const SyscallInfo& source);
    const std::string& path_of(const Probe& probe) const;
    void load_probes(const std::vector<Probe>& probes, const std::string& path, bool compat);
    void take_spares(std::set<Probe>& missing);
    bool is_spare(const Probe& probe) const;
    bool is_loaded(const Probe& probe) const { return is_spare(probe) || loaded_.count(probe); }
    Probe in_object(const Probe& probe) const;
    std::vector<const SyscallInfo*> served_by(const std::string& name) const;
    bpf_program* select_entry_time_program(BpfObject& object, const SyscallInfo& target) const;
    void set_hooking(BpfObject& object, bool compat) const;
    void attach_root(Side side);
    void attach_change_root();
    int probes_of(Side side, bool compat, std::uint32_t nr) const;
    void select_probe(BpfObject& object, const Probe& probe) const;
    void note_enter_hooked();
    UniqueFd create_entered_calls() const;
    void for_each_probe(const std::function<void(const bpf_program*, const std::string& syscall)>& visit) const;
    const BpfObject& object_of(const Probe& probe) const;

    DispatcherOptions options_;
    std::shared_ptr<const btf> types_;  ///< the kernel's, until something is attached
    mutable std::mutex mutex_;          ///< numbers are read while handlers are being attached
    EventRings rings_;
    BpfObject object_;                                           ///< maps, hooks, root programs and spare probes
    std::map<std::uint32_t, bpf_program*> entry_time_programs_;  ///< by tail_call_group(); the first is of object_
    std::vector<BpfObject> entry_time_objects_;                  ///< of the others
    std::vector<BpfObject> probe_objects_;                       ///< the same file again, each with some of the probes
    std::map<Probe, std::size_t> loaded_;                        ///< index into probe_objects_
    std::size_t probe_loads_ = 0;                                ///< how often some were loaded
    bool has_spares_ = false;                                    ///< the core has a trace probe for each side
    std::map<Side, std::string> spares_;                         ///< the call that it serves; none as yet
    UniqueFd entered_calls_;                                     ///< the map; none as long as no handler needs it
    std::optional<FileMaps> file_maps_;                          ///< where options().files is set
    const bpf_program* entered_call_ended_ = nullptr;            ///< its hook, in one of these objects
    std::uint64_t attachments_ = 0;
    std::set<std::string> noted_;
    std::uint32_t self_ = 0;  ///< this process's tgid in the initial pid namespace
    std::map<std::string, const SyscallInfo*> by_name_;
    std::map<std::string, std::vector<std::string>>
        served_;  ///< the syscalls that share the probes of the key, itself too
    SyscallInfo unnamed_{unnamed, -1, "", ""};
    std::vector<std::uint32_t> unnamed_numbers_;  ///< those below the highest, and the one behind it for all others
    std::vector<BpfObject> unnamed_objects_;
    FunctionHooks functions_;
    std::map<Probe, AttachedProbe> probes_;  ///< empty where the root program calls it
    std::vector<AttachedEvent> leaving_;     ///< of disabled probes, until finish_disabling()
    std::optional<EventCloser> closer_;      ///< once a tracepoint is attached
    std::map<Side, AttachedProbe> roots_;  ///< attached with the first probe of a side that needs it, and then for good
    std::uint64_t missed_before_ = 0;      ///< by kprobes that are detached
    std::vector<UniqueFd> process_hooks_;
    std::optional<ProcessPrograms> process_programs_;
    UniqueFd exit_hook_;  ///< the one that forgets processes
    std::size_t next_exit_hook_ = 0;
    std::optional<KernelCounters> counters_;
    std::atomic<std::uint32_t> last_handler_ = 0;
    int cpus_ = 0;
};

/// Loads a dispatcher under the first backend of `backends()` that this machine allows. options.hooking.backend is
/// ignored.
std::unique_ptr<Dispatcher> load_any_backend(DispatcherOptions options);

}  // namespace traceleft
