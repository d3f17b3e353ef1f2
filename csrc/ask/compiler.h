// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "assembler.h"
#include "predicate.h"
#include "program.h"

namespace traceleft::ask {

/// Writes one program. While it runs r1 is the event and r2 the room; a number is made in r3, with r4 as its second
/// operand; r0 and r5 are free. What is not there leads to `absent`.
class Compiler {
public:
    explicit Compiler(Stage stage) : stage_(stage) {}
    Program program(const Inquiry& inquiry);

private:
    using Label = Assembler::Label;

    // compile.cpp: goes on behind itself where the predicate holds, or where it doesn't; otherwise to the label.
    void unless(const Predicate& predicate, Label no);
    void when(const Predicate& predicate, Label yes);
    void leaf(const Predicate& predicate, bool wanted, Label to);
    void compare(const Predicate& predicate, bool wanted, Label to, Label absent);

    // compile_number.cpp
    void number(const Number& number, Label absent);
    /// Both, in r3 and r4.
    void operands(const Number& left, const Number& right, Label absent);
    void simple(const Number& number, Reg to, Label absent);
    void operation(const Number& number, Label absent);
    void operation_by(Number::Op op, bool is_signed, std::uint64_t by, Label absent);
    void divide(Number::Op op, bool is_signed, Label absent);
    void shift(Number::Op op, bool is_signed);
    void meaning(const Value& value, std::uint32_t loaded, Reg reg);
    std::uint32_t take_room();

    // compile_part.cpp: these change r0 and r5 alone, and `to`.
    void require(const std::vector<Requirement>& requirements, Label absent);
    void require(const Requirement& requirement, Label absent);
    /// Its bits, as they are without their meaning.
    void load(const Part& part, Reg to, Label absent);
    /// The place of captured memory's first byte, in r5; in r0 how many bytes there are.
    void memory(const Part& part, Label absent);
    void needs_header(const Part& part, std::uint64_t mask);

    Stage stage_;
    Assembler write_;
    std::uint64_t needs_ = 0;
    std::uint32_t memories_ = 0;
    std::uint32_t room_ = 1;  ///< the first of question_room.numbers that is free
};

/// Whether it is made in one register, without the room.
bool is_simple(const Number& number);

}  // namespace traceleft::ask
