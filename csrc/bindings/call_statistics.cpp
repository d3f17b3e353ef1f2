#include "../call_statistics.h"

#include "bindings.h"
#include "docs.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

py::list calls(const CallStatistics& statistics) {
    std::vector<CallRow> rows;
    {
        py::gil_scoped_release unlocked;
        rows = statistics.rows();
    }
    py::list all;
    for (const CallRow& row : rows) {
        py::tuple buckets(row.counts.buckets.size());
        for (std::size_t i = 0; i < row.counts.buckets.size(); i++) buckets[i] = row.counts.buckets[i];
        all.append(py::make_tuple(decoded(row.syscall), row.pid, decoded(row.comm), row.counts.calls, row.counts.errors,
                                  row.counts.timed, row.counts.ns, buckets));
    }
    return all;
}

}  // namespace

void bind_call_statistics(py::module_& module) {
    py::class_<CallStatistics>(module, "CallStatistics")
        .def(py::init([](std::shared_ptr<EventSchema> schema, std::size_t limit) {
                 return std::make_unique<CallStatistics>(std::move(schema), limit);
             }),
             py::arg("schema"), py::kw_only(), py::arg("limit") = 10000)
        .def(
            "add",
            [](CallStatistics& self, const PyBatch& batch) {
                std::shared_ptr<const Batch> events = batch.batch;
                py::gil_scoped_release unlocked;
                self.add(*events);
            },
            py::arg("batch"), doc("CallStatistics.add"))
        .def("calls", &calls, doc("CallStatistics.calls"))
        .def("clear", &CallStatistics::clear, py::call_guard<py::gil_scoped_release>(), doc("CallStatistics.clear"));
}

}  // namespace traceleft::bindings
