// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "question_error.h"

namespace traceleft::ask {

/// A question as it was written: names are not looked up, types not checked.
struct Expression {
    enum class Kind {
        Number,
        Text,
        Name,     ///< `text`
        Member,   ///< `text` of the operand, as x.f or f(x)
        Index,    ///< args[number]
        Unary,    ///< `text`: "-" or "~"
        Binary,   ///< `text`: "+", "<<" and so on
        Compare,  ///< `text`: "==", "~" and so on; of two operands
        In,       ///< the first operand, in the others; `negated`: not in
        Not,
        And,  ///< of two operands or more
        Or,
    };
    Kind kind = Kind::Number;
    Place place = {};
    std::string text = {};
    std::uint64_t number = 0;
    bool is_time = false;  ///< a number of ns
    bool negated = false;
    std::vector<Expression> operands = {};
    std::size_t depth = 1;  ///< expressions in each other
};

/// Throws Error: Usage with the place underlined.
Expression parse_question(std::string_view text);

}  // namespace traceleft::ask
