// SPDX-License-Identifier: MIT
#include "overview.h"

#include <pybind11/stl.h>

#include "bindings.h"
#include "docs.h"
#include "event_text.h"
#include "row.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

py::dict calls_of(const Overview& overview) {
    py::dict all;
    for (const auto& [name, totals] : overview.calls())
        all[decoded(name)] = py::make_tuple(totals.calls, totals.errors, totals.ns);
    return all;
}

py::dict failures_of(const Overview& overview) {
    py::dict all;
    for (const auto& [name, totals] : overview.calls()) {
        for (const auto& [errnum, calls] : totals.errors_by_number) {
            std::string error;
            append_error(errnum, error);
            all[py::make_tuple(decoded(name), error)] = calls;
        }
    }
    return all;
}

py::list threads_of(const RowType& type, const Overview& overview) {
    py::list all;
    for (const auto& [tid, thread] : overview.threads())
        all.append(type(thread.pid, tid, decoded(thread.comm), thread.calls, thread.errors, thread.calls_by_part,
                        thread.errors_by_part));
    return all;
}

}  // namespace

void bind_overview(py::module_& module) {
    RowType thread(module, "ThreadCalls");
    py::class_<Overview>(module, "Overview")
        .def(py::init<std::size_t, std::size_t>(), py::arg("parts"), py::arg("limit"))
        .def(
            "add",
            [](Overview& self, const PyBatch& batch) {
                std::shared_ptr<const Batch> events = batch.batch;
                py::gil_scoped_release unlocked;
                self.add(*events);
            },
            py::arg("batch"), doc("Overview.add"))
        .def("calls", &calls_of, doc("Overview.calls"))
        .def("failures", &failures_of, doc("Overview.failures"))
        .def(
            "threads", [thread](const Overview& self) { return threads_of(thread, self); }, doc("Overview.threads"))
        .def_property_readonly("dropped", &Overview::dropped);
}

}  // namespace traceleft::bindings
