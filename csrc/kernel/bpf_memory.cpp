// SPDX-License-Identifier: MIT
#include "bpf_memory.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

namespace traceleft {

namespace {

/// A file descriptor of BPF, as /proc/self/fdinfo describes it.
struct BpfFd {
    std::int64_t id = 0;
    std::int64_t bytes = 0;
    std::int64_t map_type = 0;
    std::int64_t max_entries = 0;
};

BpfFd read_fdinfo(const std::string& fd) {
    BpfFd found;
    std::ifstream lines("/proc/self/fdinfo/" + fd);
    for (std::string key; lines >> key;) {
        std::int64_t value = 0;
        if (key == "memlock:" && lines >> value) found.bytes = value;
        if ((key == "map_id:" || key == "prog_id:") && lines >> value) found.id = value;
        if (key == "map_type:" && lines >> value) found.map_type = value;
        if (key == "max_entries:" && lines >> value) found.max_entries = value;
    }
    // Linux 5.11 to 6.3 multiply the entries by the size of key and value. A ring has neither: its entries are bytes.
    if (found.map_type == BPF_MAP_TYPE_RINGBUF && !found.bytes) found.bytes = found.max_entries;
    return found;
}

template <typename Info>
std::string name_of(int fd) {
    Info info{};
    __u32 size = sizeof(info);
    return bpf_obj_get_info_by_fd(fd, &info, &size) ? "" : info.name;
}

}  // namespace

std::vector<HeldMemory> bpf_memory() {
    std::vector<HeldMemory> held;
    std::set<std::pair<bool, std::int64_t>> seen;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", gone)) {
        std::string fd = entry.path().filename().string();
        std::string kind = std::filesystem::read_symlink(entry.path(), gone).string();
        bool map = kind == "anon_inode:bpf-map";
        if (!map && kind != "anon_inode:bpf-prog") continue;
        BpfFd info = read_fdinfo(fd);
        // Objects that share a map have an fd each.
        if (!info.id || !seen.emplace(map, info.id).second) continue;
        int number = std::atoi(fd.c_str());
        if (map) {
            const char* type = libbpf_bpf_map_type_str(static_cast<bpf_map_type>(info.map_type));
            held.push_back({"bpf_map " + name_of<bpf_map_info>(number),
                            std::string("kernel memory: ") + (type ? type : "map"), 1, info.bytes});
        } else {
            held.push_back({"bpf_program " + name_of<bpf_prog_info>(number), "kernel memory: program", 1, info.bytes});
        }
    }
    return held;
}

}  // namespace traceleft
