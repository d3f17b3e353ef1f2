// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "backend.h"
#include "bpf_object.h"
#include "process_table.h"
#include "syscall_info.h"
#include "unique_fd.h"

namespace traceleft {

/// The programs that tell of processes: see bpf/processes.bpf.c.
class ProcessPrograms {
public:
    /// Loads those that tell of traced processes, and those that look at all that are there, where the kernel has BTF
    /// of its own. `open` gives their object, opened, sharing the maps of the core, with its constants set. `calls` are
    /// those by which a process changes what is told of it. `argv`: look() finds out arguments, which are in /proc.
    /// Throws Error: Load.
    ProcessPrograms(const std::function<BpfObject()>& open, Hooking hooking, std::vector<SyscallInfo> calls,
                    std::shared_ptr<ProcessTable> table, bool argv);

    /// Attaches what is to run ahead of the hooks that follow processes; the rest is to run behind them.
    void attach_ahead();
    void attach_behind();
    void detach() {
        links_.clear();
        at_calls_.clear();
    }
    /// Whether root_exit is to call a program of these at the changing calls. Else it is attached to them.
    bool needs_root_exit() const { return by_root_; }
    /// Puts that program into the place of the changing calls' trace probes, in the map of one ABI.
    void stand_before_probes(bool compat, int probes) const;
    /// The map that it finds a call's trace probe in; -1: it doesn't stand before that one.
    int probes_behind(bool compat, std::uint32_t nr) const;

    /// There is a default handler now: all processes are told of that it doesn't pass by.
    void tell_of_traced() { hooks_.set_variable<bool>("traceleft_any_default", true); }
    /// From now on all processes are told of that are forked, or execute a program; or again those that are traced.
    void tell_of_all(bool all) { hooks_.set_variable<bool>("traceleft_tells_all", all); }
    /// Puts the processes that are there into the table. Where there is no BTF of the kernel's own, nothing.
    void look() const;

    std::vector<const bpf_program*> hooks() const;

private:
    BpfObject load_hooks(const std::function<BpfObject()>& open);
    void attach(const char* name);
    void attach_to_calls();

    Hooking hooking_;
    bool by_root_;
    std::vector<SyscallInfo> calls_;
    std::set<std::pair<bool, std::uint32_t>> numbers_;  ///< of these calls: whether it is a 32-bit program's
    BpfObject hooks_;
    std::optional<BpfObject> look_;
    std::shared_ptr<ProcessTable> table_;
    bool argv_;
    std::vector<UniqueFd> links_;
    std::vector<AttachedEvent> at_calls_;
};

}  // namespace traceleft
