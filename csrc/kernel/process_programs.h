// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bpf_object.h"
#include "process_table.h"
#include "unique_fd.h"

namespace traceleft {

/// The programs that tell of processes: see bpf/processes.bpf.c.
class ProcessPrograms {
public:
    /// Loads them: `hooks` tells of those that are traced, `look` of all that are there, where the kernel has BTF of
    /// its own. Both are opened, share the maps of the core, and have their constants set. Throws Error: Load.
    ProcessPrograms(BpfObject hooks, BpfObject look, bool kernel_btf, std::shared_ptr<ProcessTable> table);

    /// Attaches what is to run ahead of the hooks that follow processes; the rest is to run behind them.
    void attach_ahead();
    void attach_behind();
    void detach() { links_.clear(); }

    /// There is a default handler now: all processes are told of that it doesn't pass by.
    void tell_of_traced() { hooks_.set_variable<bool>("traceleft_any_default", true); }
    /// From now on all processes are told of that are forked, or execute a program; or again those that are traced.
    void tell_of_all(bool all) { hooks_.set_variable<bool>("traceleft_tells_all", all); }
    /// Puts the processes that are there into the table. Where there is no BTF of the kernel's own, nothing.
    void look() const;

    std::vector<const bpf_program*> hooks() const;

private:
    void attach(const char* name);

    BpfObject hooks_;
    BpfObject look_;
    bool looks_;
    std::shared_ptr<ProcessTable> table_;
    std::vector<UniqueFd> links_;
};

}  // namespace traceleft
