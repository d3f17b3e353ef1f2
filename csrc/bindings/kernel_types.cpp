// SPDX-License-Identifier: MIT
#include "kernel_types.h"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "bindings.h"
#include "function_hook.h"
#include "function_symbols.h"
#include "member_path.h"
#include "row.h"
#include "value_kinds.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

py::object value_row(const RowType& row, const KernelValue& value) {
    py::list names;
    for (const NamedValue& each : value.names) names.append(py::make_tuple(each.name, each.value));
    return row(value.type, facts_of(value.kind).name, value.size, value.bit_shift, value.bit_width, names);
}

}  // namespace

void bind_kernel_types(py::module_& module) {
    RowType value(module, "KernelValue");
    module.def("kernel_functions", &hookable_functions_of_kernel);
    module.def(
        "kernel_function",
        [value, row = RowType(module, "KernelFunction")](const std::string& name) {
            KernelFunction function = KernelTypes::of_kernel().function(name);
            py::list parameters;
            for (const auto& [parameter, type] : function.parameters)
                parameters.append(py::make_tuple(parameter, value_row(value, type)));
            return row(function.id, function.module, parameters, value_row(value, function.result));
        },
        py::arg("name"));
    module.def(
        "kernel_function_clones", [](const std::string& name) { return FunctionSymbols::of_kernel().clones(name); },
        py::arg("name"));
    module.def(
        "kernel_member",
        [value](const std::string& function, const std::string& path) {
            KernelMember member = KernelTypes::of_kernel().member(function, path);
            return py::make_tuple(value_row(value, member.value), member.steps);
        },
        py::arg("function"), py::arg("path"));
    module.def("member_paths", &ask::member_paths, py::arg("text"));
}

}  // namespace traceleft::bindings
