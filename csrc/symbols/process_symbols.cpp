// SPDX-License-Identifier: MIT
#include "process_symbols.h"

#include <fcntl.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <fstream>

#include "file_content.h"
#include "function_name.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

constexpr const char* vdso = "[vdso]";
constexpr std::size_t longest_perf_map = 64 * 1024 * 1024;  // bytes

std::string hex(std::uint64_t number) {
    char digits[16];
    return "+0x" + std::string(digits, std::to_chars(digits, digits + sizeof(digits), number, 16).ptr);
}

bool is_same(const std::string& path, const MappedFile& file) {
    struct stat there{};
    // A file system that lies on another (btrfs, overlayfs) tells other devices' numbers to stat().
    return !stat(path.c_str(), &there) && S_ISREG(there.st_mode) && there.st_ino == file.inode;
}

/// The number of a process in its own pid namespace, by which it names its file.
std::string own_number(std::uint32_t pid) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    std::string line, last = std::to_string(pid);
    while (std::getline(status, line))
        if (line.starts_with("NSpid:")) last = line.substr(line.find_last_of(" \t") + 1);
    return last;
}

// Anybody can write below /tmp: only the process's own user, or root, is believed.
std::string perf_map_text(std::uint32_t pid) {
    std::string process = "/proc/" + std::to_string(pid);
    std::string path = process + "/root/tmp/perf-" + own_number(pid) + ".map";
    struct stat owner{}, file{};
    if (stat(process.c_str(), &owner)) {
        path = "/tmp/perf-" + std::to_string(pid) + ".map";  // it has exited
        owner.st_uid = geteuid();
    }
    UniqueFd opened(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!opened || fstat(opened.get(), &file) || !S_ISREG(file.st_mode)) return "";
    if (file.st_uid != owner.st_uid && file.st_uid != 0) return "";
    std::string text;
    char part[65536];
    for (ssize_t size; text.size() < longest_perf_map && (size = read(opened.get(), part, sizeof(part))) > 0;)
        text.append(part, static_cast<std::size_t>(size));
    return text;
}

}  // namespace

NamedFrame ProcessSymbols::kernel(std::uint64_t address, bool is_call) {
    if (!kernel_) kernel_ = std::make_unique<KernelSymbols>(file_content("/proc/kallsyms"));
    KernelSymbols::Function found = kernel_->function(address - (is_call ? 1 : 0));
    NamedFrame frame;
    frame.function = found.name.empty() ? "[unknown]" : std::string(found.name);
    frame.file = "[" + std::string(found.module.empty() ? "kernel" : found.module) + "]";
    return frame;
}

NamedFrame ProcessSymbols::user(std::uint32_t pid, std::uint64_t time, std::uint64_t address, bool is_call) {
    std::uint64_t at = address - (is_call ? 1 : 0);
    NamedFrame frame;
    frame.function = "[unknown]";
    const CodeMapping* mapping = images_.find(pid, time, at);
    if (!mapping || (!mapping->file->is_file() && mapping->file->path != vdso)) {
        std::string compiled = perf_map(pid).function(at);
        if (!compiled.empty()) frame.function = compiled;
        return frame;
    }
    frame.file = mapping->file->path;
    frame.offset = at - mapping->begin + mapping->offset;
    frame.function = std::string(file_name(frame.file)) + hex(frame.offset);
    const ElfFile* file = elf(pid, *mapping->file);
    if (!file) return frame;
    frame.build_id = file->build_id();
    std::optional<std::uint64_t> place = file->address_at(frame.offset);
    if (const ElfFile::Function* function = place ? file->function(*place) : nullptr) {
        frame.function = short_function_name(function->name);
        frame.function_offset = *place - function->begin;
    }
    return frame;
}

const ElfFile* ProcessSymbols::elf(std::uint32_t pid, const MappedFile& file) {
    auto [known, is_new] = files_.try_emplace(&file);
    if (!is_new) return known->second ? &*known->second : nullptr;
    if (file.path == vdso) {
        auto image = static_cast<std::uintptr_t>(getauxval(AT_SYSINFO_EHDR));
        constexpr std::size_t pages = 2;  // arch/x86/entry/vdso
        if (image)
            known->second.emplace(reinterpret_cast<char*>(image),
                                  pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)));
        return known->second ? &*known->second : nullptr;
    }
    for (const std::string& path : {"/proc/" + std::to_string(pid) + "/root" + file.path, file.path})
        if (!known->second && is_same(path, file)) known->second.emplace(path);
    return known->second ? &*known->second : nullptr;
}

const PerfMap& ProcessSymbols::perf_map(std::uint32_t pid) {
    auto [known, is_new] = perf_maps_.try_emplace(pid);
    if (is_new) known->second = PerfMap(perf_map_text(pid));
    return known->second;
}

}  // namespace traceleft
