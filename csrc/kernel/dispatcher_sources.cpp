// SPDX-License-Identifier: MIT
// The trace probes of tracepoints, functions, samplers and probes of user space.
#include <bpf/bpf.h>

#include <cerrno>
#include <cstddef>

#include "dispatcher.h"
#include "error.h"
#include "open_files.h"
#include "probe_names.h"
#include "sampler.h"
#include "source_record.h"
#include "uprobe.h"

namespace traceleft {

namespace {

constexpr const char* function_names = "functions";
constexpr const char* exit_source = "sched:sched_process_exit";  // where exit_hooks are

}  // namespace

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

void Dispatcher::select_source_program(BpfObject& object, bpf_program* program, const std::string& name, Side side) {
    const SyscallInfo& info = source(name).syscall;
    bpf_program__set_autoload(program, true);
    if (is_sampler(info)) bpf_program__set_type(program, BPF_PROG_TYPE_PERF_EVENT);
    if (is_user_probe(name))
        bpf_program__set_type(program, BPF_PROG_TYPE_KPROBE);
    else if (are_many(name))
        set_many_functions_type(program);
    else if (is_function(info))
        set_program_type(object, program, functions_.of(info), hooked_side({name, side}), info);
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
    object.create_map(function_names, static_cast<std::uint32_t>(names.size()));
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
    object.create_map(source_map, options_.slots);
    select_source_program(object, object.program(source_probe), name, probe.second);
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

BpfObject Dispatcher::open_source(const std::string& name, std::uint32_t buffer_limit) {
    BpfObject object = set_up_events(BpfObject::open_own(options_.sources_object, options_.hooking.btf), false);
    set_source_type(object, source(name).syscall);
    object.set_constant("traceleft_lost_index", static_cast<std::int32_t>(counters_->add_source(name)));
    set_source_record(object, source(name), buffer_limit);
    return object;
}

const SyscallSchema& Dispatcher::source(const std::string& name) const {
    const SyscallSchema* found = is_source(name) ? options_.behind->schema().find(name) : nullptr;
    if (!found) throw Error(ErrorKind::Handler, "no tracepoint named '" + name + "' is in the schema");
    return *found;
}

}  // namespace traceleft
