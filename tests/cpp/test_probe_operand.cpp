// SPDX-License-Identifier: MIT
#include <asm/ptrace.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "probe_operand.h"

namespace traceleft {
namespace {

constexpr std::uint16_t none = wire::OPERAND_NO_REGISTER;
constexpr std::uint16_t rbp = 4, rbx = 5, r9 = 8, rax = 10, rdi = 14, rip = 16, rsp = 19;
#ifdef __x86_64__
static_assert(rbp == offsetof(pt_regs, rbp) / 8 && rbx == offsetof(pt_regs, rbx) / 8 &&
              r9 == offsetof(pt_regs, r9) / 8 && rax == offsetof(pt_regs, rax) / 8 &&
              rdi == offsetof(pt_regs, rdi) / 8 && rip == offsetof(pt_regs, rip) / 8 &&
              rsp == offsetof(pt_regs, rsp) / 8);
#endif

void expect_operand(Machine machine, const std::string& text, wire::source_operand expected) {
    SCOPED_TRACE(text);
    auto found = parse_operand(text, machine);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->number, expected.number);
    EXPECT_EQ(found->from, expected.from);
    EXPECT_EQ(found->base, expected.base);
    EXPECT_EQ(found->index, expected.index);
    EXPECT_EQ(found->shift, expected.shift);
    EXPECT_EQ(found->size, expected.size);
    EXPECT_EQ(found->is_signed, expected.is_signed);
}

TEST(ProbeOperand, IsWhatAnX86CompilerWrites) {
    const auto x86 = [](const std::string& text, wire::source_operand expected) {
        expect_operand(Machine::x86_64, text, expected);
    };
    x86("8@%rdi", {0, wire::OPERAND_REGISTER, rdi, none, 0, 8, 0, 0});
    x86("-4@%eax", {0, wire::OPERAND_REGISTER, rax, none, 0, 4, 1, 0});
    x86("-2@%r9w", {0, wire::OPERAND_REGISTER, r9, none, 0, 2, 1, 0});
    x86("1@%bl", {0, wire::OPERAND_REGISTER, rbx, none, 0, 1, 0, 0});
    x86("-4@$-9", {static_cast<std::uint64_t>(-9), wire::OPERAND_CONSTANT, none, none, 0, 4, 1, 0});
    x86("8@$0x1f", {31, wire::OPERAND_CONSTANT, none, none, 0, 8, 0, 0});
    x86("-4@-20(%rbp)", {static_cast<std::uint64_t>(-20), wire::OPERAND_MEMORY, rbp, none, 0, 4, 1, 0});
    x86("8@(%rsp)", {0, wire::OPERAND_MEMORY, rsp, none, 0, 8, 0, 0});
    x86("8@8(%rbx,%rax,4)", {8, wire::OPERAND_MEMORY, rbx, rax, 2, 8, 0, 0});
    x86("4@16(,%rax,8)", {16, wire::OPERAND_MEMORY, none, rax, 3, 4, 0, 0});
    x86("4@(%rbx,%rax)", {0, wire::OPERAND_MEMORY, rbx, rax, 0, 4, 0, 0});
    x86("4@128(%rip)", {128, wire::OPERAND_MEMORY, rip, none, 0, 4, 0, 0});
}

TEST(ProbeOperand, IsWhatAnArmCompilerWrites) {
    const auto arm = [](const std::string& text, wire::source_operand expected) {
        expect_operand(Machine::aarch64, text, expected);
    };
    arm("8@x19", {0, wire::OPERAND_REGISTER, 19, none, 0, 8, 0, 0});
    arm("-4@w0", {0, wire::OPERAND_REGISTER, 0, none, 0, 4, 1, 0});
    arm("-4@-1", {static_cast<std::uint64_t>(-1), wire::OPERAND_CONSTANT, none, none, 0, 4, 1, 0});
    arm("8@[sp, 16]", {16, wire::OPERAND_MEMORY, 31, none, 0, 8, 0, 0});
    arm("8@[x1]", {0, wire::OPERAND_MEMORY, 1, none, 0, 8, 0, 0});
    arm("8@[x1, x2, lsl 3]", {0, wire::OPERAND_MEMORY, 1, 2, 3, 8, 0, 0});
}

TEST(ProbeOperand, IsNothingElse) {
    for (const char* text :
         {"", "@", "8@", "8f@%xmm0", "3@%rdi", "8%rdi", "8@%r16", "8@rdi", "8@$", "8@$x", "8@foo(%rip)", "8@(%rdi",
          "8@()", "8@(%rdi,%rsi,3)", "8@(%rdi,%rsi,16)", "8@(%rdi,%rsi,8,1)", "16@%rdi"})
        EXPECT_FALSE(parse_operand(text, Machine::x86_64)) << text;
    for (const char* text : {"8@x31", "8@[x1, w2, sxtw 2]", "8@[x1, 8", "8@[8]", "8@[x1, x2, lsl 4]", "8@[x1, 8, x2]"})
        EXPECT_FALSE(parse_operand(text, Machine::aarch64)) << text;
}

TEST(ProbeOperand, IsAWord) {
    EXPECT_EQ(split_operands("8@%rdi  -4@-20(%rbp)"), (std::vector<std::string>{"8@%rdi", "-4@-20(%rbp)"}));
    EXPECT_EQ(split_operands("8@[sp, 16] 4@w1"), (std::vector<std::string>{"8@[sp, 16]", "4@w1"}));
    EXPECT_TRUE(split_operands(" ").empty());
}

TEST(ProbeOperand, IsKnownOfEveryArgumentOfAFunction) {
    for (Machine machine : {Machine::x86_64, Machine::aarch64}) {
        auto all = function_operands(machine, 12);
        ASSERT_EQ(all.size(), 12);
        for (const std::string& each : all) EXPECT_TRUE(parse_operand(each, machine)) << each;
        EXPECT_TRUE(parse_operand(result_operand(machine), machine));
        EXPECT_EQ(function_operands(machine, 2).size(), 2);
    }
    EXPECT_EQ(function_operands(Machine::x86_64, 8).back(), "8@16(%rsp)");
    EXPECT_EQ(function_operands(Machine::aarch64, 9).back(), "8@[sp, 0]");
}

}  // namespace
}  // namespace traceleft
