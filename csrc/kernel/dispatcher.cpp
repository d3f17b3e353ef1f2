// SPDX-License-Identifier: MIT
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
#include "call_files.h"
#include "changing_calls.h"
#include "error.h"
#include "kernel_btf.h"
#include "kernel_features.h"
#include "open_files.h"
#include "other_tracers.h"
#include "sampler.h"
#include "source_record.h"
#include "uprobe.h"

namespace traceleft {

namespace {

const char* const process_hooks[] = {"process_forked", "process_executed"};
const char* const exit_hooks[] = {"process_exited", "process_exited_last"};  // one of them at a time
constexpr const char* exit_source = "sched:sched_process_exit";              // where it is hooked
const char* const handler_maps[] = {"events", "cpu_states", "entry_times", "lost_calls", "handler_times", "budgets"};
const char* const probe_maps[] = {"slot_inheritances", "processes", "followed", "ignored"};
const char* const source_probe = "trace_source";
const char* const source_map = "source_progs";
const char* const function_names = "functions";
constexpr std::uint32_t most_ignored = 1024;
constexpr std::uint32_t most_compat_execs = 1024;
const char* const entered_map = "entered_calls";
const char* const entered_end_hook = "entered_call_ended";
constexpr std::uint32_t most_handler_times = 8192;
// Shared by the programs that describe files and root_exit, which sees files being opened.
const char* const file_maps[] = {"open_files", "described_calls", "path_generation", "root_exits"};
constexpr std::uint32_t most_open_files = 65536;   // those that were seen last
constexpr std::uint32_t most_closed_files = 8192;  // threads that are in close() and its like at once

const char* root_name(Side side) { return side == Side::entry ? "root_enter" : "root_exit"; }
std::string root_map(Side side, bool compat) {
    return std::string(compat ? "compat_progs" : "trace_progs") + (side == Side::entry ? "" : "_ret");
}
std::string suffix(Side side) { return side == Side::entry ? "" : "_ret"; }
// The programs and maps of a 32-bit program's call are those of its namesake, loaded once more.
std::string plain_name(const Probe& probe) { return probe.first.substr(0, probe.first.find('@')); }
std::string probe_name(const Probe& probe) { return "trace_" + plain_name(probe) + suffix(probe.second); }
std::string handler_map_name(const Probe& probe) {
    return "handle_" + plain_name(probe) + "_progs" + suffix(probe.second);
}

void create_map(const BpfObject& object, const char* name, std::uint32_t entries) {
    bpf_map* map = object.map(name);
    if (!map) throw Error::os("find map " + std::string(name), ENOENT, object.path());
    if (bpf_map__set_autocreate(map, true) || bpf_map__set_max_entries(map, entries))
        throw Error::os("size map " + std::string(name), errno, object.path());
}

// Attaches a program where its section, "raw_tp/NAME", says.
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
      types_(options_.hooking.btf.empty() ? kernel_btf() : nullptr),
      object_(BpfObject::open_own(options_.object, options_.hooking.btf)),
      functions_(options_.hooking),
      cpus_(libbpf_num_possible_cpus()) {
    std::uint32_t size = options_.ring_size;
    if (size < sysconf(_SC_PAGESIZE) || (size & (size - 1)))
        throw Error(ErrorKind::Usage, "a ring of " + std::to_string(size) +
                                          " bytes can't be: its size is a power of two, and a page at least");
    if (options_.slots < 2) throw Error(ErrorKind::Usage, "at least one process slot is needed");
    require_backend(options_.hooking);
    if (options_.owner && options_.hooking.backend != wire::BACKEND_RAW_TP)
        throw Error(ErrorKind::Usage, "one user's calls can be traced under backend raw_tp only");
    std::set<std::uint32_t> known;
    for (const auto* all : {&options_.syscalls, &options_.compat_syscalls})
        for (const SyscallInfo& syscall : *all) by_name_[syscall.name] = &syscall;
    for (const SyscallInfo& syscall : options_.syscalls) known.insert(syscall.nr);
    by_name_[unnamed] = &unnamed_;
    for (std::uint32_t nr = 0; nr <= *known.rbegin() + 1; nr++)
        if (!known.count(nr)) unnamed_numbers_.push_back(nr);
    if (in_initial_pid_namespace()) self_ = getpid();  // for the spare probes
    configure_core();
    try {
        object_.load();
    } catch (const Error& error) {
        throw_backend_refused(options_.hooking.backend, "loading the trace probes", error.errnum, error.log);
    }
    self_ = tell_self(object_);
    if (options_.owner) require_ownership(object_);
    std::vector<SyscallInfo> counted = options_.syscalls;
    counted.insert(counted.end(), options_.compat_syscalls.begin(), options_.compat_syscalls.end());
    counters_.emplace(object_, std::move(counted), options_.slots, options_.handler_times);
    attach_process_hooks();
    if (!options_.files) return;
    enter_described_calls();
    attach_root(Side::exit);  // before anything is traced: it sees files being opened
}

void Dispatcher::attach_process_hooks() {
    if (options_.processes) {
        std::vector<SyscallInfo> changing = changing_calls(options_.syscalls);
        std::vector<SyscallInfo> compat = changing_calls(options_.compat_syscalls);
        changing.insert(changing.end(), compat.begin(), compat.end());
        process_programs_.emplace([this] { return open_processes(); }, options_.hooking, std::move(changing),
                                  options_.processes, !options_.owner);
        process_programs_->attach_ahead();
    }
    for (const char* hook : process_hooks) process_hooks_.push_back(attach_by_section(object_.program(hook)));
    attach_exit_hook();
    if (!process_programs_) return;
    process_programs_->attach_behind();
    if (!process_programs_->needs_root_exit()) return;
    for (bool compat : {false, true})
        process_programs_->stand_before_probes(compat, map_fd(object_.map(root_map(Side::exit, compat).c_str())));
}

// In the place of the one that is attached, which stays until then: no exit goes unseen.
void Dispatcher::attach_exit_hook() {
    exit_hook_ = attach_by_section(object_.program(exit_hooks[next_exit_hook_]));
    next_exit_hook_ ^= 1;
}

BpfObject Dispatcher::open_processes() const {
    BpfObject object = BpfObject::open_own(options_.processes_object, options_.hooking.btf);
    configure_object(object);
    for (const char* name : {"events", "cpu_states", "processes", "followed", "ignored"}) {
        bpf_map__set_autocreate(object.map(name), true);
        object.reuse_map(name, map_fd(object_.map(name)));
    }
    for (const char* name : {"process_rooms", "object_rooms"}) bpf_map__set_autocreate(object.map(name), true);
    object.set_constant<std::uint32_t>("traceleft_ring_size", options_.ring_size);
    if (options_.owner) restrict_to(*options_.owner, object);
    return object;
}

Dispatcher::ProcessLook::ProcessLook(Dispatcher& dispatcher)
    : programs_(dispatcher.process_programs_ && !dispatcher.noted_.count(any_default) ? &*dispatcher.process_programs_
                                                                                      : nullptr) {
    if (!programs_) return;
    programs_->tell_of_all(true);
    programs_->look();
}

Dispatcher::ProcessLook::~ProcessLook() {
    if (programs_) programs_->tell_of_all(false);
}

// Sets up the core and the probes' objects alike: no program is loaded, and no map created, that wasn't asked for.
void Dispatcher::configure_object(BpfObject& object) const {
    bpf_program* program = nullptr;
    bpf_object__for_each_program(program, object.get()) bpf_program__set_autoload(program, false);
    bpf_map* map = nullptr;
    bpf_object__for_each_map(map, object.get()) {
        // Maps of data sections (".rodata") hold the values of set_constant() and set_variable().
        bool section = std::string_view(bpf_map__name(map)).find('.') != std::string_view::npos;
        if (!section) bpf_map__set_autocreate(map, false);
    }
    set_hooking(object, false);
    object.set_constant<std::uint8_t>("traceleft_durations", options_.durations);
    object.set_constant<std::uint8_t>("traceleft_handler_times", options_.handler_times);
    object.set_constant<std::uint8_t>("traceleft_files", options_.files);
    object.set_constant<std::uint32_t>("traceleft_self", self_);
}

void Dispatcher::set_hooking(BpfObject& object, bool compat) const {
    object.set_constant<std::uint32_t>("traceleft_backend", hooking_of(compat).backend);
    object.set_constant<std::uint8_t>("traceleft_kernel_btf", options_.hooking.btf.empty());
}

Hooking Dispatcher::hooking_of(bool compat) const {
    Hooking hooking = options_.hooking;
    if (compat) hooking.backend = wire::BACKEND_RAW_TP;
    return hooking;
}

void Dispatcher::configure_core() {
    configure_object(object_);
    int highest = 0;
    for (const SyscallInfo& syscall : options_.syscalls) highest = std::max(highest, syscall.nr);
    object_.set_constant<std::uint32_t>("traceleft_highest", highest);
    create_map(object_, "events", options_.ring_size);
    create_map(object_, "cpu_states", cpus_);
    create_map(object_, "slot_inheritances", options_.slots);
    create_map(object_, "entry_times", options_.durations ? 65536 : 1);
    create_map(object_, entered_map, 1);
    create_map(object_, "lost_calls", 2 * wire::ABI_CALLS + wire::MOST_SOURCES);
    create_map(object_, "handler_times", options_.handler_times ? most_handler_times : 1);
    create_map(object_, "budgets", KernelCounters::most_budgets);
    create_map(object_, "processes", 65536);
    create_map(object_, "followed", 65536);
    create_map(object_, "ignored", most_ignored);
    create_map(object_, "compat_callers", KernelCounters::most_compat_callers);
    create_map(object_, "compat_execs", most_compat_execs);
    create_map(object_, self_map, 1);
    if (options_.files) {
        create_map(object_, "open_files", most_open_files);
        create_map(object_, "described_calls", 2 * wire::ABI_CALLS);
        create_map(object_, "path_generation", 1);
        create_map(object_, "root_exits", 1);
    }
    bpf_program__set_autoload(object_.program(self_teller), true);
    if (options_.owner) restrict_to(*options_.owner, object_);
    for (Side side : {Side::entry, Side::exit}) {
        create_map(object_, root_map(side, false).c_str(), highest + 2);  // see unnamed_numbers_
        create_map(object_, root_map(side, true).c_str(), wire::ABI_CALLS);
        bpf_program* root = object_.program(root_name(side));
        bpf_program__set_autoload(root, true);
        set_program_type(root, hooking_of(true), side, {});
    }
    for (const char* hook : process_hooks) bpf_program__set_autoload(object_.program(hook), true);
    for (const char* hook : exit_hooks) bpf_program__set_autoload(object_.program(hook), true);
    has_spares_ = self_ && options_.hooking.backend == wire::BACKEND_RAW_TP;
    if (has_spares_)
        for (Side side : {Side::entry, Side::exit}) select_probe(object_, {unnamed, side});
    // Loaded even where durations aren't wanted: it shows whether the machine allows programs of this backend's type.
    for (const SyscallInfo& syscall : options_.syscalls) {
        // The first will do: the program is attached to none, and tail-called from many probes.
        if (!missing_hook(options_.hooking.backend, syscall).empty()) continue;
        entry_time_programs_[tail_call_group(syscall)] = select_entry_time_program(object_, syscall);
        break;
    }
}

void Dispatcher::load_probes(const std::vector<Probe>& probes) {
    load_probes(probes, options_.probes_object, false);
    load_probes(probes, options_.probes_object, true);
    load_probes(probes, options_.compat_object, true);
    for (const Probe& probe : probes)
        if (is_source(probe.first) && !loaded_.count(probe)) load_source_probe(probe);
}

// A 32-bit program's call has its native namesake's probe, if there is one.
const std::string& Dispatcher::path_of(const Probe& probe) const {
    return by_name_.count(plain_name(probe)) ? options_.probes_object : options_.compat_object;
}

void Dispatcher::load_probes(const std::vector<Probe>& probes, const std::string& path, bool compat) {
    std::set<Probe> missing;
    std::set<Side> sides;
    for (const Probe& probe : probes) {
        if (is_source(probe.first) || syscall(probe.first).compat != compat || path_of(probe) != path ||
            is_loaded(probe))
            continue;
        missing.insert(probe);
        sides.insert(probe.second);
    }
    if (!compat) take_spares(missing);
    bool keeps = entered_calls_ && !entered_call_ended_;
    if (missing.empty() && !keeps) return;
    // Opening the object takes longer than loading a few hundred probes: who asks a third time gets the rest at once.
    if (probe_objects_.size() == 2 && !compat)
        for (const std::string& name : traceable())
            for (Side side : sides)
                if (!is_loaded({name, side})) missing.insert({name, side});
    BpfObject object = open_sharing(missing.empty() ? options_.object : path, compat);
    for (const Probe& probe : missing) select_probe(object, probe);
    constexpr std::size_t files_per_probe = 4;  // program, handler map, and under tracepoint a perf event and its link
    reserve_open_files(missing.size() * files_per_probe);
    bpf_program* ended = object.program(entered_end_hook);
    if (keeps) bpf_program__set_autoload(ended, true);
    object.load();
    if (keeps) process_hooks_.push_back(attach_by_section(ended));
    for (const std::string& any : noted_) object.set_variable<bool>(any, true);
    std::lock_guard lock(mutex_);
    if (keeps) entered_call_ended_ = ended;
    for (const Probe& probe : missing) loaded_[probe] = probe_objects_.size();
    probe_objects_.push_back(std::move(object));
}

// Root programs find a probe by the call's number, so that any can serve it: to load one of the object with all of them
// takes some 30 ms.
void Dispatcher::take_spares(std::set<Probe>& missing) {
    if (!has_spares_) return;
    std::lock_guard lock(mutex_);
    for (Side side : {Side::entry, Side::exit}) {
        auto is_there = [side](const Probe& probe) { return probe.second == side; };
        if (spares_.count(side) || std::count_if(missing.begin(), missing.end(), is_there) != 1) continue;
        auto only = std::find_if(missing.begin(), missing.end(), is_there);
        spares_[side] = only->first;
        missing.erase(only);
    }
}

bool Dispatcher::is_spare(const Probe& probe) const {
    auto spare = spares_.find(probe.second);
    return spare != spares_.end() && spare->second == probe.first;
}

// As its program and its map are called.
Probe Dispatcher::in_object(const Probe& probe) const { return is_spare(probe) ? Probe{unnamed, probe.second} : probe; }

// The object once more, with the maps of the core, and as yet without programs.
BpfObject Dispatcher::open_sharing(const std::string& path, bool compat) const {
    BpfObject object = BpfObject::open_own(path, options_.hooking.btf);
    configure_object(object);
    set_hooking(object, compat);
    auto share = [&](const char* name) {
        bpf_map* map = object.map(name);
        if (!map) return;  // only what a trace probe needs
        bpf_map__set_autocreate(map, true);
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
    const SyscallInfo& target = *by_name_.at(probe.first);
    set_program_type(program, hooking_of(target.compat), probe.second, target);
    create_map(object, handler_map_name(probe).c_str(), options_.slots);
}

const BpfObject& Dispatcher::object_of(const Probe& probe) const {
    if (is_spare(probe)) return object_;
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
    bpf_program*& program = entry_time_programs_[tail_call_group(target)];
    if (!program) {
        BpfObject object = open_sharing(options_.object, target.compat);
        bpf_program* taker = select_entry_time_program(object, target);
        object.load();
        entry_time_objects_.push_back(std::move(object));
        program = taker;
    }
    return bpf_program__fd(program);
}

int Dispatcher::unnamed_program(std::uint64_t program_id, std::uint32_t question) {
    BpfObject object = open_sharing(options_.object, false);
    configure(object, false, false);
    object.set_constant<std::uint32_t>("traceleft_question", question);
    object.set_constant<std::uint64_t>("traceleft_program_id", program_id);
    bpf_program* program = object.program(unnamed_name);
    bpf_program__set_autoload(program, true);
    set_program_type(program, options_.hooking, Side::exit, unnamed_);
    object.load();
    unnamed_objects_.push_back(std::move(object));
    return bpf_program__fd(program);
}

std::uint32_t Dispatcher::tail_call_group(const SyscallInfo& target) const {
    constexpr std::uint32_t compat = ~0U;
    if (target.compat && options_.hooking.backend != wire::BACKEND_RAW_TP) return compat;
    return prototype(options_.hooking.backend, target);
}

bpf_program* Dispatcher::select_entry_time_program(BpfObject& object, const SyscallInfo& target) const {
    bpf_program* program = object.program(entry_time_name);
    bpf_program__set_autoload(program, true);
    set_program_type(program, hooking_of(target.compat), Side::entry, target);
    return program;
}

const SyscallInfo& Dispatcher::known(const std::string& name) const {
    return is_source(name) ? source(name).syscall : *by_name_.at(name);
}

const SyscallSchema& Dispatcher::source(const std::string& name) const {
    const SyscallSchema* found = is_source(name) ? options_.behind->schema().find(name) : nullptr;
    if (!found) throw Error(ErrorKind::Handler, "no tracepoint named '" + name + "' is in the schema");
    return *found;
}

const SyscallInfo& Dispatcher::syscall(const std::string& name) const {
    if (is_source(name)) return source(name).syscall;
    auto found = by_name_.find(name);
    if (found == by_name_.end()) throw Error(ErrorKind::Handler, "no trace probe for a syscall named '" + name + "'");
    std::string missing = missing_hook(hooking_of(found->second->compat).backend, *found->second);
    if (!missing.empty())
        throw Error(ErrorKind::Handler, "this kernel can't trace " + name + " under backend " +
                                            std::string(backend_name(options_.hooking.backend)) + ": " + missing +
                                            "; choose another backend (raw_tp has every call)");
    return *found->second;
}

int Dispatcher::handler_map(const std::string& name, Side side) const {
    if (is_source(name)) return map_fd(object_of({name, side}).map(source_map));
    return map_fd(object_of({name, side}).map(handler_map_name(in_object({name, side})).c_str()));
}

void Dispatcher::enable(const std::string& name, Side side) {
    types_.reset();
    if (probes_.count({name, side})) return;
    if (is_source(name)) return enable_source({name, side});
    const SyscallInfo& target = syscall(name);
    bpf_program* probe = object_of({name, side}).program(probe_name(in_object({name, side})).c_str());
    Hooking hooking = hooking_of(target.compat);
    if (hooking.backend != wire::BACKEND_RAW_TP) {
        std::map<Probe, AttachedProbe> attached;
        for (const SyscallInfo* each : served_by(name))
            attached[{each->name, side}] = attach_probe(probe, hooking, side, *each);
        attach_root(Side::entry);  // it counts 32-bit programs' calls
        std::lock_guard lock(mutex_);
        probes_.merge(attached);
        return;
    }
    int fd = bpf_program__fd(probe);
    for (std::uint32_t nr : numbers(name))
        if (bpf_map_update_elem(probes_of(side, target.compat, nr), &nr, &fd, BPF_ANY))
            throw Error::os("enter the trace probe of " + name, errno);
    attach_root(side);
    attach_change_root();
    std::lock_guard lock(mutex_);
    probes_[{name, side}] = {};
}

// The programs of a tracepoint serve samplers, functions and probes of user space, too.
void Dispatcher::set_source_type(BpfObject& object, const SyscallInfo& source) {
    std::uint32_t backend = wire::BACKEND_TRACEPOINT;
    if (is_user_probe(source.name))
        backend = wire::BACKEND_UPROBE;
    else if (is_function(source))
        backend = are_many(source.name) ? wire::BACKEND_KPROBE : functions_.of(source).backend;
    object.set_constant("traceleft_backend", backend);
    if (is_sampler(source)) object.set_constant<std::uint32_t>("traceleft_hook", wire::SOURCE_SAMPLER);
}

void Dispatcher::select_source_program(bpf_program* program, const std::string& name, Side side) {
    const SyscallInfo& info = source(name).syscall;
    bpf_program__set_autoload(program, true);
    if (is_sampler(info)) bpf_program__set_type(program, BPF_PROG_TYPE_PERF_EVENT);
    if (is_user_probe(name))
        bpf_program__set_type(program, BPF_PROG_TYPE_KPROBE);
    else if (are_many(name))
        set_many_functions_type(program);
    else if (is_function(info))
        set_program_type(program, functions_.of(info), hooked_side({name, side}), info);
}

// What isn't a pair has one program, which counts as one of a return.
Side Dispatcher::hooked_side(const Probe& probe) const {
    const SyscallSchema& hooked = source(probe.first);
    return (is_function(hooked.syscall) || hooked.probe) && !hooked.pair ? Side::entry : probe.second;
}

std::string Dispatcher::many_refusal(const std::string& function) {
    const SyscallInfo& info = source(function).syscall;
    functions_.of(info);  // says what is refused altogether
    return many_functions_refusal(info.symbol);
}

BpfObject Dispatcher::open_functions(const std::vector<std::string>& names) {
    BpfObject object = open_source(names.front(), 0);
    for (const char* none : {"traceleft_field_count", "traceleft_captured_count", "traceleft_arguments"})
        object.set_constant<std::uint32_t>(none, 0);
    object.set_constant<std::uint32_t>("traceleft_kept_size", offsetof(wire::kept_call, values));
    object.set_constant<std::uint8_t>("traceleft_many", true);
    create_map(object, function_names, static_cast<std::uint32_t>(names.size()));
    return object;
}

void Dispatcher::name_functions(const BpfObject& object, const std::vector<std::string>& names) const {
    for (std::uint32_t i = 0; i < names.size(); i++) {
        wire::function_name function{source(names[i]).syscall.nr, 0, {}};
        names[i].copy(function.name, sizeof(function.name) - 1);
        if (bpf_map_update_elem(map_fd(object.map(function_names)), &i, &function, BPF_ANY))
            throw Error::os("enter a function's name", errno, names[i]);
    }
}

std::vector<std::string> Dispatcher::symbols_of(const std::vector<std::string>& names) const {
    std::vector<std::string> symbols;
    for (const std::string& name : names) symbols.push_back(source(name).syscall.symbol);
    return symbols;
}

std::uint32_t Dispatcher::kept_size(const std::string& name) const { return traceleft::kept_size(source(name)); }

void Dispatcher::load_source_probe(const Probe& probe) {
    const std::string& name = probe.first;
    const SyscallInfo& info = source(name).syscall;
    if (is_sampler(info)) require_sampler(info);
    if (is_user_probe(name)) require_uprobes(name);
    BpfObject object = open_sharing(options_.sources_object, false);
    set_source_type(object, info);
    create_map(object, source_map, options_.slots);
    select_source_program(object.program(source_probe), name, probe.second);
    constexpr std::size_t files = 4;  // program, handler map, perf's event and its link
    reserve_open_files(files);
    object.load();
    for (const std::string& any : noted_)
        if (object.has_variable(any)) object.set_variable<bool>(any, true);
    std::lock_guard lock(mutex_);
    loaded_[probe] = probe_objects_.size();
    probe_objects_.push_back(std::move(object));
}

void Dispatcher::enable_source(const Probe& probe) {
    const std::string& name = probe.first;
    AttachedProbe attached;
    bpf_program* loaded = object_of(probe).program(source_probe);
    int program = bpf_program__fd(loaded);
    const SyscallInfo& info = source(name).syscall;
    if (are_many(name))
        attached.link = attach_many_functions(program, symbols_of(served_.at(name)), hooked_side(probe));
    else if (is_function(info))
        attached = attach_probe(loaded, functions_.of(info), hooked_side(probe), info);
    else if (is_sampler(info))
        attached.events = attach_sampler(program, info);
    else if (source(name).probe)
        attached.events = attach_uprobe(program, *source(name).probe, hooked_side(probe), name);
    else
        attached.tracepoint = attach_tracepoint(program, source_path(name));
    std::lock_guard lock(mutex_);
    probes_[probe] = std::move(attached);
    attach_change_root();
    // Programs at one tracepoint run in the order in which they were attached: a process is forgotten last.
    if (name == exit_source) attach_exit_hook();
}

// The map in which root programs, or what stands before trace probes, look for that of a call.
int Dispatcher::probes_of(Side side, bool compat, std::uint32_t nr) const {
    int behind = side == Side::exit && process_programs_ ? process_programs_->probes_behind(compat, nr) : -1;
    return behind < 0 ? map_fd(object_.map(root_map(side, compat).c_str())) : behind;
}

// Whatever is traced: processes change on the exit side of calls.
void Dispatcher::attach_change_root() {
    if (process_programs_ && process_programs_->needs_root_exit()) attach_root(Side::exit);
}

void Dispatcher::attach_root(Side side) {
    if (roots_.count(side)) return;
    roots_[side] = attach_probe(object_.program(root_name(side)), hooking_of(true), side, {});
    note_enter_hooked();
}

void Dispatcher::disable(const std::string& name, Side side) {
    std::lock_guard lock(mutex_);
    if (!probes_.count({name, side})) return;
    if (is_source(name)) {
        const AttachedProbe& attached = probes_.at({name, side});
        if (attached.event) missed_before_ += KprobeEvent::misses()[attached.event->name()];
        probes_.erase({name, side});
        return;
    }
    for (const SyscallInfo* each : served_by(name)) {
        auto probe = probes_.find({each->name, side});
        if (probe == probes_.end()) continue;
        if (probe->second.event) missed_before_ += KprobeEvent::misses()[probe->second.event->name()];
        probes_.erase(probe);
    }
    const SyscallInfo& target = *by_name_.at(name);
    if (probes_.empty() && options_.hooking.backend != wire::BACKEND_RAW_TP && !options_.files) roots_.clear();
    if (hooking_of(target.compat).backend != wire::BACKEND_RAW_TP) return;
    // The root program stays: with no probe to call it costs next to nothing, and there never are two links to it.
    for (std::uint32_t nr : numbers(name)) bpf_map_delete_elem(probes_of(side, target.compat, nr), &nr);
}

void Dispatcher::share_probes(const std::vector<std::string>& syscalls) {
    for (const std::string& name : syscalls) syscall(name);  // throws where it can't be traced
    served_[syscalls.front()] = syscalls;
}

std::vector<const SyscallInfo*> Dispatcher::served_by(const std::string& name) const {
    auto shared = served_.find(name);
    if (shared == served_.end()) return {by_name_.at(name)};
    std::vector<const SyscallInfo*> all;
    for (const std::string& each : shared->second) all.push_back(by_name_.at(each));
    return all;
}

std::vector<std::uint32_t> Dispatcher::numbers(const std::string& name) const {
    std::vector<std::uint32_t> all;
    for (const SyscallInfo* each : served_by(name)) {
        if (each == &unnamed_)
            all.insert(all.end(), unnamed_numbers_.begin(), unnamed_numbers_.end());
        else
            all.push_back(each->nr);
    }
    return all;
}

void Dispatcher::rest() {
    std::lock_guard lock(mutex_);
    // Files that are opened meanwhile must not go unseen.
    if (!probes_.empty() || options_.files) return;
    roots_.clear();
    note_enter_hooked();
}

void Dispatcher::disable_all() {
    std::uint64_t missed = probe_misses();
    std::unique_lock lock(mutex_);
    missed_before_ = missed;
    probes_.clear();
    roots_.clear();
    if (process_programs_) process_programs_->detach();
    lock.unlock();
    wait_for_programs();
}

// They may run on other CPUs, under RCU: this waits for a grace period.
void Dispatcher::wait_for_programs() const { ::syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0); }

// Programs that see to events, or make them, and are no handlers.
BpfObject Dispatcher::set_up_events(BpfObject object, bool compat) {
    configure_object(object);
    for (const char* name : handler_maps) bpf_map__set_autocreate(object.map(name), true);
    bpf_map__set_autocreate(object.map(entered_map), true);
    configure(object, false, compat);  // what is kept at entries has its room by now
    return object;
}

BpfObject Dispatcher::open_questions(bool compat) {
    const std::string& path = compat ? options_.compat_questions_object : options_.questions_object;
    return set_up_events(BpfObject::open_own(path, options_.hooking.btf), compat);
}

BpfObject Dispatcher::open_source(const std::string& name, std::uint32_t buffer_limit) {
    BpfObject object = set_up_events(BpfObject::open_own(options_.sources_object, options_.hooking.btf), false);
    set_source_type(object, source(name).syscall);
    object.set_constant("traceleft_lost_index", static_cast<std::int32_t>(counters_->add_source(name)));
    set_source_record(object, source(name), buffer_limit);
    return object;
}

BpfObject Dispatcher::open_objects(bool compat) {
    BpfObject object = set_up_events(BpfObject::open(options_.objects_object, options_.hooking.btf), compat);
    share_file_maps(object);
    if (compat && !compat_described_) {
        enter_described_calls();
        compat_described_ = true;
    }
    return object;
}

void Dispatcher::share_stacks(BpfObject& object) const {
    if (!options_.stacks) return;
    options_.stacks->share(object);
    object.set_constant<std::uint8_t>("traceleft_event_user_stack", options_.stacks->choice().user);
    object.set_constant<std::uint8_t>("traceleft_event_kernel_stack", options_.stacks->choice().kernel);
}

void Dispatcher::share_file_maps(BpfObject& object) {
    auto share = [&](const char* name, int fd) {
        bpf_map__set_autocreate(object.map(name), true);
        object.reuse_map(name, fd);
    };
    auto create = [&](UniqueFd& fd, bpf_map_type type, const char* name, std::uint32_t entries) {
        const bpf_map* map = object.map(name);
        NoFork until_kept;
        if (!fd)
            fd = UniqueFd(
                bpf_map_create(type, name, bpf_map__key_size(map), bpf_map__value_size(map), entries, nullptr));
        if (!fd) throw Error::os("make room for what is told of files", errno);
    };
    for (const char* name : file_maps) share(name, map_fd(object_.map(name)));
    create(object_rooms_, BPF_MAP_TYPE_PERCPU_ARRAY, "object_rooms", 1);
    create(closed_files_, BPF_MAP_TYPE_LRU_HASH, "closed_files", most_closed_files);
    share("object_rooms", object_rooms_.get());
    share("closed_files", closed_files_.get());
}

// 32-bit programs' calls of the same names have their arguments in the same order; those of other names are told of
// once their meaning is loaded.
wire::call_files Dispatcher::files_of(const std::string& name) const {
    const EventSchema& schema = options_.behind->schema();
    const std::string plain = name.substr(0, name.find(compat_suffix));
    const SyscallSchema* call = nullptr;
    if (name != plain && schema.compat()) call = schema.compat()->find(plain);
    if (!call) call = schema.find(plain);
    return call ? call_files(*call) : wire::call_files{};
}

void Dispatcher::enter_described_calls() const {
    for (const auto* all : {&options_.syscalls, &options_.compat_syscalls})
        for (const SyscallInfo& syscall : *all) {
            std::uint32_t index = (syscall.compat ? wire::ABI_CALLS : 0) + syscall.nr;
            wire::call_files files = files_of(syscall.name);
            if (index < 2 * wire::ABI_CALLS &&
                bpf_map_update_elem(map_fd(object_.map("described_calls")), &index, &files, BPF_ANY))
                throw Error::os("tell what descriptors mean to " + syscall.name, errno);
        }
}

void Dispatcher::configure(BpfObject& handler, bool enters, bool compat) {
    for (const char* name : handler_maps) handler.reuse_map(name, object_);
    // Programs that refer to it must be of one type and prototype. libbpf lets those load that don't come to use it.
    if (bpf_map* late = handler.map("late_question")) bpf_map__set_autocreate(late, false);
    if (enters && !entered_calls_) entered_calls_ = create_entered_calls();
    handler.reuse_map(entered_map, entered_calls_ ? entered_calls_.get() : map_fd(object_.map(entered_map)));
    set_hooking(handler, compat);
    handler.set_constant<std::uint8_t>("traceleft_durations", options_.durations);
    handler.set_constant<std::uint8_t>("traceleft_namespace_pids", options_.namespace_pids);
    handler.set_constant<std::uint8_t>("traceleft_environments", options_.environments);
    handler.set_constant<std::uint32_t>("traceleft_wake_bytes", wake_bytes(options_.ring_size, cpus_));
    handler.set_constant<std::uint32_t>("traceleft_ring_size", options_.ring_size);
    handler.set_constant<std::uint32_t>("traceleft_check_bytes", check_bytes(options_.ring_size, cpus_));
}

// Some 5 MB, which only handlers with an entry program need: the core's own map is as small as can be.
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
    counters_->set(offsetof(wire::cpu_settings, attachments), attachments_);
}

void Dispatcher::note(const char* any) {
    if (!noted_.insert(any).second) return;
    object_.set_variable<bool>(any, true);
    for (BpfObject& object : probe_objects_)
        if (object.has_variable(any)) object.set_variable<bool>(any, true);
    if (process_programs_ && std::string_view(any) == any_default) process_programs_->tell_of_traced();
}

void Dispatcher::note_enter_hooked() {
    object_.set_variable<bool>("traceleft_enter_hooked", roots_.count(Side::entry) > 0);
}

// Programs that are tail-called are not among them: to the kernel they are part of their caller's run.
void Dispatcher::for_each_probe(
    const std::function<void(const bpf_program*, const std::string& syscall)>& visit) const {
    std::lock_guard lock(mutex_);
    for (Side side : {Side::entry, Side::exit}) visit(object_.program(root_name(side)), "");
    bool by_root = options_.hooking.backend == wire::BACKEND_RAW_TP;
    for (const auto& [probe, index] : loaded_)
        if (is_source(probe.first))
            visit(probe_objects_[index].program(source_probe), probe.first);
        else if (!by_root && !is_compat(probe.first))
            visit(probe_objects_[index].program(probe_name(probe).c_str()), probe.first);
}

std::uint64_t Dispatcher::skipped_runs() const {
    std::uint64_t skipped = 0;
    for_each_probe(
        [&](const bpf_program* program, const std::string&) { skipped += traceleft::skipped_runs(program); });
    return skipped;
}

std::vector<HookProgram> Dispatcher::hook_programs() const {
    std::vector<HookProgram> all;
    auto add = [&](const bpf_program* program, const std::string& syscall) {
        all.push_back(describe_hook_program(program, syscall));
    };
    for_each_probe(add);
    for (const char* name : process_hooks) add(object_.program(name), "");
    for (const char* hook : exit_hooks) add(object_.program(hook), "");
    if (process_programs_)
        for (const bpf_program* hook : process_programs_->hooks()) add(hook, "");
    std::lock_guard lock(mutex_);
    if (entered_call_ended_) add(entered_call_ended_, "");
    return all;
}

void Dispatcher::time_handlers(std::uint64_t every) {
    if (!options_.handler_times)
        throw Error(ErrorKind::Usage,
                    "handlers can't be timed: ask for it when the tracer is created "
                    "(Tracer(handler_times=True))");
    if (every & (every - 1))
        throw Error(ErrorKind::Usage, "one of " + std::to_string(every) + " events can't be timed: use a power of two");
    counters_->set(offsetof(wire::cpu_settings, time_every), every);
}

std::uint64_t Dispatcher::probe_misses() const {
    std::lock_guard lock(mutex_);
    std::uint64_t missed = missed_before_;
    auto by_kprobe = [](const auto& each) { return each.second.event != nullptr; };
    if (std::none_of(probes_.begin(), probes_.end(), by_kprobe)) return missed;
    std::map<std::string, std::uint64_t> misses = KprobeEvent::misses();
    for (const auto& [probe, attached] : probes_)
        if (attached.event) missed += misses[attached.event->name()];
    return missed;
}

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
