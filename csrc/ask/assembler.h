// SPDX-License-Identifier: MIT
#pragma once

#include <linux/bpf.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace traceleft::ask {

/// A BPF register.
enum class Reg : std::uint8_t { R0, R1, R2, R3, R4, R5 };

/// What an instruction computes, and when one jumps: the bits that <linux/bpf.h> has for it.
enum class Alu : std::uint8_t {
    Add = BPF_ADD,
    Subtract = BPF_SUB,
    Multiply = BPF_MUL,
    Divide = BPF_DIV,  ///< unsigned, as all programs' before Linux 6.6
    Modulo = BPF_MOD,
    And = BPF_AND,
    Or = BPF_OR,
    Xor = BPF_XOR,
    Left = BPF_LSH,
    Right = BPF_RSH,
    ArithmeticRight = BPF_ARSH,
};
enum class Jump : std::uint8_t {
    Equal = BPF_JEQ,
    Unequal = BPF_JNE,
    Less = BPF_JLT,
    LessEqual = BPF_JLE,
    Greater = BPF_JGT,
    GreaterEqual = BPF_JGE,
    SignedLess = BPF_JSLT,
    SignedLessEqual = BPF_JSLE,
    SignedGreater = BPF_JSGT,
    SignedGreaterEqual = BPF_JSGE,
};
Jump opposite(Jump jump);

/// Whether an instruction can hold the number: in 32 bits, which the machine extends by their sign.
constexpr bool fits_instruction(std::uint64_t number) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(number))) == number;
}

/// Writes instructions. Jumps lead forward, to labels that are placed later. Behind a jump that is always taken nothing
/// is written until a label is placed to which one leads: the verifier refuses instructions that nothing reaches.
class Assembler {
public:
    struct Label {
        std::size_t number;
    };
    Label label();
    void place(Label label);
    /// Whether a jump leads to it.
    bool is_awaited(Label label) const;

    void jump(Label to);
    void jump_if(Jump jump, Reg left, Reg right, Label to);
    /// `right` must fit an instruction; jump_if_low() compares the lowest 32 bits of both.
    void jump_if(Jump jump, Reg left, std::uint64_t right, Label to);
    void jump_if_low(Jump jump, Reg left, std::uint32_t right, Label to);

    void set(Reg to, std::uint64_t number);
    void copy(Reg to, Reg from);
    void compute(Alu alu, Reg to, Reg by);
    /// `by` must fit an instruction.
    void compute(Alu alu, Reg to, std::uint64_t by);
    void negate(Reg reg);
    /// Keeps the lowest 32 bits.
    void cut_to_32(Reg reg);
    /// From network byte order; of 2 or 4 bytes, and the others become 0.
    void from_network(Reg reg, std::uint32_t size);

    /// `size` is 1, 2, 4 or 8 bytes; what is loaded is extended by zeros.
    void load(std::uint32_t size, Reg to, Reg base, std::uint32_t offset);
    void store(std::uint32_t size, Reg base, std::uint32_t offset, Reg from);
    /// 8 bytes, of a number that fits an instruction.
    void store_number(Reg base, std::uint32_t offset, std::uint64_t number);

    /// All that was written. Throws Error: Usage where they are more than a question may have.
    std::vector<bpf_insn> finish();

private:
    void write(std::uint8_t code, Reg to, Reg from, std::int16_t offset, std::uint64_t number);
    void write_jump(std::uint8_t code, Reg left, Reg right, std::uint64_t number, Label to);

    struct Waiting {
        std::size_t label, instruction;
    };
    std::vector<bpf_insn> instructions_;
    std::vector<Waiting> waiting_;  ///< jumps to labels that aren't placed yet
    std::size_t labels_ = 0;
    bool reachable_ = true;
};

}  // namespace traceleft::ask
