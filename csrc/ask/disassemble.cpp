// SPDX-License-Identifier: MIT
#include "disassemble.h"

#include <cstdint>
#include <string>

namespace traceleft::ask {

namespace {

std::string reg(unsigned number, bool low = false) { return (low ? "w" : "r") + std::to_string(number); }

std::string text_of(std::int64_t number) {
    if (number > -4096 && number < 4096) return std::to_string(number);
    char digits[24];
    std::snprintf(digits, sizeof(digits), "0x%llx", static_cast<unsigned long long>(number));
    return digits;
}

const char* type_of(std::uint8_t code) {
    static const char* const types[] = {"u32", "u16", "u8", "u64"};  // BPF_W, BPF_H, BPF_B, BPF_DW
    return types[BPF_SIZE(code) >> 3];
}

std::string place(const bpf_insn& each, unsigned base) {
    std::string offset = each.off < 0 ? " - " + std::to_string(-each.off) : " + " + std::to_string(each.off);
    return std::string("*(") + type_of(each.code) + " *)(" + reg(base) + offset + ")";
}

const char* comparison(std::uint8_t code) {
    switch (BPF_OP(code)) {
        case BPF_JEQ:
            return "==";
        case BPF_JNE:
            return "!=";
        case BPF_JLT:
            return "<";
        case BPF_JLE:
            return "<=";
        case BPF_JGT:
            return ">";
        case BPF_JGE:
            return ">=";
        case BPF_JSLT:
            return "s<";
        case BPF_JSLE:
            return "s<=";
        case BPF_JSGT:
            return "s>";
        case BPF_JSGE:
            return "s>=";
        default:
            return "&";
    }
}

const char* operation(std::uint8_t code) {
    switch (BPF_OP(code)) {
        case BPF_ADD:
            return "+=";
        case BPF_SUB:
            return "-=";
        case BPF_MUL:
            return "*=";
        case BPF_DIV:
            return "/=";
        case BPF_MOD:
            return "%=";
        case BPF_AND:
            return "&=";
        case BPF_OR:
            return "|=";
        case BPF_XOR:
            return "^=";
        case BPF_LSH:
            return "<<=";
        case BPF_RSH:
            return ">>=";
        case BPF_ARSH:
            return "s>>=";
        default:
            return "=";
    }
}

std::string jump(const bpf_insn& each, std::size_t at) {
    std::string to = "goto " + std::to_string(at + 1 + static_cast<std::size_t>(each.off));
    if (BPF_OP(each.code) == BPF_JA) return to;
    bool low = BPF_CLASS(each.code) == BPF_JMP32;
    std::string right = BPF_SRC(each.code) == BPF_X ? reg(each.src_reg, low) : text_of(each.imm);
    return "if " + reg(each.dst_reg, low) + " " + comparison(each.code) + " " + right + " " + to;
}

std::string arithmetic(const bpf_insn& each) {
    bool low = BPF_CLASS(each.code) == BPF_ALU;
    std::string to = reg(each.dst_reg, low);
    if (BPF_OP(each.code) == BPF_END)
        return reg(each.dst_reg) + " = be" + std::to_string(each.imm) + " " + reg(each.dst_reg);
    if (BPF_OP(each.code) == BPF_NEG) return to + " = -" + to;
    return to + " " + operation(each.code) + " " +
           (BPF_SRC(each.code) == BPF_X ? reg(each.src_reg, low) : text_of(each.imm));
}

std::string wide(const bpf_insn& low, const bpf_insn& high) {
    return reg(low.dst_reg) + " = " +
           text_of(static_cast<std::int64_t>(static_cast<std::uint32_t>(low.imm) |
                                             std::uint64_t{static_cast<std::uint32_t>(high.imm)} << 32)) +
           " ll";
}

std::string line(const std::vector<bpf_insn>& code, std::size_t at) {
    const bpf_insn& each = code[at];
    switch (BPF_CLASS(each.code)) {
        case BPF_LD:
            return wide(each, code[at + 1]);
        case BPF_LDX:
            return reg(each.dst_reg) + " = " + place(each, each.src_reg);
        case BPF_ST:
            return place(each, each.dst_reg) + " = " + text_of(each.imm);
        case BPF_STX:
            return place(each, each.dst_reg) + " = " + reg(each.src_reg);
        case BPF_JMP:
        case BPF_JMP32:
            return jump(each, at);
        default:
            return arithmetic(each);
    }
}

}  // namespace

std::string disassemble(const Program& program) {
    std::string text;
    const std::vector<bpf_insn>& code = program.instructions;
    for (std::size_t at = 0; at < code.size(); at++) {
        std::string number = std::to_string(at);
        text += std::string(number.size() < 4 ? 4 - number.size() : 0, ' ') + number + ": " + line(code, at) + "\n";
        if (BPF_CLASS(code[at].code) == BPF_LD) at++;  // takes two
    }
    return text;
}

}  // namespace traceleft::ask
