// SPDX-License-Identifier: MIT
#pragma once

#include "predicate.h"

namespace traceleft::ask {

/// What is known of an early predicate when the call is entered, before it has a result: wherever `early` will hold,
/// this holds then. True where nothing is known.
Predicate at_entry(const Predicate& early);

}  // namespace traceleft::ask
