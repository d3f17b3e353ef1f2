// SPDX-License-Identifier: MIT
#include "file_maps.h"

#include <bpf/bpf.h>

#include <cerrno>
#include <cstdint>

#include "at_fork.h"
#include "call_files.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr const char* described_calls = "described_calls";
constexpr const char* file_maps[] = {"open_files", described_calls, "path_generation", "root_exits"};
constexpr std::uint32_t most_open_files = 65536;   // those that were seen last
constexpr std::uint32_t most_closed_files = 8192;  // threads that are in close() and its like at once

void share_map(BpfObject& object, const char* name, int fd) {
    bpf_map__set_autocreate(object.map(name), true);
    object.reuse_map(name, fd);
}

void create_once(UniqueFd& fd, const bpf_map* map, bpf_map_type type, const char* name, std::uint32_t entries) {
    if (fd) return;
    NoFork until_kept;
    fd = UniqueFd(bpf_map_create(type, name, bpf_map__key_size(map), bpf_map__value_size(map), entries, nullptr));
    if (!fd) throw Error::os("make room for what is told of files", errno);
}

}  // namespace

void FileMaps::create(BpfObject& core) {
    core.create_map("open_files", most_open_files);
    core.create_map(described_calls, 2 * wire::ABI_CALLS);
    core.create_map("path_generation", 1);
    core.create_map("root_exits", 1);
}

FileMaps::FileMaps(const BpfObject& core, const EventSchema& schema, const std::vector<SyscallInfo>& syscalls,
                   const std::vector<SyscallInfo>& compat_syscalls)
    : core_(core), schema_(schema), syscalls_(syscalls), compat_syscalls_(compat_syscalls) {
    describe_calls();
}

void FileMaps::share(BpfObject& object) {
    constexpr const char* rooms = "object_rooms";
    constexpr const char* closed_files = "closed_files";
    for (const char* name : file_maps) share_map(object, name, map_fd(core_.map(name)));
    create_once(rooms_, object.map(rooms), BPF_MAP_TYPE_PERCPU_ARRAY, rooms, 1);
    create_once(closed_files_, object.map(closed_files), BPF_MAP_TYPE_LRU_HASH, closed_files, most_closed_files);
    share_map(object, rooms, rooms_.get());
    share_map(object, closed_files, closed_files_.get());
}

void FileMaps::describe_compat_calls() {
    if (!compat_described_) describe_calls();
    compat_described_ = true;
}

void FileMaps::describe_calls() const {
    for (const auto* all : {&syscalls_, &compat_syscalls_})
        for (const SyscallInfo& syscall : *all) {
            std::uint32_t index = (syscall.compat ? wire::ABI_CALLS : 0) + syscall.nr;
            wire::call_files files = call_files(schema_, syscall.name);
            if (index < 2 * wire::ABI_CALLS &&
                bpf_map_update_elem(map_fd(core_.map(described_calls)), &index, &files, BPF_ANY))
                throw Error::os("tell what descriptors mean to " + syscall.name, errno);
        }
}

}  // namespace traceleft
