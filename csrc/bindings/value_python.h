// SPDX-License-Identifier: MIT
#pragma once

#include <pybind11/pybind11.h>

#include <cstddef>
#include <string_view>

#include "event_schema.h"
#include "event_view.h"

namespace traceleft::bindings {

/// An argument's value, as Event.args describes it.
pybind11::object value_to_python(const EventView& event, std::size_t index, const EventSchema& schema);

/// The same of its memory as it was passed, which must be there.
pybind11::object passed_to_python(const EventView& event, std::size_t index, const EventSchema& schema);

/// Text of the kernel's: undecodable bytes become surrogates.
pybind11::str decoded(std::string_view bytes);

}  // namespace traceleft::bindings
