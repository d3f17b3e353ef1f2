// SPDX-License-Identifier: MIT
#include "elf_file.h"

#include <elf.h>
#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "eh_frame.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

using ElfHandle = std::unique_ptr<Elf, decltype(&elf_end)>;

// Of an assembler's function, which has no size, one doesn't know where it ends; and none begins so far before.
constexpr std::uint64_t most_nested = 64 * 1024;
constexpr std::size_t longest_build_id = 64;
constexpr std::uint64_t longest_eh_frame = 64 * 1024 * 1024;  // bytes: a browser's has a third of that

std::string hex_of(const unsigned char* bytes, std::size_t size) {
    constexpr const char* digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; i++) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

}  // namespace

struct ElfFile::Reader {
    ElfFile& file;
    Elf* elf;

    void read() const {
        read_segments();
        for (std::uint32_t type : {SHT_SYMTAB, SHT_DYNSYM}) read_symbols(type);
        read_build_id();
        auto begins_before = [](const Function& one, const Function& other) { return one.begin < other.begin; };
        auto same = [](const Function& one, const Function& other) { return one.begin == other.begin; };
        std::stable_sort(file.functions_.begin(), file.functions_.end(), begins_before);
        file.functions_.erase(std::unique(file.functions_.begin(), file.functions_.end(), same), file.functions_.end());
    }

    void read_segments() const {
        std::size_t count = 0;
        if (elf_getphdrnum(elf, &count)) return;
        for (std::size_t i = 0; i < count; i++) {
            GElf_Phdr header;
            if (gelf_getphdr(elf, static_cast<int>(i), &header) && header.p_type == PT_LOAD)
                file.segments_.push_back(
                    {header.p_offset, header.p_vaddr, header.p_filesz, (header.p_flags & PF_X) != 0});
        }
    }

    void read_symbols(std::uint32_t type) const {
        for (Elf_Scn* section = elf_nextscn(elf, nullptr); section; section = elf_nextscn(elf, section)) {
            GElf_Shdr header;
            if (!gelf_getshdr(section, &header) || header.sh_type != type || !header.sh_entsize) continue;
            Elf_Data* data = elf_getdata(section, nullptr);
            if (!data) continue;
            for (int i = 0; i < static_cast<int>(header.sh_size / header.sh_entsize); i++) {
                GElf_Sym symbol;
                if (!gelf_getsym(data, i, &symbol) || symbol.st_shndx == SHN_UNDEF) continue;
                int kind = GELF_ST_TYPE(symbol.st_info);
                bool is_function = kind == STT_FUNC || kind == STT_GNU_IFUNC;
                if (!is_function && kind != STT_OBJECT) continue;
                const char* name = elf_strptr(elf, header.sh_link, symbol.st_name);
                if (!name || !*name) continue;
                // Of data only the interpreter's is looked for.
                if (is_function)
                    file.functions_.push_back({symbol.st_value, symbol.st_size, name});
                else if (std::strncmp(name, "_Py", 3) == 0 || std::strncmp(name, "Py_", 3) == 0)
                    file.objects_.push_back({symbol.st_value, symbol.st_size, name});
            }
        }
    }

    void read_build_id() const {
        for (Elf_Scn* section = elf_nextscn(elf, nullptr); section; section = elf_nextscn(elf, section)) {
            GElf_Shdr header;
            if (!gelf_getshdr(section, &header) || header.sh_type != SHT_NOTE) continue;
            Elf_Data* data = elf_getdata(section, nullptr);
            std::size_t name = 0, description = 0;
            GElf_Nhdr note;
            for (std::size_t at = 0; data && (at = gelf_getnote(data, at, &note, &name, &description));) {
                const char* bytes = static_cast<const char*>(data->d_buf);
                bool is_gnu = note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof(ELF_NOTE_GNU) &&
                              !std::memcmp(bytes + name, ELF_NOTE_GNU, sizeof(ELF_NOTE_GNU));
                if (!is_gnu || note.n_descsz > longest_build_id) continue;
                file.build_id_ = hex_of(reinterpret_cast<const unsigned char*>(bytes + description), note.n_descsz);
                return;
            }
        }
    }
};

ElfFile::ElfFile(const std::string& path) : path_(path) {
    open_elf([this](Elf* elf) { Reader{*this, elf}.read(); });
}

ElfFile::ElfFile(char* image, std::size_t size) : image_(image), image_size_(size) {
    open_elf([this](Elf* elf) { Reader{*this, elf}.read(); });
}

template <typename Use>
void ElfFile::open_elf(Use use) const {
    elf_version(EV_CURRENT);
    UniqueFd fd;
    // A device or a pipe of that name would keep its reader waiting.
    if (!image_) fd = UniqueFd(open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!image_ && !fd) return;
    ElfHandle elf(image_ ? elf_memory(image_, image_size_) : elf_begin(fd.get(), ELF_C_READ, nullptr), elf_end);
    if (elf) use(elf.get());
}

const ElfFile::Function* ElfFile::function(std::uint64_t address) const {
    auto behind = std::upper_bound(functions_.begin(), functions_.end(), address,
                                   [](std::uint64_t each, const Function& one) { return each < one.begin; });
    // A function without a size, as assembly writes them, goes on up to the next.
    while (behind != functions_.begin()) {
        const Function& candidate = *--behind;
        if (!candidate.size || address < candidate.begin + candidate.size) return &candidate;
        // A function that ended before the address may lie within one that has not; that begins not far before.
        if (address - candidate.begin > most_nested) return nullptr;
    }
    return nullptr;
}

std::optional<std::uint64_t> ElfFile::address_at(std::uint64_t offset) const {
    for (const Segment& each : segments_)
        if (each.offset <= offset && offset - each.offset < each.size) return offset - each.offset + each.address;
    return std::nullopt;
}

std::optional<std::uint64_t> ElfFile::moved_by(std::uint64_t begin, std::uint64_t offset, std::uint64_t size) const {
    for (const Segment& each : segments_)
        if (each.is_code && each.offset < offset + size && offset < each.offset + each.size)
            return begin - offset + each.offset - each.address;
    return std::nullopt;
}

std::uint64_t ElfFile::lowest() const {
    std::uint64_t lowest = segments_.empty() ? 0 : segments_.front().address;
    for (const Segment& each : segments_) lowest = std::min(lowest, each.address);
    return lowest;
}

std::vector<wire::unwind_row> ElfFile::unwind_rows() const {
    std::vector<wire::unwind_row> rows;
    open_elf([&](Elf* elf) {
        GElf_Ehdr file;
        std::size_t names = 0;
        if (!gelf_getehdr(elf, &file) || file.e_machine != EM_X86_64 || elf_getshdrstrndx(elf, &names)) return;
        for (Elf_Scn* section = elf_nextscn(elf, nullptr); section; section = elf_nextscn(elf, section)) {
            GElf_Shdr header;
            if (!gelf_getshdr(section, &header) || header.sh_type == SHT_NOBITS || header.sh_size > longest_eh_frame)
                continue;
            const char* name = elf_strptr(elf, names, header.sh_name);
            if (!name || std::strcmp(name, ".eh_frame") != 0) continue;
            Elf_Data* data = elf_rawdata(section, nullptr);
            if (!data || !data->d_buf) return;
            rows = traceleft::unwind_rows({static_cast<const std::byte*>(data->d_buf), data->d_size}, header.sh_addr,
                                          lowest());
            return;
        }
    });
    return rows;
}

std::optional<std::uint64_t> ElfFile::object(const std::string& name) const {
    for (const Function& each : objects_)
        if (each.name == name) return each.begin;
    return std::nullopt;
}

std::optional<std::uint64_t> ElfFile::word(std::uint64_t address) const {
    for (const Segment& each : segments_) {
        if (address < each.address || address - each.address + sizeof(address) > each.size) continue;
        UniqueFd fd(open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        std::uint64_t word = 0;
        auto at = static_cast<off_t>(address - each.address + each.offset);
        if (fd && pread(fd.get(), &word, sizeof(word), at) == sizeof(word)) return word;
    }
    return std::nullopt;
}

}  // namespace traceleft
