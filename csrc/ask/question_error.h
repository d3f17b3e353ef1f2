// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"

namespace traceleft::ask {

/// A piece of a question's text, in bytes.
struct Place {
    std::size_t begin = 0, end = 0;
};

/// With which each begins.
inline constexpr std::string_view question_error_begin = "this can't be asked:";

/// The error about a place in a question: its line, the place underlined, and what is wrong.
Error question_error(std::string_view text, Place place, const std::string& wrong);

/// A piece of a question as a terminal may show it.
std::string shown(std::string_view text);

/// "; did you mean filename?" for the names that are most like this one; empty where none is.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& known);

}  // namespace traceleft::ask
