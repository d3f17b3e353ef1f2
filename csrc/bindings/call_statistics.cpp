// SPDX-License-Identifier: MIT
#include "call_statistics.h"

#include <algorithm>

#include "bindings.h"
#include "docs.h"
#include "row.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

py::list calls(const RowType& type, const CallStatistics& statistics,
               std::vector<CallRow> (CallStatistics::*get)() const) {
    std::vector<CallRow> rows;
    {
        py::gil_scoped_release unlocked;
        rows = (statistics.*get)();
    }
    py::list all;
    for (const CallRow& row : rows) {
        py::tuple buckets(row.counts.buckets.size());
        for (std::size_t i = 0; i < row.counts.buckets.size(); i++) buckets[i] = row.counts.buckets[i];
        all.append(type(decoded(row.syscall), row.pid, decoded(row.comm), row.counts.calls, row.counts.errors,
                        row.counts.timed, row.counts.ns, buckets));
    }
    return all;
}

}  // namespace

void bind_call_statistics(py::module_& module) {
    RowType row(module, "CallCounts");
    py::class_<CallStatistics>(module, "CallStatistics")
        .def(py::init([](std::shared_ptr<EventSchema> schema, std::size_t limit, double idle) {
                 std::chrono::duration<double> seconds(std::clamp(idle, 0.0, 1e9));
                 return std::make_unique<CallStatistics>(std::move(schema), limit, seconds);
             }),
             py::arg("schema"), py::kw_only(), py::arg("limit") = 10000, py::arg("idle") = 300.0)
        .def(
            "add",
            [](CallStatistics& self, const PyBatch& batch) {
                std::shared_ptr<const Batch> events = batch.batch;
                py::gil_scoped_release unlocked;
                self.add(*events);
            },
            py::arg("batch"), doc("CallStatistics.add"))
        .def(
            "calls", [row](const CallStatistics& self) { return calls(row, self, &CallStatistics::rows); },
            doc("CallStatistics.calls"))
        .def(
            "calls_by_name",
            [row](const CallStatistics& self) { return calls(row, self, &CallStatistics::rows_by_name); },
            doc("CallStatistics.calls_by_name"))
        .def("clear", &CallStatistics::clear, py::call_guard<py::gil_scoped_release>(), doc("CallStatistics.clear"));
}

}  // namespace traceleft::bindings
