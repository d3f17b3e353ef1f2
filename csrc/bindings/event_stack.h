// SPDX-License-Identifier: MIT
#pragma once

#include <pybind11/pybind11.h>

#include "named_stack.h"

namespace traceleft::bindings {

/// Its frames as a tuple of NamedFrame.
pybind11::tuple stack_frames(const NamedStack& stack);

/// It as traceleft.stacks.Stack; None for null.
pybind11::object stack_object(const NamedStack* stack);

}  // namespace traceleft::bindings
