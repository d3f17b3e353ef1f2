// SPDX-License-Identifier: MIT
#include "symbolizer.h"

#include <link.h>
#include <unistd.h>
#include <unwind.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <sstream>

#include "elf_file.h"

namespace traceleft {

namespace {

std::string executable() {
    std::error_code failed;
    std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", failed);
    return path.string();
}

}  // namespace

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

    const ElfFile::Function* function(std::uintptr_t address) {
        if (!file) file = load();
        return file->function(address - base);
    }

    ElfFile load() const {
        bool is_file = !path.starts_with("linux-vdso") && !path.starts_with("linux-gate");
        if (is_file) return ElfFile(path);
        // Its image fills the pages that its segments lie in.
        auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
        std::size_t size = (ranges.back().end - ranges.front().begin + page - 1) / page * page;
        return ElfFile(reinterpret_cast<char*>(ranges.front().begin), size);
    }

    std::string path;
    std::uintptr_t base = 0;
    std::vector<Range> ranges;
    std::optional<ElfFile> file;
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
        if (const ElfFile::Function* function = object->function(address))
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
