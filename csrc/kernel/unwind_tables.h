// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>
#include <traceleft/unwind_tables.h>

#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "process_symbols.h"
#include "stack_maps.h"
#include "unique_fd.h"
#include "unwind_files.h"

namespace traceleft {

/// The tables of <traceleft/unwind.h>, by which stacks of user space are taken without frame pointers: of the files
/// that processes have mapped whose stacks are asked for.
class UnwindTables {
public:
    /// `rows`: how many of the map's are used. Throws Error::os.
    explicit UnwindTables(const StackMaps& maps, std::uint32_t rows = wire::UNWIND_ROWS);

    /// Readable when the kernel's side asks for processes.
    int asked() const { return ring_buffer__epoll_fd(ring_.get()); }
    /// The processes that it has asked for.
    std::vector<std::uint32_t> take_asked();

    bool has(std::uint32_t pid) const { return processes_.contains(pid); }
    /// Tells the kernel's side of a process's code once it executes a program.
    void expect(std::uint32_t pid) { processes_.insert(pid); }
    /// Tells the kernel's side of a process's code. `image` is as python_process.image has it.
    void put(std::uint32_t pid, std::uint64_t image, std::vector<CodeMapping> mappings, ProcessSymbols& symbols);
    /// It has executed another program: what it maps will come.
    void clear(std::uint32_t pid);
    void forget(std::uint32_t pid);
    /// Files and processes that there was no room for, ever.
    std::uint64_t left_out() const { return left_out_ + files_left_out_.size(); }

private:
    /// The file's place, which gets its rows where it has none; null where there is no room.
    const UnwindFiles::Place* place_of(const MappedFile* file, const ElfFile& elf);

    struct FreeRing {
        void operator()(ring_buffer* ring) const { ring_buffer__free(ring); }
    };

    const StackMaps& maps_;
    Mapping rows_;
    UnwindFiles files_;
    std::set<std::uint32_t> processes_;  ///< those that were asked for, and their children
    std::vector<std::uint32_t> asked_;
    std::unique_ptr<ring_buffer, FreeRing> ring_;
    std::uint64_t left_out_ = 0;  ///< processes, and code of theirs
    std::set<const MappedFile*> files_left_out_;
};

}  // namespace traceleft
