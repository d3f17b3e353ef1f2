// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "question_error.h"

namespace traceleft::ask {

struct Token {
    enum class Kind { Number, Text, Name, Operator, End };
    Kind kind = Kind::End;
    Place place = {};
    std::string text = {};     ///< a text's bytes, a name, an operator as it is spelled: "and", "!~", "("
    std::uint64_t number = 0;  ///< of a Number
    bool is_time = false;      ///< it had a unit of time, and is in ns

    bool is(std::string_view op) const { return kind == Kind::Operator && text == op; }
};

/// The question's words, and an End behind them. `&&`, `||` and `!` come as "and", "or" and "not". Throws Error: Usage.
std::vector<Token> tokens(std::string_view text);

}  // namespace traceleft::ask
