// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>
#include <traceleft/event.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "dispatcher.h"
#include "slot_programs.h"
#include "unique_fd.h"

namespace traceleft {

struct AttachOptions {
    std::vector<pid_t> pids;                 ///< empty: the default handler of every process without one of its own
    bool follow_forks = false;               ///< their children are traced as they are, from their first instruction
    bool at_exec = false;                    ///< from the moment the process executes its next program
    std::vector<std::string> syscalls = {};  ///< of the handler's those to attach it for; empty: all
};

/// A handler that another one took the place of.
struct Replaced {
    std::string syscall;
    pid_t pid;  ///< 0: the default handler
    std::string path;
};

/// A handler's program for one slot.
struct Installed {
    std::uint32_t slot;       ///< 0: the default
    std::vector<pid_t> pids;  ///< the processes with this slot, followed children too
    std::string path;
    std::uint64_t program_id;
    std::string syscall;
    Side side;
    std::string name;      ///< the program's
    Runs runs;             ///< those that were timed
    std::string question;  ///< that is asked of its calls; empty: none
};

struct Attached {
    std::uint64_t id = 0;  ///< for detach()
    std::vector<Replaced> replaced;
};

/// Maps each process and syscall to its handler. A process with handlers of its own has a slot, the index into
/// every handler map; slot 0 is everybody else's. Safe to use from several threads.
class HandlerTable {
public:
    explicit HandlerTable(Dispatcher& dispatcher);

    /// Puts the handler in place for these processes, in place of an earlier one for the same syscall, without a moment
    /// in which neither runs. Every pid is looked at before anything is changed. Throws Error: Process, Capacity, Os,
    /// Backend.
    Attached attach(const std::shared_ptr<SlotPrograms>& handler, const AttachOptions& options);

    /// Puts a handler of 32-bit programs' calls wherever the attached one is in place, which is that of their
    /// namesakes. Returns its id; 0 where that one is in place nowhere any more. Throws as attach() does.
    std::uint64_t accompany(std::uint64_t id, const std::shared_ptr<SlotPrograms>& handler);

    /// Takes an attached handler out of the slots of these processes (empty: out of the default slot) where it is still
    /// the one in place; `syscalls` (empty: all) are those that it no longer serves.
    void detach(std::uint64_t id, const std::vector<pid_t>& pids, const std::vector<std::string>& syscalls);

    /// From now on default handlers pass these processes by, until each exits. Throws Error: Process, Capacity, Os.
    void ignore(const std::vector<pid_t>& pids);
    /// Does the same for other processes that trace with traceleft; returns their tgids in the initial pid namespace.
    std::vector<std::uint32_t> ignore_tracers();

    /// The handlers in place, by slot and syscall.
    std::vector<Installed> installed();

    /// Slots of processes that have handlers, slot 0 not counted.
    std::size_t slots_in_use();

    /// Removes everything.
    void clear();

private:
    using Place = std::tuple<std::uint32_t, std::string, Side>;  // slot, syscall, side

    /// The change that attach() made to a process's entry in `processes`.
    struct Bound {
        pid_t pid;
        std::uint32_t slot;
        std::optional<wire::process> before;  ///< nullopt: there was none
    };

    /// A handler in place, and the attach() that put it there.
    struct InPlace {
        std::shared_ptr<SlotPrograms> handler;
        std::uint64_t attached = 0;
    };

    void ignore_one(std::uint32_t tgid, const std::function<bool()>& is_there);
    Bound bind(pid_t pid, int pidfd, const AttachOptions& options);
    void unbind(const Bound& bound);
    std::vector<Bound> bind_all(const std::vector<UniqueFd>& pidfds, const AttachOptions& options);
    std::uint32_t allocate_slot();
    void reclaim();
    bool has_callers() const;
    void bury();
    void forget_idle_processes(std::set<std::uint32_t> slots);
    void for_each_process(const std::function<void(std::uint32_t tgid, const wire::process&)>& visit) const;
    bool shared_with_others(std::uint32_t slot, pid_t pid) const;
    void copy_slot(std::uint32_t from, std::uint32_t to);
    void load(const std::vector<SlotProgram>& programs);
    void enable(const std::vector<SlotProgram>& programs);
    void let_go();
    InPlace install(std::uint32_t slot, const SlotProgram& program, const InPlace& placed);
    void remove(const std::vector<Place>& places);
    void forget(const Place& place);

    std::mutex mutex_;
    Dispatcher& dispatcher_;
    std::set<std::uint32_t> free_slots_;
    std::map<Place, InPlace> installed_;
    std::map<pid_t, UniqueFd> bound_;  ///< a pidfd of each process given a slot, until it has exited
    std::vector<std::shared_ptr<SlotPrograms>> replaced_;  ///< they may still be running: see let_go()
    std::uint64_t last_id_ = 0;
};

}  // namespace traceleft
