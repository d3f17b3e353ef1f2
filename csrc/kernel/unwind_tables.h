// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>
#include <traceleft/unwind_tables.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "process_symbols.h"
#include "stack_maps.h"
#include "unique_fd.h"

namespace traceleft {

/// The tables of <traceleft/unwind.h>, by which stacks of user space are taken without frame pointers: of the files
/// that processes have mapped whose stacks are asked for. A file's rows stay until the tables are gone.
class UnwindTables {
public:
    /// Throws Error::os.
    explicit UnwindTables(const StackMaps& maps);

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
    /// Files and processes that there was no room for.
    std::uint64_t left_out() const { return left_out_; }

private:
    /// A file's place among the rows.
    struct Table {
        std::uint32_t first = 0, rows = 0;
        std::uint64_t lowest = 0;
    };
    const Table& table_of(const MappedFile* file, const ElfFile& elf);

    struct FreeRing {
        void operator()(ring_buffer* ring) const { ring_buffer__free(ring); }
    };

    const StackMaps& maps_;
    Mapping rows_;
    std::uint32_t used_ = 0;
    std::map<const MappedFile*, Table> tables_;
    std::set<std::uint32_t> processes_;  ///< those that were asked for, and their children
    std::vector<std::uint32_t> asked_;
    std::unique_ptr<ring_buffer, FreeRing> ring_;
    std::uint64_t left_out_ = 0;
};

}  // namespace traceleft
