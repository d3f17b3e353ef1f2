// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "elf_file.h"
#include "kernel_symbols.h"
#include "named_stack.h"
#include "perf_map.h"
#include "process_images.h"

namespace traceleft {

/// Names the functions of the kernel and of processes, also of those that have exited. Files and maps are read once.
class ProcessSymbols {
public:
    explicit ProcessSymbols(const ProcessImages& images) : images_(images) {}

    /// `is_call`: it is where a call returns to, which may be behind the function's end.
    NamedFrame kernel(std::uint64_t address, bool is_call);
    NamedFrame user(std::uint32_t pid, std::uint64_t time, std::uint64_t address, bool is_call);
    /// The file at a path of a process's, which may be in another mount namespace; null where it isn't that file.
    const ElfFile* elf(std::uint32_t pid, const MappedFile& file);
    /// Forgets what processes say of themselves, for they say more.
    void forget_perf_maps() { perf_maps_.clear(); }

private:
    const PerfMap& perf_map(std::uint32_t pid);

    const ProcessImages& images_;
    std::map<const MappedFile*, std::optional<ElfFile>> files_;
    std::map<std::uint32_t, PerfMap> perf_maps_;
    std::unique_ptr<const KernelSymbols> kernel_;
};

}  // namespace traceleft
