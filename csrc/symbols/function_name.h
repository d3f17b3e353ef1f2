// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace traceleft {

/// A C++ function's name as one says it: without its parameters, its return type and long template arguments. Other
/// names stay as they are.
std::string short_function_name(const std::string& symbol);

}  // namespace traceleft
