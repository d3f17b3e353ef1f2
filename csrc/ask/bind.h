// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "expression.h"
#include "operand.h"
#include "predicate.h"

namespace traceleft::ask {

/// What a question means, with its names looked up by `operands`. Throws Error: Usage with the place underlined.
Predicate bind_condition(OperandBinder& operands, const Expression& expression);

/// `op` (And, Or) of these: without what decides nothing, and never one in another of its kind.
Predicate join_predicates(Predicate::Op op, std::vector<Predicate> children);

}  // namespace traceleft::ask
