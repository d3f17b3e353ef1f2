// SPDX-License-Identifier: MIT
#include "elf_probes.h"

#include <pybind11/stl.h>

#include "bindings.h"
#include "docs.h"
#include "probe_operand.h"
#include "row.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

struct ProbeRows {
    RowType function, usdt, probes;
};

py::object read_probes(const ProbeRows& rows, const std::string& path) {
    ElfProbes probes;
    {
        py::gil_scoped_release unlocked;
        probes = read_elf_probes(path);
    }
    py::list functions, usdt;
    for (const ElfFunction& each : probes.functions)
        functions.append(rows.function(readable(each.name), each.offset, each.is_chooser));
    for (const UsdtPlace& each : probes.usdt) {
        py::list operands;
        for (const std::string& operand : split_operands(each.arguments)) operands.append(readable(operand));
        usdt.append(
            rows.usdt(readable(each.provider), readable(each.name), py::tuple(operands), each.offset, each.semaphore));
    }
    return rows.probes(functions, usdt, probes.is_stripped, probes.moves_stacks);
}

}  // namespace

void bind_elf_probes(py::module_& module) {
    ProbeRows rows{{module, "FunctionPlace"}, {module, "UsdtPlace"}, {module, "ElfProbes"}};
    module.def(
        "read_elf_probes", [rows](const py::bytes& path) { return read_probes(rows, path); }, py::arg("path"),
        doc("read_elf_probes"));
    module.def(
        "operand_form",
        [](const std::string& operand) -> py::object {
            std::optional<Machine> machine = own_machine();
            auto found = machine ? parse_operand(operand, *machine) : std::nullopt;
            if (!found) return py::none();
            return py::make_tuple(int{found->size}, found->is_signed != 0);
        },
        py::arg("operand"), doc("operand_form"));
    module.def(
        "function_operands",
        [](std::size_t count) {
            std::optional<Machine> machine = own_machine();
            return machine ? function_operands(*machine, count) : std::vector<std::string>();
        },
        py::arg("count"), doc("function_operands"));
    module.def(
        "result_operand",
        [] {
            std::optional<Machine> machine = own_machine();
            return machine ? result_operand(*machine) : std::string();
        },
        doc("result_operand"));
}

}  // namespace traceleft::bindings
