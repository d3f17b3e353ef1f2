// SPDX-License-Identifier: MIT
#include "question_code.h"

#include <traceleft/event.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "error.h"

namespace traceleft {

namespace {

bool is_placeholder(const bpf_insn& instruction) {
    return instruction.code == (BPF_ALU64 | BPF_MOV | BPF_K) && instruction.dst_reg == BPF_REG_0 &&
           instruction.imm == wire::QUESTION_CODE;
}

bpf_insn jump(std::ptrdiff_t offset) {
    bpf_insn instruction{};
    instruction.code = BPF_JMP | BPF_JA;
    instruction.off = static_cast<std::int16_t>(offset);
    return instruction;
}

}  // namespace

// They follow the program's last instruction, and a jump leads there and another one back: so no other jump of the
// program changes its length.
void insert_question(bpf_program* program, const std::vector<bpf_insn>& instructions) {
    const bpf_insn* first = bpf_program__insns(program);
    std::vector<bpf_insn> all(first, first + bpf_program__insn_cnt(program));
    auto place = std::find_if(all.begin(), all.end(), is_placeholder);
    std::string name = bpf_program__name(program);
    if (place == all.end() || std::any_of(place + 1, all.end(), is_placeholder))
        throw Error(ErrorKind::Load,
                    name + " has not one place for a question's instructions: traceleft's own objects are damaged");
    std::ptrdiff_t at = place - all.begin();
    std::ptrdiff_t begin = static_cast<std::ptrdiff_t>(all.size());
    std::ptrdiff_t end = begin + static_cast<std::ptrdiff_t>(instructions.size());
    if (end - at > INT16_MAX)
        throw Error(ErrorKind::Load,
                    "a question of " + std::to_string(instructions.size()) + " instructions is too long");
    all[at] = jump(begin - (at + 1));
    all.insert(all.end(), instructions.begin(), instructions.end());
    all.push_back(jump(at + 1 - (end + 1)));
    if (int refused = bpf_program__set_insns(program, all.data(), all.size()))
        throw Error::os("put a question into " + name, -refused);
}

}  // namespace traceleft
