// SPDX-License-Identifier: MIT
#include "child_process.h"

#include <pybind11/stl.h>

#include <array>
#include <optional>
#include <tuple>

#include "bindings.h"
#include "privileges.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

using PyCredentials = std::tuple<uid_t, gid_t, std::vector<gid_t>>;  // uid, gid, supplementary groups

Credentials credentials(const PyCredentials& user) { return {std::get<0>(user), std::get<1>(user), std::get<2>(user)}; }

}  // namespace

void bind_child_process(py::module_& module) {
    py::class_<ChildProcess>(module, "ChildProcess")
        .def(py::init([](std::vector<std::string> paths, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& environment, const std::optional<PyCredentials>& user,
                         const std::array<int, 3>& streams) {
                 return std::make_unique<ChildProcess>(std::move(paths), arguments, environment,
                                                       user ? std::optional(credentials(*user)) : std::nullopt,
                                                       streams);
             }),
             py::arg("paths"), py::arg("arguments"), py::arg("environment"), py::arg("user"),
             py::arg("streams") = std::array<int, 3>{-1, -1, -1})
        .def_property_readonly("pid", &ChildProcess::pid)
        .def("start", &ChildProcess::start, py::call_guard<py::gil_scoped_release>());

    module.def("become", [](const PyCredentials& user) { become(credentials(user)); }, py::arg("user"));
}

}  // namespace traceleft::bindings
