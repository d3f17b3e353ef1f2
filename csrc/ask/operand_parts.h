// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "operand.h"

namespace traceleft::ask {

// What operands are made of.

inline Number constant(std::uint64_t value, bool is_signed) {
    Number number;
    number.is_signed = is_signed;
    number.constant = value;
    return number;
}

inline bool fits_signed(std::uint64_t value) { return value <= INT64_MAX; }

inline Number load(const Part& part, std::vector<Requirement> requirements, bool is_signed) {
    Number number;
    number.op = Number::Op::Load;
    number.is_signed = is_signed;
    number.part = part;
    number.requirements = std::move(requirements);
    return number;
}

inline Operand of_number(Number number) {
    Operand operand;
    operand.numbers.push_back(std::move(number));
    return operand;
}

inline Operand of_text(std::string text) {
    Operand operand;
    operand.literal = std::move(text);
    return operand;
}

/// A number of two, which is a constant where both are; nullopt where it can't be calculated.
std::optional<Number> join(Number::Op op, const Number& a, const Number& b);

inline void add_all(std::vector<Names>& all, const std::vector<Names>& more) {
    for (const Names& each : more)
        if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
}

}  // namespace traceleft::ask
