// SPDX-License-Identifier: MIT
// The trace probes of syscalls: which are loaded, for which calls.
#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>
#include <vector>

#include "dispatcher.h"
#include "error.h"
#include "open_files.h"
#include "probe_names.h"
#include "program_shares.h"
#include "shared_work.h"

namespace traceleft {

void Dispatcher::load_probes(const std::vector<Probe>& probes) {
    load_probes(probes, options_.probes_object, false);
    load_probes(probes, options_.probes_object, true);
    load_probes(probes, options_.compat_object, true);
    for (const Probe& probe : probes)
        if (is_source(probe.first) && !loaded_.count(probe)) load_source_probe(probe);
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
    // One of the return of exit() would be refused by Linux 7 under fentry, and all with it.
    if (probe_loads_++ >= 2 && !compat)
        for (const std::string& name : traceable())
            for (Side side : sides)
                if (!is_loaded({name, side}) && !(side == Side::exit && never_returns(name)))
                    missing.insert({name, side});
    constexpr std::size_t files_per_probe = 4;  // program, handler map, and under tracepoint a perf event and its link
    reserve_open_files(missing.size() * files_per_probe);
    const std::vector<Probe> all(missing.begin(), missing.end());
    std::vector<std::optional<BpfObject>> shares(share_count(all.size()));
    share_work(shares.size(), usable_cpus(), [&](std::size_t share) {
        BpfObject& object = shares[share].emplace(open_sharing(all.empty() ? options_.object : path, compat));
        for (std::size_t i = share; i < all.size(); i += shares.size()) select_probe(object, all[i]);
        if (keeps && !share) bpf_program__set_autoload(object.program(entered_end_hook), true);
        object.load();
        for (const std::string& any : noted_) object.set_variable<bool>(any, true);
    });
    const bpf_program* ended = keeps ? shares.front()->program(entered_end_hook) : nullptr;
    if (keeps) process_hooks_.push_back(attach_by_section(ended));
    std::lock_guard lock(mutex_);
    if (keeps) entered_call_ended_ = ended;
    for (std::size_t i = 0; i < all.size(); i++) loaded_[all[i]] = probe_objects_.size() + i % shares.size();
    for (std::optional<BpfObject>& share : shares) probe_objects_.push_back(std::move(*share));
}

// A 32-bit program's call has its native namesake's probe, if there is one.
const std::string& Dispatcher::path_of(const Probe& probe) const {
    return by_name_.count(plain_name(probe)) ? options_.probes_object : options_.compat_object;
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

void Dispatcher::select_probe(BpfObject& object, const Probe& probe) const {
    bpf_program* program = object.program(probe_name(probe).c_str());
    if (!program) throw Error::os("find " + probe_name(probe), ENOENT, object.path());
    bpf_program__set_autoload(program, true);
    const SyscallInfo& target = *by_name_.at(probe.first);
    set_program_type(object, program, hooking_of(target.compat), probe.second, target);
    object.create_map(handler_map_name(probe), options_.slots);
}

const BpfObject& Dispatcher::object_of(const Probe& probe) const {
    if (is_spare(probe)) return object_;
    auto found = loaded_.find(probe);
    if (found == loaded_.end()) throw Error::os("find " + probe_name(probe) + " loaded", ENOENT);
    return probe_objects_[found->second];
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
    set_program_type(object, program, options_.hooking, Side::exit, unnamed_);
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
    set_program_type(object, program, hooking_of(target.compat), Side::entry, target);
    return program;
}

int Dispatcher::handler_map(const std::string& name, Side side) const {
    if (is_source(name)) return map_fd(object_of({name, side}).map(source_map));
    return map_fd(object_of({name, side}).map(handler_map_name(in_object({name, side})).c_str()));
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

}  // namespace traceleft
