// SPDX-License-Identifier: MIT
#include "elf_probes.h"

#include <elf.h>
#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>

#include "error.h"
#include "probe_operand.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

// <sys/sdt.h>: _SDT_NOTE_TYPE, _SDT_NOTE_NAME; and the section whose address tells how far a file was prelinked.
constexpr std::uint32_t sdt_note = 3;
constexpr std::string_view sdt_owner{"stapsdt\0", 8}, sdt_base = ".stapsdt.base";
constexpr std::size_t sdt_addresses = 3;
constexpr std::uint16_t hidden_version = 0x8000;  // of .gnu.version: one that is not the default

#if defined(__x86_64__)
constexpr std::uint16_t own_code = EM_X86_64;
#elif defined(__aarch64__)
constexpr std::uint16_t own_code = EM_AARCH64;
#else
constexpr std::uint16_t own_code = EM_NONE;
#endif

class ProbeReader {
public:
    ProbeReader(Elf* elf, ElfProbes& probes) : elf_(elf), probes_(probes) {}

    void read() {
        read_segments();
        read_sections();
        if (symbols_) read_symbols(*symbols_, nullptr);
        if (dynamic_) read_symbols(*dynamic_, versions_);
        probes_.is_stripped = !symbols_;
        sort_functions();
        for (Elf_Scn* notes : notes_) read_notes(notes);
        auto key = [](const UsdtPlace& each) { return std::tie(each.provider, each.name, each.offset); };
        std::sort(probes_.usdt.begin(), probes_.usdt.end(),
                  [&](const UsdtPlace& one, const UsdtPlace& other) { return key(one) < key(other); });
    }

private:
    struct Table {
        Elf_Scn* section;
        GElf_Shdr header;
    };

    void read_segments() {
        std::size_t count = 0;
        if (elf_getphdrnum(elf_, &count)) return;
        for (std::size_t i = 0; i < count; i++) {
            GElf_Phdr header;
            if (gelf_getphdr(elf_, static_cast<int>(i), &header) && header.p_type == PT_LOAD)
                segments_.push_back(header);
        }
    }

    void read_sections() {
        std::size_t names = 0;
        elf_getshdrstrndx(elf_, &names);
        for (Elf_Scn* section = elf_nextscn(elf_, nullptr); section; section = elf_nextscn(elf_, section)) {
            GElf_Shdr header;
            if (!gelf_getshdr(section, &header)) continue;
            const char* text = elf_strptr(elf_, names, header.sh_name);
            std::string_view name = text ? text : "";
            if (header.sh_type == SHT_SYMTAB) symbols_ = {section, header};
            if (header.sh_type == SHT_DYNSYM) dynamic_ = {section, header};
            if (header.sh_type == SHT_GNU_versym) versions_ = elf_getdata(section, nullptr);
            if (header.sh_type == SHT_NOTE) notes_.push_back(section);
            if (name == sdt_base) base_ = header.sh_addr;
            probes_.moves_stacks |= name == ".gopclntab" || name == ".data.rel.ro.gopclntab";
        }
    }

    // Code is in segments that are executed, and a semaphore in one that isn't.
    std::optional<std::uint64_t> offset_of(std::uint64_t address, bool code) const {
        for (const GElf_Phdr& each : segments_)
            if (bool(each.p_flags & PF_X) == code && each.p_vaddr <= address && address - each.p_vaddr < each.p_filesz)
                return address - each.p_vaddr + each.p_offset;
        return std::nullopt;
    }

    void read_symbols(const Table& table, Elf_Data* versions) {
        Elf_Data* data = elf_getdata(table.section, nullptr);
        if (!data || !table.header.sh_entsize) return;
        for (int i = 0; i < static_cast<int>(table.header.sh_size / table.header.sh_entsize); i++) {
            GElf_Sym symbol;
            if (!gelf_getsym(data, i, &symbol) || symbol.st_shndx == SHN_UNDEF) continue;
            int kind = GELF_ST_TYPE(symbol.st_info);
            if (kind != STT_FUNC && kind != STT_GNU_IFUNC) continue;
            GElf_Versym version = 0;
            if (versions && gelf_getversym(versions, i, &version) && version & hidden_version) continue;
            const char* text = elf_strptr(elf_, table.header.sh_link, symbol.st_name);
            std::optional<std::uint64_t> offset = offset_of(symbol.st_value, /*code=*/true);
            if (!text || !*text || !offset) continue;
            std::string_view name = text;
            bool is_default = name.find("@@") != std::string_view::npos;  // .symtab has versions in its names
            if (!is_default && name.find('@') != std::string_view::npos) continue;
            probes_.functions.push_back(
                {std::string(name.substr(0, name.find('@'))), *offset, symbol.st_size, kind == STT_GNU_IFUNC});
        }
    }

    // A static function may have the name of others: the first of them stays.
    void sort_functions() const {
        auto before = [](const ElfFunction& one, const ElfFunction& other) { return one.name < other.name; };
        auto same = [](const ElfFunction& one, const ElfFunction& other) { return one.name == other.name; };
        auto& all = probes_.functions;
        std::stable_sort(all.begin(), all.end(), before);
        all.erase(std::unique(all.begin(), all.end(), same), all.end());
    }

    void read_notes(Elf_Scn* section) {
        Elf_Data* data = elf_getdata(section, nullptr);
        std::size_t name = 0, description = 0;
        GElf_Nhdr note;
        for (std::size_t at = 0; data && (at = gelf_getnote(data, at, &note, &name, &description));) {
            const char* bytes = static_cast<const char*>(data->d_buf);
            if (note.n_type == sdt_note && std::string_view(bytes + name, note.n_namesz) == sdt_owner)
                read_place({bytes + description, note.n_descsz});
        }
    }

    void read_place(std::string_view text) {
        std::uint64_t addresses[sdt_addresses];  // the probe's, that of the base section, the semaphore's
        if (text.size() < sizeof(addresses)) return;
        std::memcpy(addresses, text.data(), sizeof(addresses));
        text.remove_prefix(sizeof(addresses));
        std::string words[3];
        for (std::string& word : words) {
            word = text.substr(0, text.find('\0'));
            text.remove_prefix(std::min(text.size(), word.size() + 1));
        }
        std::uint64_t moved = base_ ? *base_ - addresses[1] : 0;
        std::optional<std::uint64_t> offset = offset_of(addresses[0] + moved, /*code=*/true);
        if (!offset || words[0].empty() || words[1].empty()) return;
        std::optional<std::uint64_t> semaphore;
        if (addresses[2]) semaphore = offset_of(addresses[2] + moved, /*code=*/false);
        if (addresses[2] && !semaphore) return;
        words[2] = without_symbols(words[2], addresses[0] + moved);
        probes_.usdt.push_back({words[0], words[1], words[2], *offset, semaphore.value_or(0)});
    }

    // "4@counter+8(%rip)" with a distance in place of the symbol, as of a program that has stopped at the probe.
    std::string without_symbols(const std::string& arguments, std::uint64_t address) const {
        constexpr std::string_view relative = "(%rip)";
        std::string all;
        for (std::string& each : split_operands(arguments)) {
            std::size_t at = each.find('@') + 1;
            if (at && each.ends_with(relative)) {
                std::string name = each.substr(at, each.size() - at - relative.size());
                std::size_t sign = name.find_first_of("+-");
                std::uint64_t added = 0;
                if (sign != std::string::npos) added = std::strtoull(name.c_str() + sign, nullptr, 0);
                if (std::optional<std::uint64_t> object = object_at(name.substr(0, sign)))
                    each = each.substr(0, at) + std::to_string(static_cast<std::int64_t>(*object + added - address)) +
                           std::string(relative);
            }
            all += (all.empty() ? "" : " ") + each;
        }
        return all;
    }

    std::optional<std::uint64_t> object_at(const std::string& name) const {
        for (const std::optional<Table>& table : {symbols_, dynamic_}) {
            Elf_Data* data = table ? elf_getdata(table->section, nullptr) : nullptr;
            if (!data || !table->header.sh_entsize) continue;
            for (int i = 0; i < static_cast<int>(table->header.sh_size / table->header.sh_entsize); i++) {
                GElf_Sym symbol;
                if (!gelf_getsym(data, i, &symbol) || symbol.st_shndx == SHN_UNDEF) continue;
                const char* text = elf_strptr(elf_, table->header.sh_link, symbol.st_name);
                if (text && name == text) return symbol.st_value;
            }
        }
        return std::nullopt;
    }

    Elf* elf_;
    ElfProbes& probes_;
    std::vector<GElf_Phdr> segments_;
    std::vector<Elf_Scn*> notes_;
    std::optional<Table> symbols_, dynamic_;
    Elf_Data* versions_ = nullptr;
    std::optional<std::uint64_t> base_;
};

}  // namespace

ElfProbes read_elf_probes(const std::string& path) {
    elf_version(EV_CURRENT);
    // A device or a pipe of that name would keep its reader waiting.
    UniqueFd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!fd) throw Error::os("read the functions", errno, path);
    struct stat status{};
    if (fstat(fd.get(), &status)) throw Error::os("read the functions", errno, path);
    std::unique_ptr<Elf, decltype(&elf_end)> elf(
        S_ISREG(status.st_mode) ? elf_begin(fd.get(), ELF_C_READ, nullptr) : nullptr, elf_end);
    GElf_Ehdr header;
    if (!elf || elf_kind(elf.get()) != ELF_K_ELF || !gelf_getehdr(elf.get(), &header))
        throw Error(ErrorKind::Usage, path + " is no ELF file: name a program or a shared library, not a script");
    if (header.e_type != ET_EXEC && header.e_type != ET_DYN)
        throw Error(ErrorKind::Usage, path + " is not linked: name a program or a shared library");
    if (header.e_machine != own_code)
        throw Error(ErrorKind::Usage, path +
                                          " is of another architecture: only this machine's own 64-bit programs and "
                                          "libraries can be probed");
    ElfProbes probes;
    ProbeReader(elf.get(), probes).read();
    return probes;
}

}  // namespace traceleft
