// SPDX-License-Identifier: MIT
#include "other_tracers.h"

#include <bpf/bpf.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "error.h"
#include "kernel_features.h"
#include "unique_fd.h"

namespace traceleft {

// getpid() says it in the initial pid namespace only.
std::uint32_t tell_self(const BpfObject& object) {
    bpf_test_run_opts run{};
    run.sz = sizeof(run);
    int error = bpf_prog_test_run_opts(bpf_program__fd(object.program(self_teller)), &run);
    if (!error) return run.retval;
    // Before Linux 5.10, 1b4d60ec162f.
    if (in_initial_pid_namespace()) return getpid();
    throw Error(ErrorKind::Kernel,
                "the kernel doesn't say which process this is (BPF_PROG_TEST_RUN: " + errno_text(-error) +
                    "), and in a pid namespace nothing else does, so that traceleft would trace itself; start the "
                    "container with the host's pid namespace (--pid=host)",
                -error);
}

namespace {

// The tgid that the program says was of its loader, where it is a tracer's tell_traceleft(); else 0.
std::uint32_t tracer_behind(std::uint32_t prog_id) {
    UniqueFd program(bpf_prog_get_fd_by_id(prog_id));
    if (!program) return 0;
    std::array<__u32, 8> maps{};  // its own, and perhaps those of its object's sections
    bpf_prog_info info{};
    __u32 length = sizeof(info);
    info.map_ids = reinterpret_cast<std::uintptr_t>(maps.data());
    info.nr_map_ids = maps.size();
    if (bpf_obj_get_info_by_fd(program.get(), &info, &length) || info.type != BPF_PROG_TYPE_RAW_TRACEPOINT ||
        std::string_view(info.name) != self_teller)
        return 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(info.nr_map_ids, maps.size()); i++) {
        UniqueFd map(bpf_map_get_fd_by_id(maps[i]));
        bpf_map_info of_map{};
        length = sizeof(of_map);
        std::uint32_t key = 0;
        std::uint32_t tgid = 0;
        if (map && bpf_obj_get_info_by_fd(map.get(), &of_map, &length) == 0 && of_map.value_size == sizeof(tgid) &&
            std::string_view(of_map.name) == self_map && bpf_map_lookup_elem(map.get(), &key, &tgid) == 0)
            return tgid;
    }
    return 0;
}

}  // namespace

// A program of that name and type is only the privileged's to load. Maps are not looked through: one that is opened
// while the kernel frees it may stay for ever (prog_array_map_clear() in kernel/bpf/arraymap.c).
std::vector<OtherTracer> find_other_tracers(std::uint32_t self) {
    std::vector<OtherTracer> others;
    std::uint32_t id = 0;
    while (bpf_prog_get_next_id(id, &id) == 0) {
        std::uint32_t tgid = tracer_behind(id);
        if (tgid && tgid != self) others.push_back({id, tgid});
    }
    return others;
}

}  // namespace traceleft
