// SPDX-License-Identifier: MIT
#include "call_table.h"

#include <pybind11/stl.h>

#include "bindings.h"
#include "docs.h"
#include "row.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

template <typename Read>
py::list calls(const RowType& type, Read read) {
    std::vector<CallRow> rows;
    {
        py::gil_scoped_release unlocked;
        rows = read();
    }
    py::list all;
    for (const CallRow& row : rows) {
        py::tuple buckets(row.buckets.size());
        for (std::size_t i = 0; i < row.buckets.size(); i++) buckets[i] = row.buckets[i];
        all.append(
            type(decoded(row.syscall), row.pid, decoded(row.comm), row.calls, row.errors, row.timed, row.ns, buckets));
    }
    return all;
}

}  // namespace

void bind_call_table(py::module_& module) {
    RowType row(module, "CallCounts");
    module.attr("CALL_BUCKETS") = static_cast<int>(wire::CALL_BUCKETS);
    py::class_<CallTable, std::shared_ptr<CallTable>>(module, "CallTable")
        .def(py::init([](std::shared_ptr<EventSchema> schema, std::uint32_t max_keys) {
                 return std::make_shared<CallTable>(std::move(schema), max_keys);
             }),
             py::arg("schema"), py::kw_only(), py::arg("max_keys"))
        .def(
            "calls", [row](const CallTable& self) { return calls(row, [&] { return self.rows(); }); },
            doc("CallTable.calls"))
        .def_property_readonly("keys",
                               [](const CallTable& self) {
                                   py::gil_scoped_release unlocked;
                                   return self.keys();
                               })
        .def(
            "take",
            [row](CallTable& self, const std::set<pid_t>& pids) { return calls(row, [&] { return self.take(pids); }); },
            py::arg("pids"), doc("CallTable.take"));
}

}  // namespace traceleft::bindings
