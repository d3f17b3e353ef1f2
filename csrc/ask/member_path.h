// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression.h"

namespace traceleft::ask {

/// A chain of names, x.f.g or x->f->g, as the name of a field: "x.f.g". `args` before it is left out, and `retval` is
/// `ret`. nullopt for any other expression.
std::optional<std::string> member_path(const Expression& expression);

/// All chains in a question or an expression, the longest ones. Throws Error: Usage where it is none.
std::vector<std::string> member_paths(std::string_view text);

}  // namespace traceleft::ask
