// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "process_images.h"

namespace traceleft {

/// Which files' rows have which places in the map `unwind_rows`, and which processes use them. Rows that no process
/// uses stay as long as there is room: another one may execute the same file.
class UnwindFiles {
public:
    explicit UnwindFiles(std::uint32_t rows) : rows_(rows) {}

    /// A file's place among the rows.
    struct Place {
        std::uint32_t first = 0, rows = 0;
    };
    const Place* find(const MappedFile* file) const;
    /// Gives a file so many rows, and takes them from files without a process where there is no other room, first from
    /// those that have been without longest. Null where even so there is none.
    const Place* add(const MappedFile* file, std::uint32_t rows);
    /// A process uses a file that has its place, too.
    void use(std::uint32_t pid, const MappedFile* file);
    /// It uses none of its files any more but these.
    void release(std::uint32_t pid, const std::set<const MappedFile*>& still_used = {});

private:
    struct File {
        Place place;
        std::uint32_t users = 0;
    };
    std::optional<std::uint32_t> gap(std::uint32_t rows) const;

    std::uint32_t rows_;
    std::map<const MappedFile*, File> files_;
    std::map<std::uint32_t, const MappedFile*> by_first_;  ///< of the files with any rows
    std::list<const MappedFile*> unused_;                  ///< the one that has been so longest first
    std::map<std::uint32_t, std::set<const MappedFile*>> used_;
};

}  // namespace traceleft
