// SPDX-License-Identifier: MIT
#include "arithmetic.h"

namespace traceleft::ask {

namespace {

constexpr std::uint64_t minus_one = ~std::uint64_t{0};

std::uint64_t divide(bool is_signed, std::uint64_t a, std::uint64_t b) {
    if (!is_signed) return a / b;
    if (b == minus_one) return 0 - a;  // also of INT64_MIN, whose quotient has no place
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(a) / static_cast<std::int64_t>(b));
}

std::uint64_t remainder(bool is_signed, std::uint64_t a, std::uint64_t b) {
    if (!is_signed) return a % b;
    if (b == minus_one) return 0;
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(a) % static_cast<std::int64_t>(b));
}

std::uint64_t shift_right(bool is_signed, std::uint64_t a, std::uint64_t b) {
    if (is_signed) return static_cast<std::uint64_t>(static_cast<std::int64_t>(a) >> (b < 64 ? b : 63));
    return b < 64 ? a >> b : 0;
}

}  // namespace

std::optional<std::uint64_t> apply(Number::Op op, bool is_signed, std::uint64_t a, std::uint64_t b) {
    switch (op) {
        case Number::Op::Negate:
            return 0 - a;
        case Number::Op::Complement:
            return ~a;
        case Number::Op::Add:
            return a + b;
        case Number::Op::Subtract:
            return a - b;
        case Number::Op::Multiply:
            return a * b;
        case Number::Op::Divide:
            return b ? std::optional(divide(is_signed, a, b)) : std::nullopt;
        case Number::Op::Modulo:
            return b ? std::optional(remainder(is_signed, a, b)) : std::nullopt;
        case Number::Op::And:
            return a & b;
        case Number::Op::Or:
            return a | b;
        case Number::Op::Xor:
            return a ^ b;
        case Number::Op::Left:
            return b < 64 ? a << b : 0;
        case Number::Op::Right:
            return shift_right(is_signed, a, b);
        case Number::Op::Constant:
        case Number::Op::Load:
            break;
    }
    return std::nullopt;
}

bool compare(Predicate::Comparison comparison, std::uint64_t left, bool left_signed, std::uint64_t right,
             bool right_signed) {
    bool left_negative = left_signed && static_cast<std::int64_t>(left) < 0;
    bool right_negative = right_signed && static_cast<std::int64_t>(right) < 0;
    bool equal = left_negative == right_negative && left == right;
    // Two negative ones are ordered as their bits are.
    bool less = left_negative != right_negative ? left_negative : left < right;
    switch (comparison) {
        case Predicate::Comparison::Equal:
            return equal;
        case Predicate::Comparison::Unequal:
            return !equal;
        case Predicate::Comparison::Less:
            return less;
        case Predicate::Comparison::LessEqual:
            return less || equal;
        case Predicate::Comparison::Greater:
            return !less && !equal;
        case Predicate::Comparison::GreaterEqual:
            return !less;
    }
    return false;
}

}  // namespace traceleft::ask
