// SPDX-License-Identifier: MIT
#pragma once

#include "expression.h"
#include "operand.h"
#include "predicate.h"

namespace traceleft::ask {

/// What a question means, with its names looked up by `operands`. Throws Error: Usage with the place underlined.
Predicate bind_condition(OperandBinder& operands, const Expression& expression);

}  // namespace traceleft::ask
