// SPDX-License-Identifier: MIT
#include "asking.h"

#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <vector>

#include "bindings.h"
#include "handler.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

Asking read(const std::string& where, std::uint32_t sample, std::uint32_t rate_limit) {
    return {where.empty() ? nullptr : ask::Question::parse(where), sample, rate_limit};
}

/// A call as it is named among others: openat, openat@64, openat@32.
struct NamedCall {
    const EventSchema* schema;
    const SyscallSchema* call;  ///< null: it is not known
};

NamedCall find(const EventSchema& schema, const std::string& name) {
    std::size_t suffix = name.find('@');
    bool compat = suffix != std::string::npos && name.substr(suffix) == compat_suffix;
    const EventSchema* abi = compat ? schema.compat() : &schema;
    if (!abi) return {&schema, nullptr};
    return {abi, abi->find(name.substr(0, suffix))};
}

std::vector<std::string> missing(const Asking& asking, const EventSchema& schema, const std::string& syscall) {
    NamedCall named = find(schema, syscall);
    if (!asking.where || !named.call) return {};
    return asking.where->missing(*named.call, *named.schema);
}

std::string explain(const Asking& asking, const EventSchema& schema, const std::string& syscall) {
    NamedCall named = find(schema, syscall);
    return asking.where ? ask::explain(asking.where->bind(named.call, *named.schema)) : "";
}

}  // namespace

void bind_asking(py::module_& module) {
    py::class_<Asking>(module, "Asking")
        .def(py::init(&read), py::arg("where"), py::kw_only(), py::arg("sample") = 0, py::arg("rate_limit") = 0)
        .def("missing", &missing, py::arg("schema"), py::arg("syscall"))
        .def("explain", &explain, py::arg("schema"), py::arg("syscall"))
        .def(
            "is_early",
            [](const Asking& asking, Dispatcher& dispatcher, const std::vector<std::string>& syscalls) {
                return Handler::is_early(dispatcher, syscalls, asking);
            },
            py::arg("dispatcher"), py::arg("syscalls"), Unlocked())
        .def_property_readonly("asks_duration",
                               [](const Asking& asking) { return asking.where && asking.where->asks_duration(); })
        .def_property_readonly("text", &Asking::text);
}

}  // namespace traceleft::bindings
