// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "backend.h"
#include "bpf_object.h"
#include "program_statistics.h"
#include "syscall_info.h"
#include "unique_fd.h"

namespace traceleft {

/// One CPU's counters.
using CpuCounters = wire::cpu_counters;

/// Events lost of one syscall, by wire::loss_reason.
using Losses = std::array<std::uint64_t, wire::LOSS_REASONS>;

/// One handler's runs for one slot: the number of its object, the slot, the syscall's number, the side.
using HandlerRuns = std::tuple<std::uint32_t, std::uint32_t, std::int32_t, Side>;

/// A traced process that makes calls through a 32-bit gate, or x32's, which no handler decodes.
struct CompatCaller {
    wire::compat_process process;
    wire::compat_caller caller;
};

/// The counters of the programs in the kernel, read while these go on counting, and the settings that each CPU reads.
class KernelCounters {
public:
    /// `core` is the loaded object that has the maps, and outlives this. `timed`: it has room for times of handlers.
    KernelCounters(const BpfObject& core, std::vector<SyscallInfo> syscalls, std::uint32_t slots, bool timed);

    static constexpr std::uint32_t most_compat_callers = 1024;
    /// Processes and cgroups; the longest idle make room for others.
    static constexpr std::uint32_t most_budgets = 8192;

    std::vector<CpuCounters> by_cpu() const;
    /// Events lost, by syscall; only where any are. Those of an unknown call are missing.
    std::map<std::string, Losses> lost_by_syscall() const;
    /// Events over the budget, by tgid. Of very many processes only the last are known.
    std::map<std::uint32_t, std::uint64_t> lost_by_process() const;
    /// At most 1,024 processes: the kernel drops the least recently used.
    std::vector<CompatCaller> compat_callers() const;
    /// How often each slot was inherited by a child, by slot.
    std::vector<std::uint64_t> slot_inheritances() const;
    /// The sums of all the runs that were timed.
    std::map<HandlerRuns, Runs> handler_runs() const;

    /// The place of a tracepoint's losses in the map `lost_calls`. Throws Error: Capacity.
    std::uint32_t add_source(const std::string& name);

    /// Sets one of wire::cpu_settings, by its offset, on every CPU.
    void set(std::size_t setting, std::uint64_t value);

    /// Throws Error: Kernel where this process may not look at its maps any more, having given up its capabilities.
    void require_access() const;

private:
    const BpfObject& core_;
    std::vector<SyscallInfo> syscalls_;
    mutable std::mutex mutex_;
    std::vector<std::string> sources_;
    std::uint32_t slots_;
    bool timed_;
    int cpus_;
    std::size_t cpu_state_size_;
    Mapping cpu_states_;
    Mapping inheritances_;
};

}  // namespace traceleft
