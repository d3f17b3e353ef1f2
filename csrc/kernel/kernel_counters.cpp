// SPDX-License-Identifier: MIT
#include "kernel_counters.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <cerrno>

#include "error.h"

namespace traceleft {

namespace {

constexpr std::uint32_t sources_begin = 2 * wire::ABI_CALLS;  // in the map `lost_calls`

}  // namespace

KernelCounters::KernelCounters(const BpfObject& core, std::vector<SyscallInfo> syscalls, std::uint32_t slots,
                               bool timed)
    : core_(core),
      syscalls_(std::move(syscalls)),
      slots_(slots),
      timed_(timed),
      cpus_(libbpf_num_possible_cpus()),
      cpu_state_size_((bpf_map__value_size(core.map("cpu_states")) + 7) / 8 * 8),
      cpu_states_(Mapping::of(map_fd(core.map("cpu_states")), cpu_state_size_ * cpus_, PROT_READ | PROT_WRITE)),
      inheritances_(Mapping::of(map_fd(core.map("slot_inheritances")), sizeof(std::uint64_t) * slots, PROT_READ)) {}

std::vector<CpuCounters> KernelCounters::by_cpu() const {
    std::vector<CpuCounters> all(cpus_);
    for (int cpu = 0; cpu < cpus_; cpu++) {
        const auto* from = cpu_states_.as<const std::uint64_t>(cpu * cpu_state_size_);
        auto* to = reinterpret_cast<std::uint64_t*>(&all[cpu]);
        for (std::size_t i = 0; i < sizeof(CpuCounters) / sizeof(*to); i++)
            to[i] = __atomic_load_n(from + i, __ATOMIC_RELAXED);
    }
    return all;
}

std::map<std::string, Losses> KernelCounters::lost_by_syscall() const {
    std::map<std::string, Losses> all;
    std::vector<Losses> by_cpu(cpus_);
    auto add = [&](const std::string& name, std::uint32_t index) {
        Losses lost{};
        if (bpf_map_lookup_elem(map_fd(core_.map("lost_calls")), &index, by_cpu.data())) return;
        for (const Losses& cpu : by_cpu)
            for (std::size_t reason = 0; reason < lost.size(); reason++) lost[reason] += cpu[reason];
        if (lost != Losses{}) all[name] = lost;
    };
    for (const SyscallInfo& syscall : syscalls_) add(syscall.name, (syscall.compat ? wire::ABI_CALLS : 0) + syscall.nr);
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < sources_.size(); i++) add(sources_[i], sources_begin + static_cast<std::uint32_t>(i));
    return all;
}

std::uint32_t KernelCounters::add_source(const std::string& name) {
    std::lock_guard lock(mutex_);
    auto found = std::find(sources_.begin(), sources_.end(), name);
    if (found == sources_.end() && sources_.size() == wire::MOST_SOURCES)
        throw Error(ErrorKind::Capacity, "one tracer can use " + std::to_string(wire::MOST_SOURCES) +
                                             " tracepoints: " + name + " is one more; create another tracer");
    auto index = static_cast<std::uint32_t>(found - sources_.begin());
    if (found == sources_.end()) sources_.push_back(name);
    return sources_begin + index;
}

std::map<std::uint32_t, std::uint64_t> KernelCounters::lost_by_process() const {
    std::map<std::uint32_t, std::uint64_t> all;
    int map = map_fd(core_.map("budgets"));
    wire::budget_key key{};
    wire::budget budget{};
    // Bounded as compat_callers() is.
    for (std::uint32_t steps = 0; steps < 2 * most_budgets; steps++) {
        if (bpf_map_get_next_key(map, steps ? &key : nullptr, &key)) break;
        if (key.kind == wire::BUDGET_PROCESS && bpf_map_lookup_elem(map, &key, &budget) == 0 && budget.lost)
            all[key.id] += budget.lost;
    }
    return all;
}

std::vector<CompatCaller> KernelCounters::compat_callers() const {
    std::vector<CompatCaller> all;
    int map = map_fd(core_.map("compat_callers"));
    CompatCaller each{};
    // Where the key to go on from is gone, the kernel begins anew: whoever drives others out must not keep us here.
    for (std::uint32_t steps = 0; steps < 2 * most_compat_callers; steps++) {
        if (bpf_map_get_next_key(map, steps ? &each.process : nullptr, &each.process)) break;
        if (bpf_map_lookup_elem(map, &each.process, &each.caller) == 0) all.push_back(each);
    }
    return all;
}

std::map<HandlerRuns, Runs> KernelCounters::handler_runs() const {
    std::map<HandlerRuns, Runs> all;
    if (!timed_) return all;
    int map = map_fd(core_.map("handler_times"));
    std::vector<wire::handler_time> by_cpu(cpus_);
    wire::handler_runs key{};
    wire::handler_runs next{};
    // A key that is removed meanwhile makes the kernel begin anew; then the sums are the same again.
    for (bool first = true; bpf_map_get_next_key(map, first ? nullptr : &key, &next) == 0; first = false) {
        key = next;
        if (bpf_map_lookup_elem(map, &key, by_cpu.data())) continue;
        Runs sum;
        for (const wire::handler_time& cpu : by_cpu) {
            sum.runs += cpu.runs;
            sum.ns += cpu.ns;
        }
        all[{key.handler, key.slot, key.nr, key.entry ? Side::entry : Side::exit}] = sum;
    }
    return all;
}

std::vector<std::uint64_t> KernelCounters::slot_inheritances() const {
    std::vector<std::uint64_t> counts(slots_);
    for (std::uint32_t slot = 0; slot < slots_; slot++)
        counts[slot] = __atomic_load_n(inheritances_.as<std::uint64_t>(slot * sizeof(std::uint64_t)), __ATOMIC_ACQUIRE);
    return counts;
}

void KernelCounters::set(std::size_t setting, std::uint64_t value) {
    for (int cpu = 0; cpu < cpus_; cpu++)
        __atomic_store_n(cpu_states_.as<std::uint64_t>(cpu * cpu_state_size_ + sizeof(wire::cpu_counters) + setting),
                         value, __ATOMIC_RELAXED);
}

void KernelCounters::require_access() const {
    std::uint32_t nr = 0;
    std::vector<Losses> by_cpu(cpus_);
    if (bpf_map_lookup_elem(map_fd(core_.map("lost_calls")), &nr, by_cpu.data()) && errno == EPERM)
        throw Error(
            ErrorKind::Kernel,
            "this kernel lets no process without capabilities read even its own BPF maps: that takes Linux 5.19, "
            "or kernel.unprivileged_bpf_disabled=0; trace without --user",
            EPERM);
}

}  // namespace traceleft
