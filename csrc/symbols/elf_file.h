// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/unwind_tables.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace traceleft {

/// What an ELF file says of its code: functions, the places of its segments, and the build id. By hand, on libelf,
/// which libbpf needs anyway: neither Debian nor EPEL has a package of libbacktrace, so that it would have to be
/// carried along, and lines of C++, which it would add, are in few files' DWARF.
class ElfFile {
public:
    /// Addresses are as the file has them.
    struct Function {
        std::uint64_t begin = 0;
        std::uint64_t size = 0;
        std::string name;
    };

    /// Nothing is in it where the file can't be read.
    explicit ElfFile(const std::string& path);
    /// One whose image lies in this process's memory: the vdso.
    ElfFile(char* image, std::size_t size);

    /// The function that an address belongs to; null where none is known.
    const Function* function(std::uint64_t address) const;
    /// The address of what lies at an offset in the file.
    std::optional<std::uint64_t> address_at(std::uint64_t offset) const;
    /// The address of a symbol that is no function.
    std::optional<std::uint64_t> object(const std::string& name) const;
    /// The number of 8 bytes at an address, as the file has it.
    std::optional<std::uint64_t> word(std::uint64_t address) const;
    /// By how much code is moved that is mapped at `begin`, from `offset` in the file on: its address less the file's
    /// own.
    std::optional<std::uint64_t> moved_by(std::uint64_t begin, std::uint64_t offset, std::uint64_t size) const;
    /// The lowest address that it loads.
    std::uint64_t lowest() const;
    /// Of its .eh_frame, by addresses from the lowest; empty where it has none, or is no file of x86_64.
    std::vector<wire::unwind_row> unwind_rows() const;
    /// In hex; empty where it has none.
    const std::string& build_id() const { return build_id_; }

private:
    struct Segment {
        std::uint64_t offset, address, size;
        bool is_code;
    };
    struct Reader;
    template <typename Use>
    void open_elf(Use use) const;

    std::string path_;
    char* image_ = nullptr;  ///< in memory; null: it is a file
    std::size_t image_size_ = 0;
    std::vector<Function> functions_;
    std::vector<Function> objects_;
    std::vector<Segment> segments_;
    std::string build_id_;
};

}  // namespace traceleft
