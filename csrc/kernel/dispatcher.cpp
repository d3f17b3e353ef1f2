#include "dispatcher.h"

#include <bpf/bpf.h>
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <set>
#include <string_view>

#include "at_fork.h"
#include "error.h"
#include "kernel_features.h"
#include "open_files.h"

namespace traceleft {

namespace {

const char* const process_hooks[] = {"process_forked", "process_executed", "process_exited"};
const char* const handler_maps[] = {"events", "cpu_states", "entry_times", "lost_calls", "handler_times", "budgets"};
const char* const probe_maps[] = {"slot_inheritances", "processes", "followed", "ignored"};
const char* const compat_watcher = "watch_compat_calls";
const char* const self_teller = "tell_traceleft";
const char* const self_map = "traceleft_tgid";
constexpr std::uint32_t most_ignored = 1024;
constexpr std::uint32_t most_compat_callers = 1024;
const char* const entered_map = "entered_calls";
const char* const entered_end_hook = "entered_call_ended";
constexpr std::uint32_t most_handler_times = 8192;
constexpr std::uint32_t most_budgets = 8192;  // processes and cgroups; the longest idle make room for others

const char* root_name(Side side) { return side == Side::entry ? "root_enter" : "root_exit"; }
const char* root_map(Side side) { return side == Side::entry ? "trace_progs" : "trace_progs_ret"; }
std::string suffix(Side side) { return side == Side::entry ? "" : "_ret"; }
std::string probe_name(const Probe& probe) { return "trace_" + probe.first + suffix(probe.second); }
std::string handler_map_name(const Probe& probe) { return "handle_" + probe.first + "_progs" + suffix(probe.second); }

std::size_t page_aligned(std::size_t size) {
    std::size_t page = sysconf(_SC_PAGESIZE);
    return (size + page - 1) / page * page;
}

void create_map(const BpfObject& object, const char* name, std::uint32_t entries) {
    bpf_map* map = object.map(name);
    if (!map) throw Error::os("find map " + std::string(name), ENOENT, object.path());
    if (bpf_map__set_autocreate(map, true) || bpf_map__set_max_entries(map, entries))
        throw Error::os("size map " + std::string(name), errno, object.path());
}

// What the kernel calls this process. getpid() says it in the initial pid namespace only.
std::uint32_t told_tgid(const BpfObject& object) {
    bpf_test_run_opts run{};
    run.sz = sizeof(run);
    int error = bpf_prog_test_run_opts(bpf_program__fd(object.program(self_teller)), &run);
    if (!error) return run.retval;
    // Before Linux 5.10, 1b4d60ec162f.
    if (in_initial_pid_namespace()) return getpid();
    throw Error(ErrorKind::Kernel,
                "the kernel doesn't say which process this is (BPF_PROG_TEST_RUN: " + errno_text(-error) +
                    "), and in a pid namespace nothing else does, so that traceleft would trace itself; start the "
                    "container with the host's pid namespace (--pid=host)",
                -error);
}

// A program whose section, "raw_tp/NAME", says where.
UniqueFd attach_by_section(const bpf_program* program) {
    std::string_view section = bpf_program__section_name(program);
    return attach_raw_tracepoint(bpf_program__fd(program), section.substr(section.find('/') + 1).data());
}

// Each CPU wakes the reader when it has submitted its share of a quarter of the ring.
std::uint32_t wake_bytes(std::uint32_t ring_size, int cpus) { return std::max(ring_size / 4 / cpus, 1024U); }

// Between two looks for room all CPUs together submit a sixteenth of the ring: budgets begin that little too late.
std::uint32_t check_bytes(std::uint32_t ring_size, int cpus) { return ring_size / 16 / cpus; }

}  // namespace

Dispatcher::Dispatcher(DispatcherOptions options)
    : options_(std::move(options)),
      object_(BpfObject::open(options_.object, options_.hooking.btf)),
      cpus_(libbpf_num_possible_cpus()) {
    std::uint32_t size = options_.ring_size;
    if (size < page_aligned(1) || (size & (size - 1)))
        throw Error(ErrorKind::Usage, "a ring of " + std::to_string(size) +
                                          " bytes can't be: its size is a power of two, and a page at least");
    if (options_.slots < 2) throw Error(ErrorKind::Usage, "at least one process slot is needed");
    require_backend(options_.hooking);
    for (const SyscallInfo& syscall : options_.syscalls) by_name_[syscall.name] = &syscall;
    configure_core();
    try {
        object_.load();
    } catch (const Error& error) {
        throw_backend_refused(options_.hooking.backend, "loading the trace probes", error.errnum, error.log);
    }
    self_ = told_tgid(object_);
    bpf_map* states = object_.map("cpu_states");
    cpu_state_size_ = (bpf_map__value_size(states) + 7) / 8 * 8;
    cpu_states_ = Mapping::of(map_fd(states), page_aligned(cpu_state_size_ * cpus_), PROT_READ | PROT_WRITE);
    inheritances_ = Mapping::of(map_fd(object_.map("slot_inheritances")),
                                page_aligned(sizeof(std::uint64_t) * options_.slots), PROT_READ);
    for (const char* hook : process_hooks) process_hooks_.push_back(attach_by_section(object_.program(hook)));
}

// What the core and the probes' objects have in common: nothing is loaded or created that wasn't asked for.
void Dispatcher::configure_object(BpfObject& object) const {
    bpf_program* program = nullptr;
    bpf_object__for_each_program(program, object.get()) bpf_program__set_autoload(program, false);
    bpf_map* map = nullptr;
    bpf_object__for_each_map(map, object.get()) {
        // Those of data sections (".rodata") hold what set_constant() and set_variable() set.
        bool section = std::string_view(bpf_map__name(map)).find('.') != std::string_view::npos;
        if (!section) bpf_map__set_autocreate(map, false);
    }
    set_hooking(object);
    object.set_constant<std::uint8_t>("traceleft_durations", options_.durations);
    object.set_constant<std::uint8_t>("traceleft_handler_times", options_.handler_times);
    object.set_constant<std::uint32_t>("traceleft_self", self_);  // 0 for the core, which dispatches nothing
}

void Dispatcher::set_hooking(BpfObject& object) const {
    object.set_constant<std::uint32_t>("traceleft_backend", options_.hooking.backend);
    object.set_constant<std::uint8_t>("traceleft_kernel_btf", options_.hooking.btf.empty());
}

void Dispatcher::configure_core() {
    configure_object(object_);
    int highest = 0;
    for (const SyscallInfo& syscall : options_.syscalls) highest = std::max(highest, syscall.nr);
    create_map(object_, "events", options_.ring_size);
    create_map(object_, "cpu_states", cpus_);
    create_map(object_, "slot_inheritances", options_.slots);
    create_map(object_, "entry_times", options_.durations ? 65536 : 1);
    create_map(object_, entered_map, 1);
    create_map(object_, "lost_calls", highest + 1);
    create_map(object_, "handler_times", options_.handler_times ? most_handler_times : 1);
    create_map(object_, "budgets", most_budgets);
    create_map(object_, "processes", 65536);
    create_map(object_, "followed", 65536);
    create_map(object_, "ignored", most_ignored);
    create_map(object_, "compat_callers", most_compat_callers);
    create_map(object_, self_map, 1);
    bpf_program__set_autoload(object_.program(self_teller), true);
    if (options_.hooking.backend != wire::BACKEND_RAW_TP)
        bpf_program__set_autoload(object_.program(compat_watcher), true);
    for (Side side : {Side::entry, Side::exit}) {
        create_map(object_, root_map(side), highest + 1);
        if (options_.hooking.backend != wire::BACKEND_RAW_TP) continue;
        bpf_program* root = object_.program(root_name(side));
        bpf_program__set_autoload(root, true);
        set_program_type(root, options_.hooking, side, {});
    }
    for (const char* hook : process_hooks) bpf_program__set_autoload(object_.program(hook), true);
    // Loaded even where durations aren't wanted: it shows whether the machine allows programs of this backend's type.
    for (const SyscallInfo& syscall : options_.syscalls) {
        // The first will do: the program is attached to none, and tail-called from many probes.
        if (!missing_hook(options_.hooking.backend, syscall).empty()) continue;
        entry_time_programs_[prototype(options_.hooking.backend, syscall)] =
            select_entry_time_program(object_, syscall);
        break;
    }
}

void Dispatcher::load_probes(const std::vector<Probe>& probes) {
    std::set<Probe> missing;
    std::set<Side> sides;
    for (const Probe& probe : probes) {
        syscall(probe.first);
        if (loaded_.count(probe)) continue;
        missing.insert(probe);
        sides.insert(probe.second);
    }
    bool keeps = entered_calls_ && !entered_call_ended_;
    if (missing.empty() && !keeps) return;
    // Opening the object takes longer than loading a few hundred probes: who asks a third time gets the rest at once.
    if (probe_objects_.size() == 2)
        for (const std::string& name : traceable())
            for (Side side : sides)
                if (!loaded_.count({name, side})) missing.insert({name, side});
    BpfObject object = open_sharing();
    for (const Probe& probe : missing) select_probe(object, probe);
    constexpr std::size_t files_per_probe = 4;  // program, handler map, and under tracepoint a perf event and its link
    reserve_open_files(missing.size() * files_per_probe);
    bpf_program* ended = object.program(entered_end_hook);
    if (keeps) bpf_program__set_autoload(ended, true);
    object.load();
    if (keeps) process_hooks_.push_back(attach_by_section(ended));
    if (any_process_) object.set_variable<bool>("traceleft_any_process", true);
    if (any_followed_) object.set_variable<bool>("traceleft_any_followed", true);
    if (any_ignored_) object.set_variable<bool>("traceleft_any_ignored", true);
    std::lock_guard lock(mutex_);
    if (keeps) entered_call_ended_ = ended;
    for (const Probe& probe : missing) loaded_[probe] = probe_objects_.size();
    probe_objects_.push_back(std::move(object));
}

// The object once more, with the maps of the core, and as yet without programs.
BpfObject Dispatcher::open_sharing() const {
    BpfObject object = BpfObject::open(options_.object, options_.hooking.btf);
    configure_object(object);
    auto share = [&](const char* name) {
        bpf_map__set_autocreate(object.map(name), true);
        object.reuse_map(name, map_fd(object_.map(name)));
    };
    for (const char* name : handler_maps) share(name);
    for (const char* name : probe_maps) share(name);
    bpf_map__set_autocreate(object.map(entered_map), true);
    object.reuse_map(entered_map, entered_calls_ ? entered_calls_.get() : map_fd(object_.map(entered_map)));
    return object;
}

void Dispatcher::select_probe(BpfObject& object, const Probe& probe) const {
    bpf_program* program = object.program(probe_name(probe).c_str());
    if (!program) throw Error::os("find " + probe_name(probe), ENOENT, object.path());
    bpf_program__set_autoload(program, true);
    set_program_type(program, options_.hooking, probe.second, *by_name_.at(probe.first));
    create_map(object, handler_map_name(probe).c_str(), options_.slots);
}

const BpfObject& Dispatcher::object_of(const Probe& probe) const {
    auto found = loaded_.find(probe);
    if (found == loaded_.end()) throw Error::os("find " + probe_name(probe) + " loaded", ENOENT);
    return probe_objects_[found->second];
}

std::vector<std::string> Dispatcher::traceable() const {
    std::vector<std::string> names;
    for (const SyscallInfo& syscall : options_.syscalls)
        if (missing_hook(options_.hooking.backend, syscall).empty()) names.push_back(syscall.name);
    return names;
}

int Dispatcher::entry_time_program(const std::string& name) {
    const SyscallInfo& target = syscall(name);
    bpf_program*& program = entry_time_programs_[prototype(options_.hooking.backend, target)];
    if (!program) {
        BpfObject object = open_sharing();
        bpf_program* taker = select_entry_time_program(object, target);
        object.load();
        entry_time_objects_.push_back(std::move(object));
        program = taker;
    }
    return bpf_program__fd(program);
}

bpf_program* Dispatcher::select_entry_time_program(BpfObject& object, const SyscallInfo& target) const {
    bpf_program* program = object.program(entry_time_name);
    bpf_program__set_autoload(program, true);
    set_program_type(program, options_.hooking, Side::entry, target);
    return program;
}

const SyscallInfo& Dispatcher::syscall(const std::string& name) const {
    auto found = by_name_.find(name);
    if (found == by_name_.end()) throw Error(ErrorKind::Handler, "no trace probe for a syscall named '" + name + "'");
    std::string missing = missing_hook(options_.hooking.backend, *found->second);
    if (!missing.empty())
        throw Error(ErrorKind::Handler, "this kernel can't trace " + name + " under backend " +
                                            std::string(backend_name(options_.hooking.backend)) + ": " + missing);
    return *found->second;
}

int Dispatcher::handler_map(const std::string& name, Side side) const {
    return map_fd(object_of({name, side}).map(handler_map_name({name, side}).c_str()));
}

void Dispatcher::enable(const std::string& name, Side side) {
    if (probes_.count({name, side})) return;
    const SyscallInfo& target = syscall(name);
    bpf_program* probe = object_of({name, side}).program(probe_name({name, side}).c_str());
    if (options_.hooking.backend != wire::BACKEND_RAW_TP) {
        AttachedProbe attached = attach_probe(probe, options_.hooking, side, target);
        if (!compat_watch_) compat_watch_ = attach_by_section(object_.program(compat_watcher));
        std::lock_guard lock(mutex_);
        probes_[{name, side}] = std::move(attached);
        return;
    }
    std::uint32_t nr = target.nr;
    int fd = bpf_program__fd(probe);
    if (bpf_map_update_elem(map_fd(object_.map(root_map(side))), &nr, &fd, BPF_ANY))
        throw Error::os("enter the trace probe of " + name, errno);
    if (!roots_.count(side)) {
        roots_[side] = attach_probe(object_.program(root_name(side)), options_.hooking, side, target);
        note_enter_hooked();
    }
    probes_[{name, side}] = {};
}

void Dispatcher::disable(const std::string& name, Side side) {
    std::lock_guard lock(mutex_);
    auto probe = probes_.find({name, side});
    if (probe == probes_.end()) return;
    if (probe->second.event) missed_before_ += KprobeEvent::misses()[probe->second.event->name()];
    probes_.erase(probe);
    if (probes_.empty()) compat_watch_ = {};
    if (options_.hooking.backend != wire::BACKEND_RAW_TP) return;
    std::uint32_t nr = number(name);
    // The root program stays: with no probe to call it costs next to nothing, and there never are two links to it.
    bpf_map_delete_elem(map_fd(object_.map(root_map(side))), &nr);
}

void Dispatcher::rest() {
    std::lock_guard lock(mutex_);
    if (!probes_.empty()) return;
    roots_.clear();
    note_enter_hooked();
}

void Dispatcher::disable_all() {
    std::uint64_t missed = probe_misses();
    std::unique_lock lock(mutex_);
    missed_before_ = missed;
    probes_.clear();
    roots_.clear();
    compat_watch_ = {};
    lock.unlock();
    // A program may still be running on another CPU. Its programs run under RCU, and this waits for a grace period.
    ::syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0);
}

void Dispatcher::configure(BpfObject& handler, bool enters) {
    for (const char* name : handler_maps) handler.reuse_map(name, map_fd(object_.map(name)));
    if (enters && !entered_calls_) entered_calls_ = create_entered_calls();
    handler.reuse_map(entered_map, entered_calls_ ? entered_calls_.get() : map_fd(object_.map(entered_map)));
    set_hooking(handler);
    handler.set_constant<std::uint8_t>("traceleft_durations", options_.durations);
    handler.set_constant<std::uint8_t>("traceleft_namespace_pids", options_.namespace_pids);
    handler.set_constant<std::uint8_t>("traceleft_environments", options_.environments);
    handler.set_constant<std::uint32_t>("traceleft_wake_bytes", wake_bytes(options_.ring_size, cpus_));
    handler.set_constant<std::uint32_t>("traceleft_ring_size", options_.ring_size);
    handler.set_constant<std::uint32_t>("traceleft_check_bytes", check_bytes(options_.ring_size, cpus_));
}

// Some 5 MB, which only handlers with an entry program need: what the core has of it has room for nothing.
UniqueFd Dispatcher::create_entered_calls() const {
    const bpf_map* small = object_.map(entered_map);
    NoFork until_kept;
    UniqueFd map(bpf_map_create(BPF_MAP_TYPE_ARRAY, entered_map, bpf_map__key_size(small), bpf_map__value_size(small),
                                wire::ENTERED_BUCKETS, nullptr));
    if (!map) throw Error::os("make room for what calls are given at their entry", errno);
    return map;
}

void Dispatcher::forget_entered_calls() {
    attachments_++;
    set_cpus(offsetof(wire::cpu_settings, attachments), attachments_);
}

void Dispatcher::set_cpus(std::size_t setting, std::uint64_t value) {
    for (int cpu = 0; cpu < cpus_; cpu++)
        __atomic_store_n(cpu_states_.as<std::uint64_t>(cpu * cpu_state_size_ + sizeof(wire::cpu_counters) + setting),
                         value, __ATOMIC_RELAXED);
}

void Dispatcher::note_process_attached() {
    if (std::exchange(any_process_, true)) return;
    for (BpfObject& object : probe_objects_) object.set_variable<bool>("traceleft_any_process", true);
}

void Dispatcher::note_process_followed() {
    if (std::exchange(any_followed_, true)) return;
    for (BpfObject& object : probe_objects_) object.set_variable<bool>("traceleft_any_followed", true);
}

void Dispatcher::note_process_ignored() {
    if (std::exchange(any_ignored_, true)) return;
    object_.set_variable<bool>("traceleft_any_ignored", true);  // of the hooks, which remove processes
    for (BpfObject& object : probe_objects_) object.set_variable<bool>("traceleft_any_ignored", true);
}

void Dispatcher::note_default_handler() {
    if (!std::exchange(any_default_, true)) object_.set_variable<bool>("traceleft_any_default", true);
}

void Dispatcher::note_enter_hooked() {
    object_.set_variable<bool>("traceleft_enter_hooked", roots_.count(Side::entry) > 0);
}

std::vector<std::uint64_t> Dispatcher::slot_inheritances() const {
    std::vector<std::uint64_t> counts(options_.slots);
    for (std::uint32_t slot = 0; slot < options_.slots; slot++)
        counts[slot] = __atomic_load_n(inheritances_.as<std::uint64_t>(slot * sizeof(std::uint64_t)), __ATOMIC_ACQUIRE);
    return counts;
}

namespace {

bpf_prog_info program_info(const bpf_program* program) {
    bpf_prog_info info{};
    __u32 length = sizeof(info);
    if (bpf_obj_get_info_by_fd(bpf_program__fd(program), &info, &length)) info = {};
    return info;
}

// The tgid that the program says was of its loader, where it is a tracer's tell_traceleft(); else 0.
std::uint32_t tracer_behind(std::uint32_t program_id) {
    UniqueFd program(bpf_prog_get_fd_by_id(program_id));
    if (!program) return 0;
    std::array<__u32, 8> maps{};  // its own, and perhaps those of its object's sections
    bpf_prog_info info{};
    __u32 length = sizeof(info);
    info.map_ids = reinterpret_cast<std::uintptr_t>(maps.data());
    info.nr_map_ids = maps.size();
    if (bpf_obj_get_info_by_fd(program.get(), &info, &length) || info.type != BPF_PROG_TYPE_RAW_TRACEPOINT ||
        std::string_view(info.name) != self_teller)
        return 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(info.nr_map_ids, maps.size()); i++) {
        UniqueFd map(bpf_map_get_fd_by_id(maps[i]));
        bpf_map_info of_map{};
        length = sizeof(of_map);
        std::uint32_t key = 0;
        std::uint32_t tgid = 0;
        if (map && bpf_obj_get_info_by_fd(map.get(), &of_map, &length) == 0 && of_map.value_size == sizeof(tgid) &&
            std::string_view(of_map.name) == self_map && bpf_map_lookup_elem(map.get(), &key, &tgid) == 0)
            return tgid;
    }
    return 0;
}

}  // namespace

// Programs that are tail-called are not among them: to the kernel they are part of their caller's run.
void Dispatcher::for_each_probe(
    const std::function<void(const bpf_program*, const std::string& syscall)>& visit) const {
    std::lock_guard lock(mutex_);
    if (options_.hooking.backend == wire::BACKEND_RAW_TP)
        for (Side side : {Side::entry, Side::exit}) visit(object_.program(root_name(side)), "");
    else
        for (const auto& [probe, index] : loaded_)
            visit(probe_objects_[index].program(probe_name(probe).c_str()), probe.first);
}

std::uint64_t Dispatcher::skipped_runs() const {
    std::uint64_t skipped = 0;
    for_each_probe([&](const bpf_program* program, const std::string&) {
        skipped += program_info(program).recursion_misses;  // since Linux 5.12, 9ed9e9ba2337
    });
    return skipped;
}

void Dispatcher::require_access() const {
    std::uint32_t nr = 0;
    std::vector<Losses> by_cpu(cpus_);
    if (bpf_map_lookup_elem(map_fd(object_.map("lost_calls")), &nr, by_cpu.data()) && errno == EPERM)
        throw Error(
            ErrorKind::Kernel,
            "this kernel lets no process without capabilities read even its own BPF maps: that takes Linux 5.19, "
            "or kernel.unprivileged_bpf_disabled=0; trace without --user",
            EPERM);
}

std::vector<HookProgram> Dispatcher::hook_programs() const {
    std::vector<HookProgram> all;
    auto add = [&](const bpf_program* program, const std::string& syscall) {
        bpf_prog_info info = program_info(program);
        all.push_back({bpf_program__name(program), syscall, info.id, {info.run_cnt, info.run_time_ns}});
    };
    for_each_probe(add);
    for (const char* name : process_hooks) add(object_.program(name), "");
    if (options_.hooking.backend != wire::BACKEND_RAW_TP) add(object_.program(compat_watcher), "");
    std::lock_guard lock(mutex_);
    if (entered_call_ended_) add(entered_call_ended_, "");
    return all;
}

RunTimeStatistics::RunTimeStatistics() : fd_(bpf_enable_stats(BPF_STATS_RUN_TIME)) {
    if (!fd_) throw Error::os("turn on the kernel's statistics of BPF programs", errno);
}

std::map<std::string, Losses> Dispatcher::lost_by_syscall() const {
    std::map<std::string, Losses> all;
    std::vector<Losses> by_cpu(cpus_);
    for (const SyscallInfo& syscall : options_.syscalls) {
        std::uint32_t nr = syscall.nr;
        Losses lost{};
        if (bpf_map_lookup_elem(map_fd(object_.map("lost_calls")), &nr, by_cpu.data())) continue;
        for (const Losses& cpu : by_cpu)
            for (std::size_t reason = 0; reason < lost.size(); reason++) lost[reason] += cpu[reason];
        if (lost != Losses{}) all[syscall.name] = lost;
    }
    return all;
}

std::map<std::uint32_t, std::uint64_t> Dispatcher::lost_by_process() const {
    std::map<std::uint32_t, std::uint64_t> all;
    int map = map_fd(object_.map("budgets"));
    wire::budget_key key{};
    wire::budget budget{};
    // Bounded as compat_callers() is.
    for (std::uint32_t steps = 0; steps < 2 * most_budgets; steps++) {
        if (bpf_map_get_next_key(map, steps ? &key : nullptr, &key)) break;
        if (key.kind == wire::BUDGET_PROCESS && bpf_map_lookup_elem(map, &key, &budget) == 0 && budget.lost)
            all[key.id] = budget.lost;
    }
    return all;
}

// A program of that name and type is only the privileged's to load. Maps are not looked through: one that is opened
// while the kernel frees it may stay for ever (prog_array_map_clear() in kernel/bpf/arraymap.c).
std::vector<OtherTracer> Dispatcher::other_tracers() const {
    std::vector<OtherTracer> others;
    std::uint32_t id = 0;
    while (bpf_prog_get_next_id(id, &id) == 0) {
        std::uint32_t tgid = tracer_behind(id);
        if (tgid && tgid != self_) others.push_back({id, tgid});
    }
    return others;
}

std::vector<CompatCaller> Dispatcher::compat_callers() const {
    std::vector<CompatCaller> all;
    int map = map_fd(object_.map("compat_callers"));
    CompatCaller each{};
    // Where the key to go on from is gone, the kernel begins anew: whoever drives others out must not keep us here.
    for (std::uint32_t steps = 0; steps < 2 * most_compat_callers; steps++) {
        if (bpf_map_get_next_key(map, steps ? &each.process : nullptr, &each.process)) break;
        if (bpf_map_lookup_elem(map, &each.process, &each.caller) == 0) all.push_back(each);
    }
    return all;
}

void Dispatcher::time_handlers(std::uint64_t every) {
    if (!options_.handler_times)
        throw Error(ErrorKind::Usage,
                    "handlers can't be timed: ask for it when the tracer is created "
                    "(Tracer(handler_times=True))");
    if (every & (every - 1))
        throw Error(ErrorKind::Usage, "one of " + std::to_string(every) + " events can't be timed: use a power of two");
    set_cpus(offsetof(wire::cpu_settings, time_every), every);
}

std::map<HandlerRuns, Runs> Dispatcher::handler_runs() const {
    std::map<HandlerRuns, Runs> all;
    if (!options_.handler_times) return all;
    int map = map_fd(object_.map("handler_times"));
    std::vector<wire::handler_time> by_cpu(cpus_);
    wire::handler_runs key{};
    wire::handler_runs next{};
    // A key that is removed meanwhile makes the kernel begin anew; then the sums are the same again.
    for (bool first = true; bpf_map_get_next_key(map, first ? nullptr : &key, &next) == 0; first = false) {
        key = next;
        if (bpf_map_lookup_elem(map, &key, by_cpu.data())) continue;
        Runs sum;
        for (const wire::handler_time& cpu : by_cpu) {
            sum.runs += cpu.runs;
            sum.ns += cpu.ns;
        }
        all[{key.handler, key.slot, key.nr, key.entry ? Side::entry : Side::exit}] = sum;
    }
    return all;
}

std::uint64_t Dispatcher::probe_misses() const {
    std::lock_guard lock(mutex_);
    std::uint64_t missed = missed_before_;
    if (options_.hooking.backend != wire::BACKEND_KPROBE || probes_.empty()) return missed;
    std::map<std::string, std::uint64_t> misses = KprobeEvent::misses();
    for (const auto& [probe, attached] : probes_) missed += misses[attached.event->name()];
    return missed;
}

std::vector<CpuCounters> Dispatcher::counters() const {
    std::vector<CpuCounters> all(cpus_);
    for (int cpu = 0; cpu < cpus_; cpu++) {
        const auto* from = cpu_states_.as<const std::uint64_t>(cpu * cpu_state_size_);
        auto* to = reinterpret_cast<std::uint64_t*>(&all[cpu]);
        for (std::size_t i = 0; i < sizeof(CpuCounters) / sizeof(*to); i++)
            to[i] = __atomic_load_n(from + i, __ATOMIC_RELAXED);
    }
    return all;
}

EmptyProgram::EmptyProgram(const Dispatcher& dispatcher, const std::string& name)
    : object_(dispatcher.open_sharing()), hooking_(dispatcher.options().hooking), syscall_(dispatcher.syscall(name)) {
    bpf_program* program = object_.program("do_nothing");
    bpf_program__set_autoload(program, true);
    set_program_type(program, hooking_, Side::exit, syscall_);
    object_.load();
}

void EmptyProgram::attach() { attached_ = attach_probe(object_.program("do_nothing"), hooking_, Side::exit, syscall_); }

void EmptyProgram::detach() { attached_ = {}; }

std::unique_ptr<Dispatcher> load_any_backend(DispatcherOptions options) {
    std::string refusals;
    for (Backend backend : backends()) {
        options.hooking.backend = backend;
        try {
            return std::make_unique<Dispatcher>(options);
        } catch (const Error& error) {
            if (error.kind != ErrorKind::Backend && error.kind != ErrorKind::Os) throw;
            refusals += std::string(refusals.empty() ? "" : "; ") + error.what();
        }
    }
    throw Error(ErrorKind::Backend, "no attach backend works here: " + refusals);
}

}  // namespace traceleft
