// SPDX-License-Identifier: MIT
#include "alike_programs.h"

#include <algorithm>

namespace traceleft {

std::string_view instructions_of(const bpf_program* program) {
    return {reinterpret_cast<const char*>(bpf_program__insns(program)),
            bpf_program__insn_cnt(program) * sizeof(bpf_insn)};
}

void AlikePrograms::leave_out() {
    for (std::vector<bpf_program*>& group : groups_) {
        std::sort(group.begin(), group.end());  // as they are loaded, for the first of all is about to be
        std::unordered_map<std::string_view, const bpf_program*> first;
        for (bpf_program* program : group) {
            auto [same, is_first] = first.try_emplace(instructions_of(program), program);
            if (!is_first && !bpf_program__set_autoload(program, false)) loaded_[program] = same->second;
        }
    }
    groups_.clear();
}

const bpf_program* AlikePrograms::loaded(const bpf_program* program) const {
    auto found = loaded_.find(program);
    return found == loaded_.end() ? program : found->second;
}

}  // namespace traceleft
