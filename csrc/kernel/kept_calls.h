// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bpf_object.h"
#include "dispatcher.h"
#include "slot_programs.h"
#include "unique_fd.h"

namespace traceleft {

/// The table in which the entries of functions are kept until these return: bpf/include/traceleft/function.h.
class KeptCalls {
public:
    static constexpr std::uint32_t most = 8192;  ///< calls that run at once

    /// `sources`: all that will share it. Without a pair among them no table is made. Throws Error::os.
    KeptCalls(Dispatcher& dispatcher, const std::vector<std::string>& sources);

    /// Has the programs of a pair, before they are loaded, use the table; returns the one for the function's entry,
    /// which is loaded with them. Null where the source is no pair.
    bpf_program* share(BpfObject& object, const std::string& source);
    /// That program, once it is loaded.
    static SlotProgram entry(const std::string& source, const bpf_program* program);

private:
    Dispatcher& dispatcher_;
    std::uint32_t size_ = 0;  ///< bytes of a value
    bpf_map_type type_ = BPF_MAP_TYPE_HASH;
    std::uint32_t functions_ = 0;
    UniqueFd table_;
};

}  // namespace traceleft
