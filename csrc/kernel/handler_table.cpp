// SPDX-License-Identifier: MIT
#include "handler_table.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <cerrno>

#include "error.h"
#include "other_tracers.h"
#include "pidfd.h"
#include "process_map.h"
#include "shared_waits.h"

namespace traceleft {

using wire::process;

HandlerTable::HandlerTable(Dispatcher& dispatcher) : dispatcher_(dispatcher) {
    for (std::uint32_t slot = 1; slot < dispatcher.options().slots; slot++) free_slots_.insert(slot);
}

Attached HandlerTable::attach(const std::shared_ptr<SlotPrograms>& handler, const AttachOptions& options) {
    std::lock_guard lock(mutex_);
    // Everything that can be refused comes first.
    bury();
    std::vector<UniqueFd> pidfds;
    for (pid_t pid : options.pids) pidfds.push_back(open_process(pid));
    const std::set<std::string> wanted(options.syscalls.begin(), options.syscalls.end());
    std::vector<SlotProgram> programs;
    for (const SlotProgram& program : handler->programs()) {
        bool chosen = wanted.empty() || wanted.count(program.syscall);
        // Unnamed calls are traced where all others are.
        if (program.syscall == Dispatcher::unnamed) chosen |= wanted.size() == dispatcher_.traceable().size();
        if (chosen) programs.push_back(program);
    }
    load(programs);
    Dispatcher::ProcessLook look(dispatcher_);
    std::vector<Bound> all_bound = bind_all(pidfds, options);
    dispatcher_.forget_entered_calls();

    Attached attached{++last_id_, {}};
    auto install_all = [&](std::uint32_t slot, pid_t pid) {
        for (const SlotProgram& program : programs) {
            std::shared_ptr<SlotPrograms> earlier = install(slot, program, {handler, attached.id}).handler;
            if (!earlier) continue;
            bool said = std::any_of(attached.replaced.begin(), attached.replaced.end(), [&](const Replaced& each) {
                return each.pid == pid && each.syscall == program.syscall;  // of its other side
            });
            if (!said) attached.replaced.push_back({program.syscall, pid, earlier->path()});
        }
    };
    if (options.pids.empty()) {
        dispatcher_.note(Dispatcher::any_default);
        install_all(0, 0);
    }
    for (std::size_t i = 0; i < all_bound.size(); i++) {
        install_all(all_bound[i].slot, all_bound[i].pid);
        bound_[all_bound[i].pid] = std::move(pidfds[i]);
    }
    if (!all_bound.empty()) dispatcher_.note(Dispatcher::any_process);
    if (!all_bound.empty() && options.follow_forks) dispatcher_.note(Dispatcher::any_followed);
    enable(programs);
    let_go();
    return attached;
}

std::uint64_t HandlerTable::accompany(std::uint64_t id, const std::shared_ptr<SlotPrograms>& handler) {
    std::lock_guard lock(mutex_);
    std::set<std::uint32_t> slots;
    for (const auto& [place, in_place] : installed_)
        if (in_place.attached == id) slots.insert(std::get<0>(place));
    if (slots.empty()) return 0;
    load(handler->programs());
    dispatcher_.forget_entered_calls();
    last_id_++;
    for (std::uint32_t slot : slots)
        for (const SlotProgram& program : handler->programs()) install(slot, program, {handler, last_id_});
    enable(handler->programs());
    let_go();
    return last_id_;
}

void HandlerTable::load(const std::vector<SlotProgram>& programs) {
    std::vector<Probe> probes;
    for (const SlotProgram& program : programs) probes.emplace_back(program.syscall, program.side);
    dispatcher_.load_probes(probes);
}

void HandlerTable::enable(const std::vector<SlotProgram>& programs) {
    for (const SlotProgram& program : programs) {
        if (dispatcher_.is_compat(program.syscall)) dispatcher_.note(Dispatcher::compat_handled);
        dispatcher_.enable(program.syscall, program.side);
    }
}

// All of the processes, or none.
std::vector<HandlerTable::Bound> HandlerTable::bind_all(const std::vector<UniqueFd>& pidfds,
                                                        const AttachOptions& options) {
    std::vector<Bound> all;
    try {
        for (std::size_t i = 0; i < pidfds.size(); i++) all.push_back(bind(options.pids[i], pidfds[i].get(), options));
    } catch (...) {
        for (auto bound = all.rbegin(); bound != all.rend(); ++bound) unbind(*bound);
        reclaim();
        throw;
    }
    return all;
}

/*
 * Gives a process a slot that is its own: the one it has, a copy of the one it shares with relatives, or a new one.
 * Its handlers stay the same here: a new slot is empty, so that the default handlers go on.
 *
 * No later process with its number may get the slot. `processes` is ours alone to add to, the exit hook removes a
 * process's entry, and the fork hook one that an earlier process left. So an entry made while the process was alive
 * stays its own as long as it is there. It is made without a slot; the process is seen alive after that; and only then,
 * and only if the entry is still there, does it get the slot.
 */
HandlerTable::Bound HandlerTable::bind(pid_t pid, int pidfd, const AttachOptions& options) {
    int processes = dispatcher_.processes_fd();
    std::uint32_t key = pid;
    process traced{};
    Bound bound{pid, 0, find_process(processes, key)};
    auto fail = [&](int errnum) {
        bool gone = exited(pidfd) || errnum == ENOENT;  // its exit hook has run
        unbind(bound);
        reclaim();
        throw gone ? no_such_process(pid) : Error::os("trace process " + std::to_string(pid), errnum);
    };
    traced.tgid = pid;
    if (!bound.before && bpf_map_update_elem(processes, &key, &traced, BPF_NOEXIST)) fail(errno);
    if (exited(pidfd)) fail(ESRCH);
    if (bound.before && slot_of(*bound.before))
        traced = *bound.before;
    else
        traced = find_process(dispatcher_.followed_fd(), key).value_or(traced);
    bool shared = slot_of(traced) && shared_with_others(slot_of(traced), pid);
    try {
        bound.slot = slot_of(traced) && !shared ? slot_of(traced) : allocate_slot();
    } catch (const Error&) {
        unbind(bound);
        throw;
    }
    if (shared) copy_slot(slot_of(traced), bound.slot);
    traced.follow_forks |= options.follow_forks;
    (options.at_exec ? traced.slot_at_exec : traced.slot) = bound.slot;
    if (bpf_map_update_elem(processes, &key, &traced, BPF_EXIST)) fail(errno);
    if (exited(pidfd)) fail(ESRCH);
    return bound;
}

// Undoes bind().
void HandlerTable::unbind(const Bound& bound) {
    std::uint32_t key = bound.pid;
    if (bound.before)
        bpf_map_update_elem(dispatcher_.processes_fd(), &key, &*bound.before, BPF_EXIST);
    else
        bpf_map_delete_elem(dispatcher_.processes_fd(), &key);
}

std::uint32_t HandlerTable::allocate_slot() {
    reclaim();
    if (free_slots_.empty())
        throw Error(ErrorKind::Capacity, "all " + std::to_string(dispatcher_.options().slots - 1) +
                                             " process slots are in use: trace fewer processes one by one, or ask for "
                                             "more (--slots, Tracer(slots=...))");
    return free_slots_.extract(free_slots_.begin()).value();
}

// Both kinds, each as for_each_entry() does. A process that was attached to and is also a followed child is met twice.
void HandlerTable::for_each_process(const std::function<void(std::uint32_t tgid, const wire::process&)>& visit) const {
    for_each_entry(dispatcher_.processes_fd(), visit);
    for_each_entry(dispatcher_.followed_fd(), visit);
}

bool HandlerTable::shared_with_others(std::uint32_t slot, pid_t pid) const {
    bool shared = false;
    for_each_process([&](std::uint32_t tgid, const process& traced) {
        shared = shared || (tgid != static_cast<std::uint32_t>(pid) && slot_of(traced) == slot);
    });
    return shared;
}

void HandlerTable::copy_slot(std::uint32_t from, std::uint32_t to) {
    std::vector<std::pair<SlotProgram, InPlace>> copies;
    for (const auto& [place, placed] : installed_) {
        if (std::get<0>(place) != from) continue;
        for (const SlotProgram& program : placed.handler->programs())
            if (program.syscall == std::get<1>(place) && program.side == std::get<2>(place))
                copies.emplace_back(program, placed);
    }
    for (const auto& [program, placed] : copies) install(to, program, placed);
}

HandlerTable::InPlace HandlerTable::install(std::uint32_t slot, const SlotProgram& program, const InPlace& placed) {
    // An update in place: the kernel exchanges the entry atomically, so a running load never finds it empty.
    int map = dispatcher_.handler_map(program.syscall, program.side);
    if (bpf_map_update_elem(map, &slot, &program.fd, BPF_ANY))
        throw Error::os("enter " + placed.handler->path() + " into the handlers of " + program.syscall, errno);
    InPlace earlier = std::exchange(installed_[{slot, program.syscall, program.side}], placed);
    if (earlier.handler) replaced_.push_back(earlier.handler);
    return earlier;
}

// The kernel empties the maps of a question's handlers when nobody holds them any more. A program that is running would
// find no handler there for a call that was answered with yes or counted, or no question about an event, or nothing
// that describes its files. So they are held until it has ended.
void HandlerTable::let_go() {
    bool others =
        std::any_of(replaced_.begin(), replaced_.end(), [](const auto& each) { return each->calls_others(); });
    if (others || (dispatcher_.options().files && !replaced_.empty())) dispatcher_.wait_for_programs();
    replaced_.clear();
}

// Out of a map into which programs jump by a constant the kernel takes each in a grace period of its own
// (bpf_arch_poke_desc_update() in arch/x86/net/bpf_jit_comp.c).
void HandlerTable::remove(const std::vector<Place>& places) {
    std::vector<int> maps;
    for (const auto& [slot, syscall, side] : places) maps.push_back(dispatcher_.handler_map(syscall, side));
    share_waits(places.size(), [&](std::size_t i) {
        std::uint32_t slot = std::get<0>(places[i]);
        bpf_map_delete_elem(maps[i], &slot);
    });
    for (const Place& place : places) forget(place);
    dispatcher_.finish_disabling();
}

void HandlerTable::forget(const Place& place) {
    const auto& syscall = std::get<1>(place);
    const auto& side = std::get<2>(place);
    replaced_.push_back(std::move(installed_.extract(place).mapped().handler));
    bool needed = std::any_of(installed_.begin(), installed_.end(), [&](const auto& entry) {
        return std::get<1>(entry.first) == syscall && std::get<2>(entry.first) == side;
    });
    if (!needed) dispatcher_.disable(syscall, side);
}

void HandlerTable::detach(std::uint64_t id, const std::vector<pid_t>& pids, const std::vector<std::string>& syscalls) {
    std::lock_guard lock(mutex_);
    std::set<std::uint32_t> slots;
    if (pids.empty()) slots.insert(0);
    for (pid_t pid : pids) {
        std::optional<process> traced = find_process(dispatcher_.processes_fd(), pid);
        if (!traced || !slot_of(*traced)) traced = find_process(dispatcher_.followed_fd(), pid);
        if (traced) slots.insert(slot_of(*traced));
    }
    const std::set<std::string> wanted(syscalls.begin(), syscalls.end());
    std::vector<Place> places;
    for (const auto& [place, placed] : installed_) {
        bool chosen = wanted.empty() || wanted.count(std::get<1>(place));
        if (placed.attached == id && chosen && slots.count(std::get<0>(place))) places.push_back(place);
    }
    remove(places);
    forget_idle_processes(slots);
}

void HandlerTable::ignore(const std::vector<pid_t>& pids) {
    std::lock_guard lock(mutex_);
    for (pid_t pid : pids) {
        UniqueFd pidfd = open_process(pid);
        ignore_one(pid, [&] { return !exited(pidfd.get()); });
    }
}

std::vector<std::uint32_t> HandlerTable::ignore_tracers() {
    std::lock_guard lock(mutex_);
    std::vector<std::uint32_t> tgids;
    for (const OtherTracer& other : find_other_tracers(dispatcher_.self())) {
        ignore_one(other.tgid, [&] { return static_cast<bool>(UniqueFd(bpf_prog_get_fd_by_id(other.prog_id))); });
        tgids.push_back(other.tgid);
    }
    return tgids;
}

// An entry made while the process was alive is its own: the exit hook removes it, or else the fork hook of a later
// process with its number.
void HandlerTable::ignore_one(std::uint32_t tgid, const std::function<bool()>& is_there) {
    int ignored = dispatcher_.ignored_fd();
    dispatcher_.note(Dispatcher::any_ignored);
    if (bpf_map_update_elem(ignored, &tgid, &tgid, BPF_ANY)) {
        if (errno != E2BIG) throw Error::os("pass by process " + std::to_string(tgid), errno);
        throw Error(ErrorKind::Capacity, "default handlers can't pass by more processes than they do: process " +
                                             std::to_string(tgid) + " found no room");
    }
    if (!is_there()) bpf_map_delete_elem(ignored, &tgid);
}

// Processes whose slot has no handler left are everybody's again.
void HandlerTable::forget_idle_processes(std::set<std::uint32_t> slots) {
    slots.erase(0);
    for (const auto& [place, handler] : installed_) slots.erase(std::get<0>(place));
    std::map<std::uint32_t, process> idle;
    auto gather = [&](std::uint32_t tgid, const process& traced) {
        if (slots.count(slot_of(traced))) idle[tgid] = traced;
    };
    for_each_entry(dispatcher_.followed_fd(), gather);
    for (const auto& [tgid, traced] : idle) forget_followed(dispatcher_.followed_fd(), tgid, traced);
    idle.clear();
    for_each_entry(dispatcher_.processes_fd(), gather);
    // One that would be a followed child again keeps its place.
    for (const auto& [tgid, traced] : idle)
        if (!find_process(dispatcher_.followed_fd(), tgid)) bpf_map_delete_elem(dispatcher_.processes_fd(), &tgid);
    reclaim();
    let_go();
}

// A process past its exit hook can still be given an entry, for it has not exited until its memory and files are gone,
// which may take long. Nobody else removes that one, until its number is given to another process.
void HandlerTable::bury() {
    for (auto bound = bound_.begin(); bound != bound_.end();) {
        if (!exited(bound->second.get())) {
            ++bound;
            continue;
        }
        std::uint32_t key = bound->first;
        bpf_map_delete_elem(dispatcher_.processes_fd(), &key);
        bound = bound_.erase(bound);
    }
}

// Gives back the slots of processes that have exited.
void HandlerTable::reclaim() {
    bury();
    std::vector<std::uint64_t> before = dispatcher_.counters().slot_inheritances();
    std::set<std::uint32_t> used = {0};
    for_each_process([&](std::uint32_t, const process& traced) { used.insert(slot_of(traced)); });
    std::vector<std::uint64_t> after = dispatcher_.counters().slot_inheritances();
    std::vector<Place> places;
    for (std::uint32_t slot = 1; slot < before.size(); slot++) {
        if (used.count(slot) || free_slots_.count(slot) || before[slot] != after[slot]) continue;
        free_slots_.insert(slot);
        for (const auto& [place, handler] : installed_)
            if (std::get<0>(place) == slot) places.push_back(place);
    }
    remove(places);
}

std::size_t HandlerTable::slots_in_use() {
    std::lock_guard lock(mutex_);
    reclaim();
    let_go();
    std::set<std::uint32_t> slots;  // one without handlers stays a process's own until it exits
    for (const auto& [place, handler] : installed_) slots.insert(std::get<0>(place));
    slots.erase(0);
    return slots.size();
}

std::vector<Installed> HandlerTable::installed() {
    std::lock_guard lock(mutex_);
    std::map<HandlerRuns, Runs> runs = dispatcher_.counters().handler_runs();
    std::map<std::uint32_t, std::set<pid_t>> pids;
    for_each_process([&](std::uint32_t tgid, const process& traced) { pids[slot_of(traced)].insert(tgid); });
    std::vector<Installed> all;
    for (const auto& [place, placed] : installed_) {
        const auto& [slot, syscall, side] = place;
        const std::shared_ptr<SlotPrograms>& handler = placed.handler;
        for (const SlotProgram& program : handler->programs()) {
            if (program.syscall != syscall || program.side != side) continue;
            auto timed = runs.find({handler->number(), slot, dispatcher_.number(syscall), side});
            std::set<pid_t> processes = slot ? pids[slot] : std::set<pid_t>{};
            all.push_back({slot,
                           {processes.begin(), processes.end()},
                           handler->path(),
                           handler->program_id(),
                           syscall,
                           side,
                           program.name,
                           timed == runs.end() ? Runs{} : timed->second,
                           handler->question()});
        }
    }
    return all;
}

// Whether there is a process whose calls have handlers: of one that is gone no program can be running.
bool HandlerTable::has_callers() const {
    bool found = std::any_of(installed_.begin(), installed_.end(),
                             [](const auto& entry) { return std::get<0>(entry.first) == 0; });
    for_each_process([&](std::uint32_t, const process& traced) { found |= slot_of(traced) != 0; });
    return found;
}

void HandlerTable::clear() {
    std::lock_guard lock(mutex_);
    dispatcher_.disable_all(/*idle=*/!has_callers());
    installed_.clear();
    replaced_.clear();
}

}  // namespace traceleft
