// SPDX-License-Identifier: MIT
#include "stack_maps.h"

#include <bpf/bpf.h>
#include <traceleft/stack.h>

#include <cerrno>
#include <string>
#include <utility>

#include "at_fork.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr std::uint32_t most_pythons = 4096;        // processes
constexpr std::uint32_t most_python_codes = 16384;  // functions

UniqueFd create(bpf_map_type type, const char* name, std::size_t key, std::size_t value, std::uint32_t entries) {
    NoFork until_kept;
    UniqueFd map(bpf_map_create(type, name, static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(value), entries,
                                nullptr));
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
}

void StackMaps::share(BpfObject& object) const {
    const std::pair<const char*, const UniqueFd&> maps[] = {{"stacks", stacks_},
                                                            {"stack_rooms", stack_rooms_},
                                                            {"pythons", pythons_},
                                                            {"python_codes", python_codes_},
                                                            {"python_rooms", python_rooms_}};
    for (const auto& [name, fd] : maps) {
        bpf_map* map = object.map(name);
        if (!map || bpf_map__set_autocreate(map, true))
            throw Error::os("share map " + std::string(name), map ? errno : ENOENT, object.path());
        object.reuse_map(name, fd.get());
    }
}

}  // namespace traceleft
