// SPDX-License-Identifier: MIT
#pragma once

#include <pybind11/pybind11.h>

#include <utility>

namespace traceleft::bindings {

/// The type of the rows that a function returns: tuples whose items have names, as _core.pyi declares them
/// (NamedTuple).
class RowType {
public:
    /// Makes it, as a member of the module.
    RowType(pybind11::module_& module, const char* name);

    template <typename... Values>
    pybind11::object operator()(Values&&... values) const {
        return type_(pybind11::make_tuple(std::forward<Values>(values)...));
    }

private:
    pybind11::object type_;
};

}  // namespace traceleft::bindings
