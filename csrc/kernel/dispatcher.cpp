// SPDX-License-Identifier: MIT
#include "dispatcher.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <string_view>

#include "changing_calls.h"
#include "error.h"
#include "kernel_btf.h"
#include "kernel_features.h"
#include "other_tracers.h"
#include "probe_names.h"

namespace traceleft {

Dispatcher::Dispatcher(DispatcherOptions options)
    : options_(std::move(options)),
      types_(options_.hooking.btf.empty() ? kernel_btf() : nullptr),
      rings_(options_),
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
    name_calls();
    rings_.create(object_);
    self_ = tell_self(object_);
    if (options_.owner) require_ownership(object_);
    std::vector<SyscallInfo> counted = options_.syscalls;
    counted.insert(counted.end(), options_.compat_syscalls.begin(), options_.compat_syscalls.end());
    counters_.emplace(object_, std::move(counted), options_.slots, options_.handler_times);
    attach_process_hooks();
    if (!options_.files) return;
    file_maps_.emplace(object_, options_.behind->schema(), options_.syscalls, options_.compat_syscalls);
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

std::vector<std::string> Dispatcher::traceable() const {
    std::vector<std::string> names;
    for (const SyscallInfo& syscall : options_.syscalls)
        if (missing_hook(options_.hooking.backend, syscall).empty()) names.push_back(syscall.name);
    return names;
}

const SyscallInfo& Dispatcher::known(const std::string& name) const {
    return is_source(name) ? source(name).syscall : *by_name_.at(name);
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

void Dispatcher::note(const char* any) {
    if (!noted_.insert(any).second) return;
    object_.set_variable<bool>(any, true);
    for (BpfObject& object : probe_objects_)
        if (object.has_variable(any)) object.set_variable<bool>(any, true);
    if (process_programs_ && std::string_view(any) == any_default) process_programs_->tell_of_traced();
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
