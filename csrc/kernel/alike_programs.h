// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>

#include <string_view>
#include <unordered_map>
#include <vector>

namespace traceleft {

/// The bytes of a program's instructions.
std::string_view instructions_of(const bpf_program* program);

/// Programs of one object of which the kernel gets one in place of all that have the same instructions.
class AlikePrograms {
public:
    /// These may serve in place of each other: they differ by nothing but their instructions and their names.
    void add(std::vector<bpf_program*> programs) { groups_.push_back(std::move(programs)); }
    /// Once all have the instructions that the kernel gets, and before one is loaded: leaves out those that have the
    /// same as one before them.
    void leave_out();
    /// The one that was loaded in its place, or itself.
    const bpf_program* loaded(const bpf_program* program) const;

private:
    std::vector<std::vector<bpf_program*>> groups_;
    std::unordered_map<const bpf_program*, const bpf_program*> loaded_;
};

}  // namespace traceleft
