#include "handler_table.h"

#include <bpf/bpf.h>
#include <poll.h>
#include <sys/syscall.h>
#include <traceleft/event.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <functional>

#include "error.h"
#include "kernel_features.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

using wire::process;

Error no_such_process(pid_t pid) {
    return Error(ErrorKind::Process, "no process with PID " + std::to_string(pid) + " (it may have exited)", ESRCH);
}

// The process of a thread, from /proc; 0 where there is no such thread.
pid_t process_of_thread(pid_t tid) {
    std::ifstream status("/proc/" + std::to_string(tid) + "/status");
    std::string word;
    while (status >> word)
        if (word == "Tgid:") {
            pid_t tgid = 0;
            status >> tgid;
            return tgid;
        }
    return 0;
}

UniqueFd open_process(pid_t pid) {
    if (!in_initial_pid_namespace())
        throw Error(ErrorKind::Process,
                    "PID " + std::to_string(pid) +
                        " is of this container's pid namespace, and BPF sees the host's: start the container with the "
                        "host's pid namespace (--pid=host)");
    pid_t process = process_of_thread(pid);
    if (process && process != pid)
        throw Error(ErrorKind::Process, "PID " + std::to_string(pid) + " is a thread of process " +
                                            std::to_string(process) + ": trace " + std::to_string(process));
    UniqueFd pidfd(syscall(SYS_pidfd_open, pid, 0));
    if (!pidfd && errno == ESRCH) throw no_such_process(pid);
    if (!pidfd) throw Error::os("open process " + std::to_string(pid), errno);
    return pidfd;
}

bool exited(int pidfd) {
    pollfd exit{pidfd, POLLIN, 0};
    return poll(&exit, 1, 0) > 0;
}

std::uint32_t slot_of(const process& traced) { return traced.slot ? traced.slot : traced.slot_at_exec; }

// Calls `visit` for each traced process. One that is there from beginning to end is visited: the kernel starts anew
// where the key it was asked to go on from has gone.
void for_each_process(int processes, const std::function<void(std::uint32_t tgid, const process&)>& visit) {
    std::uint32_t key = 0;
    std::uint32_t next = 0;
    for (bool first = true; bpf_map_get_next_key(processes, first ? nullptr : &key, &next) == 0; first = false) {
        process traced{};
        key = next;
        if (bpf_map_lookup_elem(processes, &key, &traced) == 0) visit(key, traced);
    }
}

}  // namespace

HandlerTable::HandlerTable(Dispatcher& dispatcher) : dispatcher_(dispatcher) {
    for (std::uint32_t slot = 1; slot < dispatcher.options().slots; slot++) free_slots_.insert(slot);
}

Attached HandlerTable::attach(const std::shared_ptr<Handler>& handler, const AttachOptions& options) {
    std::lock_guard lock(mutex_);
    // Everything that can be refused comes first.
    std::vector<UniqueFd> pidfds;
    for (pid_t pid : options.pids) pidfds.push_back(open_process(pid));
    std::vector<Probe> probes;
    for (const HandlerProgram& program : handler->programs()) probes.emplace_back(program.syscall, program.side);
    dispatcher_.load_probes(probes);

    Attached attached{++last_id_, {}};
    auto install_all = [&](std::uint32_t slot, pid_t pid) {
        for (const HandlerProgram& program : handler->programs()) {
            std::shared_ptr<Handler> earlier = install(slot, program, handler);
            if (!earlier) continue;
            bool said = std::any_of(attached.replaced.begin(), attached.replaced.end(), [&](const Replaced& each) {
                return each.pid == pid && each.syscall == program.syscall;  // of its other side
            });
            if (!said) attached.replaced.push_back({program.syscall, pid, earlier->path()});
        }
    };
    if (options.pids.empty()) install_all(0, 0);
    for (std::size_t i = 0; i < options.pids.size(); i++) {
        std::uint32_t slot = slot_for(options.pids[i]);
        install_all(slot, options.pids[i]);
        bind(options.pids[i], pidfds[i].get(), slot, options);
    }
    for (const HandlerProgram& program : handler->programs()) dispatcher_.enable(program.syscall, program.side);
    std::erase_if(attached_, [](const auto& entry) { return entry.second.expired(); });
    attached_[attached.id] = handler;
    return attached;
}

// The slot in which the handlers of `pid` alone are: its own, a copy of the one it shares with relatives, or a new one.
std::uint32_t HandlerTable::slot_for(pid_t pid) {
    process traced{};
    std::uint32_t key = pid;
    if (bpf_map_lookup_elem(dispatcher_.processes_fd(), &key, &traced) || !slot_of(traced)) return allocate_slot();
    std::uint32_t slot = slot_of(traced);
    if (!shared_with_others(slot, pid)) return slot;
    std::uint32_t own = allocate_slot();
    copy_slot(slot, own);
    return own;
}

std::uint32_t HandlerTable::allocate_slot() {
    reclaim();
    if (free_slots_.empty())
        throw Error(ErrorKind::Capacity, "all " + std::to_string(dispatcher_.options().slots - 1) +
                                             " process slots are in use: trace fewer processes one by one, or ask for "
                                             "more (--slots, Tracer(slots=...))");
    return free_slots_.extract(free_slots_.begin()).value();
}

/*
 * Binds a process to its slot so that no later process with its number can get it. The exit hook removes a process's
 * entry, and the fork hook what an earlier process left; so an entry made while the process was alive is its own. It is
 * made harmless first (slot 0), the process is seen alive after that, and only then, and only if the entry is still
 * there, does it get the slot.
 */
void HandlerTable::bind(pid_t pid, int pidfd, std::uint32_t slot, const AttachOptions& options) {
    int processes = dispatcher_.processes_fd();
    std::uint32_t key = pid;
    process traced{};
    if (bpf_map_update_elem(processes, &key, &traced, BPF_NOEXIST)) {
        if (errno != EEXIST) throw Error::os("trace process " + std::to_string(pid), errno);
        bpf_map_lookup_elem(processes, &key, &traced);
    }
    traced.follow_forks |= options.follow_forks;
    (options.at_exec ? traced.slot_at_exec : traced.slot) = slot;
    bool alive = !exited(pidfd) && bpf_map_update_elem(processes, &key, &traced, BPF_EXIST) == 0;
    if (!alive || exited(pidfd)) {
        bpf_map_delete_elem(processes, &key);
        reclaim();
        throw no_such_process(pid);
    }
    dispatcher_.note_process_attached();
}

bool HandlerTable::shared_with_others(std::uint32_t slot, pid_t pid) const {
    bool shared = false;
    for_each_process(dispatcher_.processes_fd(), [&](std::uint32_t tgid, const process& traced) {
        shared = shared || (tgid != static_cast<std::uint32_t>(pid) && slot_of(traced) == slot);
    });
    return shared;
}

void HandlerTable::copy_slot(std::uint32_t from, std::uint32_t to) {
    std::vector<std::pair<HandlerProgram, std::shared_ptr<Handler>>> copies;
    for (const auto& [place, handler] : installed_) {
        if (std::get<0>(place) != from) continue;
        for (const HandlerProgram& program : handler->programs())
            if (program.syscall == std::get<1>(place) && program.side == std::get<2>(place))
                copies.emplace_back(program, handler);
    }
    for (const auto& [program, handler] : copies) install(to, program, handler);
}

std::shared_ptr<Handler> HandlerTable::install(std::uint32_t slot, const HandlerProgram& program,
                                               const std::shared_ptr<Handler>& handler) {
    // An update in place: the kernel exchanges the entry atomically, so a running load never finds it empty.
    int map = dispatcher_.handler_map(program.syscall, program.side);
    if (bpf_map_update_elem(map, &slot, &program.fd, BPF_ANY))
        throw Error::os("enter " + handler->path() + " into the handlers of " + program.syscall, errno);
    return std::exchange(installed_[{slot, program.syscall, program.side}], handler);
}

void HandlerTable::remove(const Place& place) {
    auto [slot, syscall, side] = place;
    bpf_map_delete_elem(dispatcher_.handler_map(syscall, side), &slot);
    installed_.erase(place);
    bool needed = std::any_of(installed_.begin(), installed_.end(), [&](const auto& entry) {
        return std::get<1>(entry.first) == syscall && std::get<2>(entry.first) == side;
    });
    if (!needed) dispatcher_.disable(syscall, side);
}

void HandlerTable::detach(std::uint64_t id, const std::vector<pid_t>& pids) {
    std::lock_guard lock(mutex_);
    auto attached = attached_.find(id);
    std::shared_ptr<Handler> handler = attached == attached_.end() ? nullptr : attached->second.lock();
    if (!handler) return;  // nowhere in place any more
    std::set<std::uint32_t> slots;
    if (pids.empty()) slots.insert(0);
    for (pid_t pid : pids) {
        process traced{};
        std::uint32_t key = pid;
        if (bpf_map_lookup_elem(dispatcher_.processes_fd(), &key, &traced) == 0) slots.insert(slot_of(traced));
    }
    std::vector<Place> places;
    for (const auto& [place, installed] : installed_)
        if (installed == handler && slots.count(std::get<0>(place))) places.push_back(place);
    for (const Place& place : places) remove(place);
    forget_idle_processes(slots);
}

// Processes whose slot has no handler left are everybody's again.
void HandlerTable::forget_idle_processes(std::set<std::uint32_t> slots) {
    slots.erase(0);
    for (const auto& [place, handler] : installed_) slots.erase(std::get<0>(place));
    std::vector<std::uint32_t> idle;
    for_each_process(dispatcher_.processes_fd(), [&](std::uint32_t tgid, const process& traced) {
        if (slots.count(slot_of(traced))) idle.push_back(tgid);
    });
    for (std::uint32_t tgid : idle) bpf_map_delete_elem(dispatcher_.processes_fd(), &tgid);
    reclaim();
}

// Gives back the slots of processes that have exited.
void HandlerTable::reclaim() {
    std::vector<std::uint64_t> before = dispatcher_.slot_inheritances();
    std::set<std::uint32_t> used = {0};
    for_each_process(dispatcher_.processes_fd(),
                     [&](std::uint32_t, const process& traced) { used.insert(slot_of(traced)); });
    std::vector<std::uint64_t> after = dispatcher_.slot_inheritances();
    std::vector<Place> places;
    for (std::uint32_t slot = 1; slot < before.size(); slot++) {
        if (used.count(slot) || free_slots_.count(slot) || before[slot] != after[slot]) continue;
        free_slots_.insert(slot);
        for (const auto& [place, handler] : installed_)
            if (std::get<0>(place) == slot) places.push_back(place);
    }
    for (const Place& place : places) remove(place);
}

std::size_t HandlerTable::slots_in_use() {
    std::lock_guard lock(mutex_);
    reclaim();
    return dispatcher_.options().slots - 1 - free_slots_.size();
}

void HandlerTable::clear() {
    std::lock_guard lock(mutex_);
    dispatcher_.disable_all();
    installed_.clear();
}

}  // namespace traceleft
