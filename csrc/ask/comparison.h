// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "predicate.h"

namespace traceleft::ask {

/// nullopt for an operator that doesn't compare numbers.
std::optional<Predicate::Comparison> comparison_of(std::string_view op);

/// The one that holds where this one doesn't.
Predicate::Comparison opposite(Predicate::Comparison comparison);

}  // namespace traceleft::ask
