// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>

#include <cstdint>
#include <string>

#include "unique_fd.h"

namespace traceleft {

/// Runs of a BPF program, and the time they took.
struct Runs {
    std::uint64_t runs = 0;
    std::uint64_t ns = 0;
};

/// A program of ours that the kernel runs by itself, and so keeps statistics of.
struct HookProgram {
    std::string name;
    std::string syscall;        ///< the trace probe's; empty: it serves all, or none
    std::uint32_t prog_id = 0;  ///< the kernel's number of it
    Runs runs;                  ///< including its tail calls; grows only while the kernel keeps statistics
};

/// The program of a syscall's trace probe (empty: of all, or of none), as the kernel tells of it.
HookProgram describe_hook_program(const bpf_program* program, const std::string& syscall);

/// How often the kernel did not run the program, for one was still running on that CPU.
std::uint64_t skipped_runs(const bpf_program* program);

/// While it is there, the kernel keeps run time statistics of every BPF program (since Linux 5.8). Throws Error::os.
class RunTimeStatistics {
public:
    RunTimeStatistics();

private:
    UniqueFd fd_;
};

}  // namespace traceleft
