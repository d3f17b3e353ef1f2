// SPDX-License-Identifier: MIT
#include "assembler.h"

#include <algorithm>
#include <string>

#include "error.h"

namespace traceleft::ask {

namespace {

// More than any question that a person writes has, and few enough for all jumps' offsets.
constexpr std::size_t most_instructions = 4000;

std::uint8_t size_bits(std::uint32_t size) {
    switch (size) {
        case 1:
            return BPF_B;
        case 2:
            return BPF_H;
        case 4:
            return BPF_W;
        default:
            return BPF_DW;
    }
}

std::uint8_t bits(Alu alu) { return static_cast<std::uint8_t>(alu); }
std::uint8_t bits(Jump jump) { return static_cast<std::uint8_t>(jump); }

}  // namespace

Jump opposite(Jump jump) {
    switch (jump) {
        case Jump::Equal:
            return Jump::Unequal;
        case Jump::Unequal:
            return Jump::Equal;
        case Jump::Less:
            return Jump::GreaterEqual;
        case Jump::LessEqual:
            return Jump::Greater;
        case Jump::Greater:
            return Jump::LessEqual;
        case Jump::GreaterEqual:
            return Jump::Less;
        case Jump::SignedLess:
            return Jump::SignedGreaterEqual;
        case Jump::SignedLessEqual:
            return Jump::SignedGreater;
        case Jump::SignedGreater:
            return Jump::SignedLessEqual;
        case Jump::SignedGreaterEqual:
            return Jump::SignedLess;
    }
    return jump;
}

Assembler::Label Assembler::label() { return {labels_++}; }

void Assembler::place(Label label) {
    for (const Waiting& each : waiting_) {
        if (each.label != label.number) continue;
        instructions_[each.instruction].off = static_cast<std::int16_t>(instructions_.size() - each.instruction - 1);
        reachable_ = true;
    }
    std::erase_if(waiting_, [&](const Waiting& each) { return each.label == label.number; });
}

bool Assembler::is_awaited(Label label) const {
    return std::any_of(waiting_.begin(), waiting_.end(),
                       [&](const Waiting& each) { return each.label == label.number; });
}

void Assembler::write(std::uint8_t code, Reg to, Reg from, std::int16_t offset, std::uint64_t number) {
    if (!reachable_) return;
    bpf_insn instruction{};
    instruction.code = code;
    instruction.dst_reg = static_cast<std::uint8_t>(to);
    instruction.src_reg = static_cast<std::uint8_t>(from);
    instruction.off = offset;
    instruction.imm = static_cast<std::int32_t>(number);
    instructions_.push_back(instruction);
}

void Assembler::write_jump(std::uint8_t code, Reg left, Reg right, std::uint64_t number, Label to) {
    if (!reachable_) return;
    waiting_.push_back({to.number, instructions_.size()});
    write(code, left, right, 0, number);
}

void Assembler::jump(Label to) {
    write_jump(BPF_JMP | BPF_JA, Reg::R0, Reg::R0, 0, to);
    reachable_ = false;
}

void Assembler::jump_if(Jump jump, Reg left, Reg right, Label to) {
    write_jump(BPF_JMP | BPF_X | bits(jump), left, right, 0, to);
}

void Assembler::jump_if(Jump jump, Reg left, std::uint64_t right, Label to) {
    write_jump(BPF_JMP | BPF_K | bits(jump), left, Reg::R0, right, to);
}

void Assembler::jump_if_low(Jump jump, Reg left, std::uint32_t right, Label to) {
    write_jump(BPF_JMP32 | BPF_K | bits(jump), left, Reg::R0, right, to);
}

void Assembler::set(Reg to, std::uint64_t number) {
    if (fits_instruction(number)) return write(BPF_ALU64 | BPF_MOV | BPF_K, to, Reg::R0, 0, number);
    write(BPF_LD | BPF_DW | BPF_IMM, to, Reg::R0, 0, number);
    write(0, Reg::R0, Reg::R0, 0, number >> 32);
}

void Assembler::copy(Reg to, Reg from) { write(BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0, 0); }

void Assembler::compute(Alu alu, Reg to, Reg by) { write(BPF_ALU64 | BPF_X | bits(alu), to, by, 0, 0); }

void Assembler::compute(Alu alu, Reg to, std::uint64_t by) { write(BPF_ALU64 | BPF_K | bits(alu), to, Reg::R0, 0, by); }

void Assembler::negate(Reg reg) { write(BPF_ALU64 | BPF_NEG, reg, Reg::R0, 0, 0); }

void Assembler::cut_to_32(Reg reg) { write(BPF_ALU | BPF_MOV | BPF_X, reg, reg, 0, 0); }

void Assembler::from_network(Reg reg, std::uint32_t size) {
    write(BPF_ALU | BPF_END | BPF_TO_BE, reg, Reg::R0, 0, size * 8);
}

void Assembler::load(std::uint32_t size, Reg to, Reg base, std::uint32_t offset) {
    write(BPF_LDX | BPF_MEM | size_bits(size), to, base, static_cast<std::int16_t>(offset), 0);
}

void Assembler::store(std::uint32_t size, Reg base, std::uint32_t offset, Reg from) {
    write(BPF_STX | BPF_MEM | size_bits(size), base, from, static_cast<std::int16_t>(offset), 0);
}

void Assembler::store_number(Reg base, std::uint32_t offset, std::uint64_t number) {
    write(BPF_ST | BPF_MEM | BPF_DW, base, Reg::R0, static_cast<std::int16_t>(offset), number);
}

std::vector<bpf_insn> Assembler::finish() {
    if (instructions_.size() > most_instructions)
        throw Error(ErrorKind::Usage, "the question takes " + std::to_string(instructions_.size()) +
                                          " instructions, and the kernel is given at most " +
                                          std::to_string(most_instructions) + ": ask for less at a time");
    return std::move(instructions_);
}

}  // namespace traceleft::ask
