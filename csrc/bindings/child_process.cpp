#include "../child_process.h"

#include <pybind11/stl.h>

#include "bindings.h"

namespace py = pybind11;

namespace traceleft::bindings {

void bind_child_process(py::module_& module) {
    py::class_<ChildProcess>(module, "ChildProcess")
        .def(py::init<const std::string&, const std::vector<std::string>&, const std::vector<std::string>&>(),
             py::arg("path"), py::arg("arguments"), py::arg("environment"))
        .def_property_readonly("pid", &ChildProcess::pid)
        .def("start", &ChildProcess::start, py::call_guard<py::gil_scoped_release>());
}

}  // namespace traceleft::bindings
