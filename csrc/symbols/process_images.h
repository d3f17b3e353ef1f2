// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace traceleft {

/// A file that is mapped somewhere.
struct MappedFile {
    std::string path;  ///< in the process's own mount namespace; or [vdso], or of memory that is no file's //anon
    std::uint64_t device = 0;
    std::uint64_t inode = 0;  ///< 0: it is no file

    auto operator<=>(const MappedFile&) const = default;
    bool is_file() const { return inode != 0; }
};

/// A range of a process's memory that holds code.
struct CodeMapping {
    std::uint64_t begin = 0, end = 0;
    std::uint64_t offset = 0;  ///< of `begin` in the file, bytes
    std::uint64_t time = 0;    ///< ns, CLOCK_MONOTONIC, when it was made; 0: before anybody looked
    const MappedFile* file = nullptr;
};

/// The code that each process had in its memory, and when: since it was forked, or has executed a program. What is said
/// need not come in the order in which it happened.
class ProcessImages {
public:
    /// So many processes that have exited are remembered.
    static constexpr std::size_t most_exited = 4096;

    void forked(std::uint32_t parent, std::uint32_t child, std::uint64_t time);
    void executed(std::uint32_t pid, std::uint64_t time);
    void exited(std::uint32_t pid);
    void mapped(std::uint32_t pid, CodeMapping mapping);
    /// What is there already: `maps` is the text of /proc/PID/maps.
    void found(std::uint32_t pid, std::string_view maps);

    bool knows(std::uint32_t pid) const { return images_.contains(pid); }
    /// What was at an address at that time; null where nothing is known to have been. It is valid until anything is
    /// said.
    const CodeMapping* find(std::uint32_t pid, std::uint64_t time, std::uint64_t address) const;
    /// What a process has mapped since it last executed a program.
    std::vector<CodeMapping> mappings(std::uint32_t pid) const;
    /// The one copy of it, which stays.
    const MappedFile* file(MappedFile file) { return &*files_.insert(std::move(file)).first; }

private:
    struct Image {
        std::uint64_t since;
        std::vector<CodeMapping> mappings;
    };
    Image& image_at(std::uint32_t pid, std::uint64_t time);

    std::set<MappedFile> files_;
    std::map<std::uint32_t, std::vector<Image>> images_;  ///< of each process by time
    std::deque<std::uint32_t> exited_;
};

/// The last part of a path.
std::string_view file_name(std::string_view path);

}  // namespace traceleft
