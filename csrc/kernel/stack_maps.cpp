// SPDX-License-Identifier: MIT
#include "stack_maps.h"

#include <bpf/bpf.h>
#include <traceleft/stack.h>
#include <traceleft/unwind_tables.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "at_fork.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr std::uint32_t most_pythons = 4096;        // processes
constexpr std::uint32_t most_python_codes = 16384;  // functions

UniqueFd create(bpf_map_type type, const char* name, std::size_t key, std::size_t value, std::uint32_t entries,
                std::uint32_t flags = 0) {
    NoFork until_kept;
    LIBBPF_OPTS(bpf_map_create_opts, options, .map_flags = flags);
    UniqueFd map(bpf_map_create(type, name, static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(value), entries,
                                &options));
    if (!map) throw Error::os("make room for " + std::string(name), errno);
    return map;
}

}  // namespace

StackMaps::StackMaps(StackChoice choice) : choice_(choice) {
    if (choice.any() && choice.max_stacks < 1)
        throw Error(ErrorKind::Usage, "there must be room for one stack at least");
    auto room = [&](std::uint32_t entries) { return choice.any() ? entries : 1; };
    stacks_ = create(BPF_MAP_TYPE_HASH, "stacks", sizeof(std::uint64_t), sizeof(wire::stack), room(choice.max_stacks));
    stack_rooms_ = create(BPF_MAP_TYPE_PERCPU_ARRAY, "stack_rooms", sizeof(std::uint32_t), sizeof(wire::stack_room), 1);
    pythons_ =
        create(BPF_MAP_TYPE_HASH, "pythons", sizeof(std::uint32_t), sizeof(wire::python_process), room(most_pythons));
    python_codes_ = create(BPF_MAP_TYPE_HASH, "python_codes", sizeof(std::uint64_t), sizeof(wire::python_code),
                           room(most_python_codes));
    python_rooms_ =
        create(BPF_MAP_TYPE_PERCPU_ARRAY, "python_rooms", sizeof(std::uint32_t), sizeof(wire::python_code), 1);
    auto room_of_users = [&](std::uint32_t entries) { return choice.user ? entries : 1; };
    unwind_rows_ = create(BPF_MAP_TYPE_ARRAY, "unwind_rows", sizeof(std::uint32_t), sizeof(wire::unwind_row),
                          room_of_users(wire::UNWIND_ROWS), BPF_F_MMAPABLE);
    unwind_processes_ = create(BPF_MAP_TYPE_HASH, "unwind_processes", sizeof(std::uint32_t),
                               sizeof(wire::unwind_process), room_of_users(wire::UNWIND_PROCESSES));
    unwind_asked_ =
        create(BPF_MAP_TYPE_RINGBUF, "unwind_asked", 0, 0, static_cast<std::uint32_t>(sysconf(_SC_PAGESIZE)));
}

void StackMaps::share(BpfObject& object) const {
    const std::pair<const char*, const UniqueFd&> maps[] = {{"stacks", stacks_},
                                                            {"stack_rooms", stack_rooms_},
                                                            {"pythons", pythons_},
                                                            {"python_codes", python_codes_},
                                                            {"python_rooms", python_rooms_},
                                                            {"unwind_rows", unwind_rows_},
                                                            {"unwind_processes", unwind_processes_},
                                                            {"unwind_asked", unwind_asked_}};
    for (const auto& [name, fd] : maps) {
        bpf_map* map = object.map(name);
        if (!map || bpf_map__set_autocreate(map, true))
            throw Error::os("share map " + std::string(name), map ? errno : ENOENT, object.path());
        object.reuse_map(name, fd.get());
    }
}

}  // namespace traceleft
