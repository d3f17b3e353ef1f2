// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "predicate.h"

namespace traceleft::ask {

/// The match that an operator and its pattern ask for, as yet of no text. Globs that are texts, or begin or end with
/// one, are no globs. Throws Error: Usage.
Predicate text_match(const std::string& op, const std::string& pattern);

}  // namespace traceleft::ask
