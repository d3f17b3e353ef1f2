// SPDX-License-Identifier: MIT
#include "bindings.h"
#include "bpf_memory.h"
#include "docs.h"
#include "memory_account.h"
#include "row.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

py::list memory(const RowType& row) {
    std::vector<HeldMemory> held;
    {
        py::gil_scoped_release unlocked;
        held = bpf_memory();
        for (HeldMemory& each : accounted_memory()) held.push_back(std::move(each));
    }
    py::list all;
    for (const HeldMemory& each : held)
        all.append(row(readable(each.function), each.description, each.objects, each.bytes));
    return all;
}

}  // namespace

void bind_memory(py::module_& module) {
    module.def("memory", [row = RowType(module, "HeldMemory")] { return memory(row); }, doc("memory"));
}

}  // namespace traceleft::bindings
