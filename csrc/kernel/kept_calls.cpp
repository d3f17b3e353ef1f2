// SPDX-License-Identifier: MIT
#include "kept_calls.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <cerrno>

#include "at_fork.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr const char* kept_map = "kept_calls";
constexpr const char* entry_program = "enter_source";

}  // namespace

KeptCalls::KeptCalls(Dispatcher& dispatcher, const std::vector<std::string>& sources) : dispatcher_(dispatcher) {
    for (const std::string& source : sources)
        if (dispatcher.is_pair(source)) size_ = std::max(size_, dispatcher.kept_size(source));
    if (!size_) return;
    // Functions of user space may never return: of exit(), longjmp(), a thread that is killed.
    if (std::any_of(sources.begin(), sources.end(), [](const auto& each) { return is_user_probe(each); }))
        type_ = BPF_MAP_TYPE_LRU_HASH;
    NoFork until_kept;
    table_ = UniqueFd(bpf_map_create(type_, kept_map, sizeof(wire::kept_key), size_, most, nullptr));
    if (!table_) throw Error::os("make room for functions that are running", errno);
}

bpf_program* KeptCalls::share(BpfObject& object, const std::string& source) {
    if (!dispatcher_.is_pair(source)) return nullptr;
    bpf_map* map = object.map(kept_map);
    if (!map || bpf_map__set_autocreate(map, true) || bpf_map__set_value_size(map, size_) ||
        bpf_map__set_type(map, type_))
        throw Error::os("size map " + std::string(kept_map), map ? errno : ENOENT, object.path());
    object.reuse_map(kept_map, table_.get());
    object.set_constant("traceleft_function", functions_++);
    bpf_program* program = object.program(entry_program);
    dispatcher_.select_source_program(object, program, source, Side::entry);
    return program;
}

SlotProgram KeptCalls::entry(const std::string& source, const bpf_program* program) {
    return {source, Side::entry, entry_program, bpf_program__fd(program), /*records=*/false};
}

}  // namespace traceleft
