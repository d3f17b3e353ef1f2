// SPDX-License-Identifier: MIT
// The objects of a dispatcher: what they share, and what they are told before they are loaded.
#include <bpf/bpf.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "at_fork.h"
#include "call_files.h"
#include "dispatcher.h"
#include "error.h"
#include "other_tracers.h"
#include "probe_names.h"

namespace traceleft {

namespace {

constexpr const char* handler_maps[] = {"events",        "cpu_states", "entry_times", "lost_calls",
                                        "handler_times", "budgets",    "call_names"};
constexpr const char* call_names = "call_names";
constexpr const char* probe_maps[] = {"slot_inheritances", "processes", "followed", "ignored"};
constexpr std::uint32_t most_ignored = 1024;
constexpr std::uint32_t most_compat_execs = 1024;
constexpr std::uint32_t most_handler_times = 8192;

}  // namespace

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
    object_.create_map("events", rings_.size());
    object_.create_map("cpu_states", cpus_);
    object_.create_map("slot_inheritances", options_.slots);
    object_.create_map("entry_times", options_.durations ? 65536 : 1);
    object_.create_map(entered_map, 1);
    object_.create_map("lost_calls", 2 * wire::ABI_CALLS + wire::MOST_SOURCES);
    object_.create_map(call_names, 2 * wire::ABI_CALLS);
    object_.create_map("handler_times", options_.handler_times ? most_handler_times : 1);
    object_.create_map("budgets", KernelCounters::most_budgets);
    object_.create_map("processes", 65536);
    object_.create_map("followed", 65536);
    object_.create_map("ignored", most_ignored);
    object_.create_map("compat_callers", KernelCounters::most_compat_callers);
    object_.create_map("compat_execs", most_compat_execs);
    object_.create_map(self_map, 1);
    if (options_.files) FileMaps::create(object_);
    bpf_program__set_autoload(object_.program(self_teller), true);
    if (options_.owner) restrict_to(*options_.owner, object_);
    for (Side side : {Side::entry, Side::exit}) {
        object_.create_map(root_map(side, false), highest + 2);  // see unnamed_numbers_
        object_.create_map(root_map(side, true), wire::ABI_CALLS);
        bpf_program* root = object_.program(root_name(side));
        bpf_program__set_autoload(root, true);
        set_program_type(object_, root, hooking_of(true), side, {});
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

// A call that no handler knows has the name that it has where all are traced: see take_unnamed_call().
void Dispatcher::name_calls() const {
    using Name = char[wire::EVENT_SYSCALL_LEN];
    Mapping names =
        Mapping::of(map_fd(object_.map(call_names)), 2 * wire::ABI_CALLS * sizeof(Name), PROT_READ | PROT_WRITE);
    auto* all = names.as<Name>();
    for (std::uint32_t i = 0; i < 2 * wire::ABI_CALLS; i++)
        std::snprintf(all[i], sizeof(Name), "syscall_%#x", i % wire::ABI_CALLS);
    for (const auto& [name, call] : by_name_) {
        if (call == &unnamed_ || call->nr >= static_cast<int>(wire::ABI_CALLS)) continue;
        char* place = all[call->nr + (call->compat ? wire::ABI_CALLS : 0)];
        std::memset(place, 0, sizeof(Name));
        plain_name({name, Side::exit}).copy(place, sizeof(Name) - 1);
    }
}

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

// Programs that see to events, or make them, and are no handlers.
BpfObject Dispatcher::set_up_events(BpfObject object, bool compat) {
    configure_object(object);
    for (const char* name : handler_maps) bpf_map__set_autocreate(object.map(name), true);
    bpf_map__set_autocreate(object.map(entered_map), true);
    configure(object, false, compat);  // what is kept at entries has its room by now
    return object;
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
    rings_.share(handler);
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

BpfObject Dispatcher::open_questions(bool compat) {
    const std::string& path = compat ? options_.compat_questions_object : options_.questions_object;
    return set_up_events(BpfObject::open_own(path, options_.hooking.btf), compat);
}

BpfObject Dispatcher::open_objects(bool compat) {
    BpfObject object = set_up_events(BpfObject::open(options_.objects_object, options_.hooking.btf), compat);
    file_maps_->share(object);
    if (compat) file_maps_->describe_compat_calls();
    return object;
}

wire::call_files Dispatcher::files_of(const std::string& name) const {
    return call_files(options_.behind->schema(), name);
}

void Dispatcher::share_stacks(BpfObject& object) const {
    if (!options_.stacks) return;
    options_.stacks->share(object);
    object.set_constant<std::uint8_t>("traceleft_event_user_stack", options_.stacks->choice().user);
    object.set_constant<std::uint8_t>("traceleft_event_kernel_stack", options_.stacks->choice().kernel);
}

void Dispatcher::forget_entered_calls() {
    attachments_++;
    counters_->set(offsetof(wire::cpu_settings, attachments), attachments_);
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

}  // namespace traceleft
