// SPDX-License-Identifier: MIT
#include <traceleft/event.h>

#include <algorithm>

#include "compiler.h"
#include "error.h"

namespace traceleft::ask {

namespace {

using Op = Number::Op;

// How many numbers must be kept meanwhile, if the operand that needs more is made first (Sethi and Ullman).
std::uint32_t room_needed(const Number& number) {
    if (is_simple(number)) return 0;
    std::uint32_t first = room_needed(number.operands[0]);
    if (number.operands.size() == 1 || is_simple(number.operands[1])) return first;
    std::uint32_t second = room_needed(number.operands[1]);
    if (is_simple(number.operands[0])) return second;
    return first == second ? first + 1 : std::max(first, second);
}

bool is_unary(Op op) { return op == Op::Negate || op == Op::Complement; }

// The instruction that does all of it.
Alu alu_of(Op op) {
    switch (op) {
        case Op::Subtract:
            return Alu::Subtract;
        case Op::Multiply:
            return Alu::Multiply;
        case Op::And:
            return Alu::And;
        case Op::Or:
            return Alu::Or;
        case Op::Xor:
            return Alu::Xor;
        default:
            return Alu::Add;
    }
}

bool is_shift(Op op) { return op == Op::Left || op == Op::Right; }
bool is_division(Op op) { return op == Op::Divide || op == Op::Modulo; }

}  // namespace

bool is_simple(const Number& number) { return number.op == Op::Constant || number.op == Op::Load; }

std::uint32_t Compiler::take_room() {
    if (room_ == wire::QUESTION_ROOM)
        throw Error(ErrorKind::Usage, "an expression has too many parentheses within each other: ask for less at once");
    return room_++;
}

void Compiler::number(const Number& number, Label absent) {
    if (is_simple(number)) return simple(number, Reg::R3, absent);
    operation(number, absent);
}

void Compiler::operation(const Number& number, Label absent) {
    const Number& first = number.operands[0];
    if (is_unary(number.op)) {
        this->number(first, absent);
        if (number.op == Op::Negate) return write_.negate(Reg::R3);
        return write_.compute(Alu::Xor, Reg::R3, ~std::uint64_t{0});
    }
    const Number& second = number.operands[1];
    if (second.op == Op::Constant && fits_instruction(second.constant) && !is_division(number.op)) {
        this->number(first, absent);
        return operation_by(number.op, number.is_signed, second.constant, absent);
    }
    operands(first, second, absent);
    if (is_division(number.op))
        divide(number.op, number.is_signed, absent);
    else if (is_shift(number.op))
        shift(number.op, number.is_signed);
    else
        write_.compute(alu_of(number.op), Reg::R3, Reg::R4);
}

void Compiler::operands(const Number& left, const Number& right, Label absent) {
    if (is_simple(right)) {
        number(left, absent);
        return simple(right, Reg::R4, absent);
    }
    if (is_simple(left)) {
        number(right, absent);
        write_.copy(Reg::R4, Reg::R3);
        return simple(left, Reg::R3, absent);
    }
    bool left_first = room_needed(left) >= room_needed(right);
    number(left_first ? left : right, absent);
    std::uint32_t kept = take_room() * 8;
    write_.store(8, Reg::R2, kept, Reg::R3);
    number(left_first ? right : left, absent);
    if (left_first) write_.copy(Reg::R4, Reg::R3);
    write_.load(8, left_first ? Reg::R3 : Reg::R4, Reg::R2, kept);
    room_--;
}

void Compiler::operation_by(Op op, bool is_signed, std::uint64_t by, Label) {
    if (op == Op::Left) {
        if (by > 63) return write_.set(Reg::R3, 0);
        return write_.compute(Alu::Left, Reg::R3, by);
    }
    if (op == Op::Right) {
        if (by > 63 && !is_signed) return write_.set(Reg::R3, 0);
        return write_.compute(is_signed ? Alu::ArithmeticRight : Alu::Right, Reg::R3, std::min<std::uint64_t>(by, 63));
    }
    write_.compute(alu_of(op), Reg::R3, by);
}

// The machine takes a shift's lowest 6 bits.
void Compiler::shift(Op op, bool is_signed) {
    Label small = write_.label(), done = write_.label();
    bool arithmetic = op == Op::Right && is_signed;
    write_.jump_if(Jump::LessEqual, Reg::R4, 63, small);
    write_.set(arithmetic ? Reg::R4 : Reg::R3, arithmetic ? 63 : 0);
    if (!arithmetic) write_.jump(done);
    write_.place(small);
    write_.compute(op == Op::Left ? Alu::Left : arithmetic ? Alu::ArithmeticRight : Alu::Right, Reg::R3, Reg::R4);
    write_.place(done);
}

// Of signed numbers without their signs, for Linux before 6.6. The lowest one has itself as its opposite, which is
// right without a sign.
void Compiler::divide(Op op, bool is_signed, Label absent) {
    Alu alu = op == Op::Divide ? Alu::Divide : Alu::Modulo;
    write_.jump_if(Jump::Equal, Reg::R4, 0, absent);
    if (!is_signed) return write_.compute(alu, Reg::R3, Reg::R4);
    Label left_positive = write_.label(), right_positive = write_.label(), done = write_.label();
    write_.copy(Reg::R5, Reg::R3);
    if (op == Op::Divide) write_.compute(Alu::Xor, Reg::R5, Reg::R4);
    write_.jump_if(Jump::SignedGreaterEqual, Reg::R3, 0, left_positive);
    write_.negate(Reg::R3);
    write_.place(left_positive);
    write_.jump_if(Jump::SignedGreaterEqual, Reg::R4, 0, right_positive);
    write_.negate(Reg::R4);
    write_.place(right_positive);
    write_.compute(alu, Reg::R3, Reg::R4);
    write_.jump_if(Jump::SignedGreaterEqual, Reg::R5, 0, done);
    write_.negate(Reg::R3);
    write_.place(done);
}

}  // namespace traceleft::ask
