// SPDX-License-Identifier: MIT
#include "symbolizer.h"

#include <cxxabi.h>
#include <elf.h>
#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <link.h>
#include <unistd.h>
#include <unwind.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "unique_fd.h"

namespace traceleft {

namespace {

constexpr std::size_t longest_arguments = 32;

struct Function {
    std::uint64_t begin;  // as the file has it
    std::uint64_t size;
    std::string name;
};

using Elf_ = std::unique_ptr<Elf, decltype(&elf_end)>;

void read_symbols(Elf* elf, std::uint32_t type, std::vector<Function>& functions) {
    for (Elf_Scn* section = elf_nextscn(elf, nullptr); section; section = elf_nextscn(elf, section)) {
        GElf_Shdr header;
        if (!gelf_getshdr(section, &header) || header.sh_type != type || !header.sh_entsize) continue;
        Elf_Data* data = elf_getdata(section, nullptr);
        if (!data) continue;
        for (int i = 0; i < static_cast<int>(header.sh_size / header.sh_entsize); i++) {
            GElf_Sym symbol;
            if (!gelf_getsym(data, i, &symbol) || symbol.st_shndx == SHN_UNDEF) continue;
            int kind = GELF_ST_TYPE(symbol.st_info);
            if (kind != STT_FUNC && kind != STT_GNU_IFUNC) continue;
            const char* name = elf_strptr(elf, header.sh_link, symbol.st_name);
            if (name && *name) functions.push_back({symbol.st_value, symbol.st_size, name});
        }
    }
}

/// Sorts the functions by their beginning, and keeps one for each.
std::vector<Function> read_functions(Elf* elf) {
    std::vector<Function> functions;
    if (!elf) return functions;
    read_symbols(elf, SHT_SYMTAB, functions);
    read_symbols(elf, SHT_DYNSYM, functions);
    auto begins_before = [](const Function& one, const Function& other) { return one.begin < other.begin; };
    std::stable_sort(functions.begin(), functions.end(), begins_before);
    auto same = [](const Function& one, const Function& other) { return one.begin == other.begin; };
    functions.erase(std::unique(functions.begin(), functions.end(), same), functions.end());
    return functions;
}

std::string executable() {
    std::error_code failed;
    std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", failed);
    return path.string();
}

/// The place of the bracket `open` that belongs to the last `close` in `text`; npos where there is none.
std::size_t opening_of(std::string_view text, char open, char close) {
    int depth = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        if (text[i] == close) depth++;
        if (text[i] == open && !--depth) return i;
    }
    return std::string_view::npos;
}

constexpr std::string_view operator_word = "operator";

/// Whether it ends in an operator's name, or a part of one: operator, operator<, operator().
bool ends_in_operator(std::string_view text) {
    std::size_t begin = text.rfind(operator_word);
    return begin != std::string_view::npos &&
           text.find_first_not_of("<>=-!+*/%&|^~()[],", begin + operator_word.size()) == std::string_view::npos;
}

/// Whether the bracket at `at` belongs to an operator's name.
bool in_operator(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 2;  // of its characters, before the last
    std::string_view before = text.substr(0, at);
    return ends_in_operator(before) && before.size() - before.rfind(operator_word) - operator_word.size() <= longest;
}

/// The place of the bracket that closes the one at `open`.
std::size_t closing_of(std::string_view text, std::size_t open) {
    char close = text[open] == '<' ? '>' : ')';
    int depth = 0;
    for (std::size_t i = open; i < text.size(); i++) {
        if (text[i] == text[open]) depth++;
        if (text[i] == close && !(close == '>' && text[i - 1] == '-') && !--depth) return i;
    }
    return std::string_view::npos;
}

/// Removes the parameters, and all that follows them: const, [clone .cold].
std::string_view without_parameters(std::string_view name) {
    while (!name.empty()) {
        std::size_t close = name.find_last_of(")]");
        if (close == std::string_view::npos) return name;
        if (name[close] == ']') {
            std::size_t clone = name.rfind(" [clone");
            if (clone == std::string_view::npos) return name;
            name = name.substr(0, clone);
            continue;
        }
        // "f() const", but not "(anonymous namespace)::x" or "f()::{lambda()#1}::x".
        std::string_view behind = name.substr(close + 1);
        if (!behind.empty() && behind.front() != ' ') return name;
        std::size_t open = opening_of(name.substr(0, close + 1), '(', ')');
        if (open == std::string_view::npos || !open) return name;
        return name.substr(0, open);
    }
    return name;
}

/// Shortens "int f<char>" to "f<char>": the part behind the last blank outside of brackets.
std::string_view without_return_type(std::string_view name) {
    int depth = 0;
    for (std::size_t i = name.size(); i-- > 0;) {
        char each = name[i];
        bool bracket = std::string_view("<>(){}[]").find(each) != std::string_view::npos;
        if (bracket && in_operator(name, i)) continue;
        if (bracket) depth += std::string_view(">)}]").find(each) != std::string_view::npos ? 1 : -1;
        if (each != ' ' || depth) continue;
        if (ends_in_operator(name.substr(0, i))) continue;  // operator bool, operator<< <int>
        return name.substr(i + 1);
    }
    return name;
}

/// Removes the marks of functions whose types differ between two versions of the compiler's library: f[abi:cxx11].
std::string without_abi_tags(std::string name) {
    for (std::size_t begin = 0; (begin = name.find("[abi:", begin)) != std::string::npos;)
        name.erase(begin, name.find(']', begin) - begin + 1);
    return name;
}

/// Replaces long template arguments by "...", and long parameters of a function around a local name.
std::string with_short_arguments(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); i++) {
        bool opens = (name[i] == '<' || name[i] == '(') && !in_operator(name, i);
        std::size_t end = opens ? closing_of(name, i) : i;
        if (end == std::string_view::npos) return std::string(name);  // no brackets after all
        if (end - i > longest_arguments) {
            out.append({name[i], '.', '.', '.', name[end]});
            i = end;
        } else {
            out += name[i];
        }
    }
    return out;
}

}  // namespace

std::string short_function_name(const std::string& symbol) {
    std::string mangled = symbol.substr(0, symbol.find('@'));  // a version: memcpy@GLIBC_2.14
    int status = 0;
    std::unique_ptr<char, decltype(&std::free)> demangled(
        abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
    if (status || !demangled) return mangled;
    std::string name = without_abi_tags(demangled.get());
    return with_short_arguments(without_return_type(without_parameters(name)));
}

/// A file that is mapped, whose functions are read when they are first asked for.
struct Symbolizer::Object {
    struct Range {
        std::uintptr_t begin;
        std::uintptr_t end;
    };

    bool contains(std::uintptr_t address) const {
        return std::any_of(ranges.begin(), ranges.end(),
                           [&](const Range& range) { return range.begin <= address && address < range.end; });
    }

    const Function* function(std::uintptr_t address) {
        if (!read) {
            functions = load();
            read = true;
        }
        std::uint64_t value = address - base;
        auto behind = std::upper_bound(functions.begin(), functions.end(), value,
                                       [](std::uint64_t each, const Function& one) { return each < one.begin; });
        // A function without a size, as assembly writes them, goes on up to the next.
        while (behind != functions.begin()) {
            const Function& candidate = *--behind;
            if (!candidate.size || value < candidate.begin + candidate.size) return &candidate;
            // A function that ended before the address may lie within one that has not; that begins not far before.
            if (value - candidate.begin > most_nested) return nullptr;
        }
        return nullptr;
    }

    std::vector<Function> load() const {
        elf_version(EV_CURRENT);
        if (path.starts_with("linux-vdso") || path.starts_with("linux-gate")) {
            // There is no file; its image fills the pages that its segments lie in.
            auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
            std::size_t size = (ranges.back().end - ranges.front().begin + page - 1) / page * page;
            Elf_ elf(elf_memory(reinterpret_cast<char*>(ranges.front().begin), size), elf_end);
            return read_functions(elf.get());
        }
        UniqueFd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!fd) return {};
        Elf_ elf(elf_begin(fd.get(), ELF_C_READ, nullptr), elf_end);
        return read_functions(elf.get());
    }

    static constexpr std::uint64_t most_nested = 64 * 1024;

    std::string path;
    std::uintptr_t base = 0;
    std::vector<Range> ranges;
    std::vector<Function> functions;
    bool read = false;
};

Symbolizer::Symbolizer() {
    dl_iterate_phdr(
        [](dl_phdr_info* info, std::size_t, void* data) {
            auto& objects = *static_cast<std::vector<std::unique_ptr<Object>>*>(data);
            auto object = std::make_unique<Object>();
            object->path = *info->dlpi_name ? info->dlpi_name : executable();
            object->base = info->dlpi_addr;
            for (int i = 0; i < info->dlpi_phnum; i++) {
                const ElfW(Phdr)& segment = info->dlpi_phdr[i];
                if (segment.p_type != PT_LOAD) continue;
                std::uintptr_t begin = info->dlpi_addr + segment.p_vaddr;
                object->ranges.push_back({begin, begin + segment.p_memsz});
            }
            objects.push_back(std::move(object));
            return 0;
        },
        &objects_);
}

Symbolizer::~Symbolizer() = default;

const Symbol& Symbolizer::symbol(std::uintptr_t address) {
    auto [place, is_new] = known_.try_emplace(address);
    if (is_new) place->second = find(address);
    return place->second;
}

Symbol Symbolizer::find(std::uintptr_t address) {
    for (const std::unique_ptr<Object>& object : objects_) {
        if (!object->contains(address)) continue;
        if (const Function* function = object->function(address))
            return {short_function_name(function->name), object->path};
        void* begin = _Unwind_FindEnclosingFunction(reinterpret_cast<void*>(address));
        std::uintptr_t start = begin ? reinterpret_cast<std::uintptr_t>(begin) : address;
        std::ostringstream name;
        name << object->path.substr(object->path.rfind('/') + 1) << "+0x" << std::hex << start - object->base;
        return {name.str(), object->path};
    }
    return {"[unknown]", ""};
}

}  // namespace traceleft
