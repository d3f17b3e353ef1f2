// SPDX-License-Identifier: MIT
#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <string>

#include "event_view.h"
#include "objects.h"

namespace traceleft::bindings {

/// Python's OpenFile.
struct PyOpenFile {
    std::shared_ptr<const OpenFile> file;
};

/// The place that a name stands for: an argument's, "result", "directory", "pair[0]" or "pair[1]". Throws key_error.
std::uint16_t place_of(const EventView& event, const std::string& name);
/// An event's files by these names, as far as they are known.
pybind11::dict files_of(const EventView& event, const Objects& objects);
/// What was described there, or None.
pybind11::object file_at(const EventView& event, const Objects& objects, const std::string& name);

}  // namespace traceleft::bindings
