#include "bindings.h"
#include "docs.h"
#include "text_formatter.h"

namespace py = pybind11;

namespace traceleft::bindings {

void bind_text(py::module_& module) {
    py::class_<TextFormatter>(module, "TextFormatter")
        .def(py::init<std::shared_ptr<EventSchema>>(), py::arg("schema"))
        .def(
            "format",
            [](const TextFormatter& formatter, const PyBatch& batch) {
                std::string text;
                {
                    py::gil_scoped_release unlocked;
                    text = formatter.format(*batch.batch);
                }
                return py::str(text);
            },
            py::arg("batch"), doc("TextFormatter.format"));
}

}  // namespace traceleft::bindings
