// SPDX-License-Identifier: MIT
#include "question.h"

#include <pybind11/stl.h>

#include "bindings.h"
#include "docs.h"
#include "error.h"
#include "py_question.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// NAME, or NAME@32 for a 32-bit program's.
const SyscallSchema& find_call(const EventSchema& schema, const std::string& name) {
    std::string_view suffix = compat_suffix;
    const SyscallSchema* found = schema.find(name);
    if (name.ends_with(suffix) && schema.compat())
        found = schema.compat()->find(std::string_view(name).substr(0, name.size() - suffix.size()));
    if (!found) throw Error(ErrorKind::Usage, "the schema has no syscall " + name);
    return *found;
}

void check(const ask::Question& question, const EventSchema& schema,
           const std::optional<std::vector<std::string>>& names) {
    std::vector<const SyscallSchema*> syscalls;
    if (names)
        for (const std::string& name : *names) syscalls.push_back(&find_call(schema, name));
    else
        for (const auto& [name, call] : schema.calls()) syscalls.push_back(&call);
    question.bind_each(syscalls, schema);
}

}  // namespace

void bind_question(py::module_& module) {
    py::class_<PyQuestion>(module, "Question")
        .def(py::init<const std::string&>(), py::arg("text"))
        .def_property_readonly("text", [](const PyQuestion& self) { return readable(self.question->text()); })
        .def_property_readonly("asks_duration", [](const PyQuestion& self) { return self.question->asks_duration(); })
        .def(
            "check",
            [](const PyQuestion& self, const EventSchema& schema,
               const std::optional<std::vector<std::string>>& syscalls) { check(*self.question, schema, syscalls); },
            py::arg("schema"), py::arg("syscalls") = py::none(), doc("Question.check"))
        .def(
            "explain",
            [](const PyQuestion& self, const EventSchema& schema, const std::string& syscall, bool entry) {
                const ask::Question& question = *self.question;
                return ask::explain(question.bind(&find_call(schema, syscall), schema, entry), question.text());
            },
            py::arg("schema"), py::arg("syscall"), py::arg("entry") = false, doc("Question.explain"))
        .def(
            "missing",
            [](const PyQuestion& self, const EventSchema& schema, const std::string& syscall) {
                return self.question->missing(find_call(schema, syscall), schema);
            },
            py::arg("schema"), py::arg("syscall"), doc("Question.missing"));
    module.def(
        "filter", [](const PyBatch& batch, PyQuestion& question) { return question.filter(batch); }, Unlocked(),
        py::arg("batch"), py::arg("question"), doc("filter"));
}

}  // namespace traceleft::bindings
