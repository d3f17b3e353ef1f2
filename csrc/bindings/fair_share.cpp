// SPDX-License-Identifier: MIT
#include "fair_share.h"

#include "bindings.h"

namespace py = pybind11;

namespace traceleft::bindings {

void bind_fair_share(py::module_& module) {
    py::class_<FairShare>(module, "FairShare")
        .def(py::init<std::size_t>(), py::arg("size"))
        .def(
            "admit",
            [](FairShare& self, const PyBatch& batch) {
                py::gil_scoped_release unlocked;
                return PyBatch{self.admit(batch.batch), batch.schema};
            },
            py::arg("batch"))
        .def("release", &FairShare::release)
        .def("resize", &FairShare::resize, py::arg("size"))
        .def_property_readonly("waiting", &FairShare::waiting);
}

}  // namespace traceleft::bindings
