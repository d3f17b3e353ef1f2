// SPDX-License-Identifier: MIT
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <utility>

namespace traceleft::bindings {

/// A batch in some format. Python gets a view of the memory that it was written into.
struct Encoded {
    std::string bytes;
};

/// Calls `encode` without the GIL.
template <typename Function>
std::string unlocked(Function&& encode) {
    pybind11::gil_scoped_release released;
    return encode();
}

/// The same as a buffer that Python owns.
template <typename Function>
pybind11::memoryview encoded_buffer(Function&& encode) {
    return pybind11::memoryview(pybind11::cast(Encoded{unlocked(std::forward<Function>(encode))}));
}

}  // namespace traceleft::bindings
