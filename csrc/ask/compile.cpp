// SPDX-License-Identifier: MIT
#include <traceleft/event.h>

#include <cstddef>

#include "compiler.h"
#include "error.h"

namespace traceleft::ask {

namespace {

using Comparison = Predicate::Comparison;

Jump jump_of(Comparison comparison, bool is_signed) {
    switch (comparison) {
        case Comparison::Equal:
            return Jump::Equal;
        case Comparison::Unequal:
            return Jump::Unequal;
        case Comparison::Less:
            return is_signed ? Jump::SignedLess : Jump::Less;
        case Comparison::LessEqual:
            return is_signed ? Jump::SignedLessEqual : Jump::LessEqual;
        case Comparison::Greater:
            return is_signed ? Jump::SignedGreater : Jump::Greater;
        case Comparison::GreaterEqual:
            return is_signed ? Jump::SignedGreaterEqual : Jump::GreaterEqual;
    }
    return Jump::Equal;
}

// Whether it holds where the left one is less, or greater.
bool holds_of_less(Comparison comparison) {
    return comparison == Comparison::Less || comparison == Comparison::LessEqual || comparison == Comparison::Unequal;
}
bool holds_of_greater(Comparison comparison) {
    return comparison == Comparison::Greater || comparison == Comparison::GreaterEqual ||
           comparison == Comparison::Unequal;
}

// A constant that is the same number with and without a sign.
bool is_either(const Number& number) {
    return number.op == Number::Op::Constant && number.constant <= std::uint64_t{INT64_MAX};
}

}  // namespace

void Compiler::unless(const Predicate& predicate, Label no) {
    switch (predicate.op) {
        case Predicate::Op::True:
            return;
        case Predicate::Op::False:
            return write_.jump(no);
        case Predicate::Op::And:
            for (const Predicate& child : predicate.children) unless(child, no);
            return;
        case Predicate::Op::Or: {
            Label yes = write_.label();
            for (std::size_t i = 0; i + 1 < predicate.children.size(); i++) when(predicate.children[i], yes);
            unless(predicate.children.back(), no);
            return write_.place(yes);
        }
        case Predicate::Op::Compare:
        case Predicate::Op::Match:
            return leaf(predicate, false, no);
    }
}

void Compiler::when(const Predicate& predicate, Label yes) {
    switch (predicate.op) {
        case Predicate::Op::True:
            return write_.jump(yes);
        case Predicate::Op::False:
            return;
        case Predicate::Op::And: {
            Label no = write_.label();
            for (std::size_t i = 0; i + 1 < predicate.children.size(); i++) unless(predicate.children[i], no);
            when(predicate.children.back(), yes);
            return write_.place(no);
        }
        case Predicate::Op::Or:
            for (const Predicate& child : predicate.children) when(child, yes);
            return;
        case Predicate::Op::Compare:
        case Predicate::Op::Match:
            return leaf(predicate, true, yes);
    }
}

// Jumps where it holds (`wanted`), or where it doesn't.
void Compiler::leaf(const Predicate& predicate, bool wanted, Label to) {
    Label behind = write_.label();
    Label absent = wanted ? behind : to;
    if (predicate.op == Predicate::Op::Compare)
        compare(predicate, wanted, to, absent);
    else
        match(predicate, wanted, to, absent);
    write_.place(behind);
}

void Compiler::compare(const Predicate& predicate, bool wanted, Label to, Label absent) {
    const Number &left = predicate.left, &right = predicate.right;
    bool left_signed = is_either(left) ? right.is_signed : left.is_signed;
    bool right_signed = is_either(right) ? left_signed : right.is_signed;
    bool by_constant = right.op == Number::Op::Constant && fits_instruction(right.constant);
    if (by_constant)
        number(left, absent);
    else
        operands(left, right, absent);

    // A negative one is less than any that has no sign.
    Label differ = write_.label();
    if (left_signed != right_signed) {
        Reg reg = left_signed ? Reg::R3 : Reg::R4;
        bool holds = left_signed ? holds_of_less(predicate.comparison) : holds_of_greater(predicate.comparison);
        if (by_constant && !left_signed) write_.set(Reg::R4, right.constant);
        write_.jump_if(Jump::SignedLess, reg, 0, holds == wanted ? to : differ);
    }
    Jump jump = jump_of(predicate.comparison, left_signed && right_signed);
    if (!wanted) jump = opposite(jump);
    if (by_constant)
        write_.jump_if(jump, Reg::R3, right.constant, to);
    else
        write_.jump_if(jump, Reg::R3, Reg::R4, to);
    write_.place(differ);
}

Program Compiler::program(const Inquiry& inquiry) {
    if (stage_ == Stage::Behind) throw Error(ErrorKind::Usage, "behind the kernel no instructions decide");
    Label no = write_.label(), end = write_.label();
    unless(inquiry.holds, no);
    if (inquiry.measures) {
        number(inquiry.of, no);
        write_.store(8, Reg::R2, offsetof(wire::question_room, numbers), Reg::R3);
    }
    if (!inquiry.by.empty()) keys(inquiry.by);
    write_.set(Reg::R0, 1);
    write_.jump(end);
    write_.place(no);
    write_.set(Reg::R0, 0);
    write_.place(end);
    return {write_.finish(), needs_, memories_, loads_record_};
}

Program compile(const Inquiry& inquiry, Stage stage) { return Compiler(stage).program(inquiry); }

Program compile_record(const Inquiry& inquiry, const SyscallSchema& source) {
    return Compiler(Stage::Early, &source).program(inquiry);
}

}  // namespace traceleft::ask
