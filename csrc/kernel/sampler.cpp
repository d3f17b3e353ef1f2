// SPDX-License-Identifier: MIT
#include "sampler.h"

#include <bpf/libbpf.h>

#include <cerrno>
#include <string>
#include <utility>

#include "error.h"
#include "open_files.h"

namespace traceleft {

namespace {

constexpr std::uint32_t most_hz = 10'000;
constexpr std::uint32_t most_events = (1U << wire::SAMPLER_SHIFT) - 1;
constexpr std::uint32_t of_cycles = 1'000'000;  // some thousand samples a second of a busy CPU

const Sampler& sampler_of(const SyscallInfo& source) { return samplers().at((source.nr >> wire::SAMPLER_SHIFT) - 1); }

perf_event_attr attributes_of(const SyscallInfo& source) {
    const Sampler& sampler = sampler_of(source);
    perf_event_attr attributes{};
    attributes.type = sampler.type;
    attributes.config = sampler.config;
    attributes.sample_period = static_cast<std::uint32_t>(source.nr) & most_events;
    attributes.freq = &sampler == &samplers().front();
    attributes.disabled = 1;
    attributes.exclude_idle = 1;
    return attributes;
}

[[noreturn]] void refuse(const SyscallInfo& source, int errnum) {
    const char* kind = sampler_of(source).type == PERF_TYPE_HARDWARE ? "hardware" : "kernel";
    bool missing = errnum == ENOENT || errnum == EOPNOTSUPP || errnum == ENODEV;
    if (!missing) throw Error::os("open perf's event", errnum, source.name);
    throw Error(ErrorKind::Handler,
                "this machine's " + std::string(kind) + " has no counter " + source.name +
                    " that can be used: a virtual machine often has none; profile:99 is a timer",
                errnum);
}

}  // namespace

const std::vector<Sampler>& samplers() {
    // include/uapi/linux/perf_event.h. A source's number has a place: add at the end.
    static const std::vector<Sampler> all{
        {"profile", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CPU_CLOCK, 99, most_hz},
        {"software:page-faults", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_PAGE_FAULTS, 1, most_events},
        {"software:minor-faults", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_PAGE_FAULTS_MIN, 1, most_events},
        {"software:major-faults", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_PAGE_FAULTS_MAJ, 1, most_events},
        {"software:context-switches", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CONTEXT_SWITCHES, 1, most_events},
        {"software:cpu-migrations", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CPU_MIGRATIONS, 1, most_events},
        {"software:alignment-faults", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_ALIGNMENT_FAULTS, 1, most_events},
        {"software:emulation-faults", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_EMULATION_FAULTS, 1, most_events},
        {"software:cgroup-switches", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CGROUP_SWITCHES, 1, most_events},
        {"hardware:cycles", PERF_TYPE_HARDWARE, PERF_COUNT_HW_CPU_CYCLES, of_cycles, most_events},
        {"hardware:instructions", PERF_TYPE_HARDWARE, PERF_COUNT_HW_INSTRUCTIONS, of_cycles, most_events},
        {"hardware:ref-cycles", PERF_TYPE_HARDWARE, PERF_COUNT_HW_REF_CPU_CYCLES, of_cycles, most_events},
        {"hardware:bus-cycles", PERF_TYPE_HARDWARE, PERF_COUNT_HW_BUS_CYCLES, of_cycles / 10, most_events},
        {"hardware:cache-references", PERF_TYPE_HARDWARE, PERF_COUNT_HW_CACHE_REFERENCES, of_cycles, most_events},
        {"hardware:cache-misses", PERF_TYPE_HARDWARE, PERF_COUNT_HW_CACHE_MISSES, of_cycles / 100, most_events},
        {"hardware:branches", PERF_TYPE_HARDWARE, PERF_COUNT_HW_BRANCH_INSTRUCTIONS, of_cycles / 10, most_events},
        {"hardware:branch-misses", PERF_TYPE_HARDWARE, PERF_COUNT_HW_BRANCH_MISSES, of_cycles / 100, most_events},
        {"hardware:frontend-stalls", PERF_TYPE_HARDWARE, PERF_COUNT_HW_STALLED_CYCLES_FRONTEND, of_cycles, most_events},
        {"hardware:backend-stalls", PERF_TYPE_HARDWARE, PERF_COUNT_HW_STALLED_CYCLES_BACKEND, of_cycles, most_events},
    };
    return all;
}

void require_sampler(const SyscallInfo& source) {
    int missing = ENODEV;
    for (int cpu = 0; cpu < libbpf_num_possible_cpus() && missing == ENODEV; cpu++)
        missing = open_perf_event(attributes_of(source), cpu) ? 0 : errno;  // ENODEV: it is offline
    if (missing) refuse(source, missing);
}

std::vector<AttachedEvent> attach_sampler(int program, const SyscallInfo& source) {
    std::vector<AttachedEvent> attached;
    const int cpus = libbpf_num_possible_cpus();
    reserve_open_files(2 * static_cast<std::size_t>(cpus));
    for (int cpu = 0; cpu < cpus; cpu++) {
        UniqueFd event = open_perf_event(attributes_of(source), cpu);
        if (!event && errno == ENODEV) continue;
        if (!event) refuse(source, errno);
        attached.push_back(attach_to_perf_event(program, std::move(event), "a sampler", source.name));
    }
    return attached;
}

}  // namespace traceleft
