// SPDX-License-Identifier: MIT
#include "program_statistics.h"

#include <bpf/bpf.h>

#include <cerrno>

#include "error.h"

namespace traceleft {

namespace {

bpf_prog_info program_info(const bpf_program* program) {
    bpf_prog_info info{};
    __u32 length = sizeof(info);
    if (bpf_obj_get_info_by_fd(bpf_program__fd(program), &info, &length)) info = {};
    return info;
}

}  // namespace

HookProgram describe_hook_program(const bpf_program* program, const std::string& syscall) {
    bpf_prog_info info = program_info(program);
    return {bpf_program__name(program), syscall, info.id, {info.run_cnt, info.run_time_ns}};
}

std::uint64_t skipped_runs(const bpf_program* program) {
    return program_info(program).recursion_misses;  // since Linux 5.12, 9ed9e9ba2337
}

RunTimeStatistics::RunTimeStatistics() : fd_(bpf_enable_stats(BPF_STATS_RUN_TIME)) {
    if (!fd_) throw Error::os("turn on the kernel's statistics of BPF programs", errno);
}

}  // namespace traceleft
