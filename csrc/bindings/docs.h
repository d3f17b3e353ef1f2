// SPDX-License-Identifier: MIT
#pragma once

#include <pybind11/pybind11.h>

#include <string_view>

namespace traceleft::bindings {

/// The docstring of "Class.member" in _core.pyi; "" where it has none.
const char* doc(std::string_view name);

/// Gives every class and property of the module its docstring. Methods take theirs by doc() where they are bound.
void document(pybind11::module_& module);

}  // namespace traceleft::bindings
