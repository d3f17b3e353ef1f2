// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "predicate.h"

namespace traceleft::ask {

/// What an operation gives, whose number `is_signed`; `b` is 0 where it has one operand. nullopt: a division by 0.
std::optional<std::uint64_t> apply(Number::Op op, bool is_signed, std::uint64_t a, std::uint64_t b);

/// Compares as mathematics has it.
bool compare(Predicate::Comparison comparison, std::uint64_t left, bool left_signed, std::uint64_t right,
             bool right_signed);

}  // namespace traceleft::ask
