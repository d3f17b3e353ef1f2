// SPDX-License-Identifier: MIT
#include "bindings.h"
#include "docs.h"
#include "encoded.h"
#include "text_formatter.h"

namespace py = pybind11;

namespace traceleft::bindings {

void bind_text(py::module_& module) {
    py::class_<TextFormatter, BatchEncoder, std::shared_ptr<TextFormatter>>(module, "TextFormatter")
        .def(py::init<std::shared_ptr<EventSchema>>(), py::arg("schema"))
        .def(
            "format",
            [](const TextFormatter& formatter, const PyBatch& batch) {
                return py::str(unlocked([&] { return formatter.encode(*batch.batch); }));
            },
            py::arg("batch"), doc("TextFormatter.format"));
}

}  // namespace traceleft::bindings
