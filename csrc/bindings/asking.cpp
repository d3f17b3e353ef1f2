// SPDX-License-Identifier: MIT
#include "asking.h"

#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings.h"
#include "error.h"
#include "handler.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

Asking read(const std::string& where, std::uint32_t sample, std::uint32_t rate_limit, std::uint64_t first,
            std::vector<std::string> by) {
    return {where.empty() ? nullptr : ask::Question::parse(where), sample, rate_limit, first, std::move(by)};
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

// In the calls' order. They are of one ABI.
std::vector<std::string> explain(const Asking& asking, const EventSchema& schema,
                                 const std::vector<std::string>& syscalls) {
    std::vector<const SyscallSchema*> calls;
    const EventSchema* abi = &schema;
    for (const std::string& syscall : syscalls) {
        NamedCall named = find(schema, syscall);
        if (!named.call) throw Error(ErrorKind::Usage, "no schema has a syscall named '" + syscall + "'");
        abi = named.schema;
        calls.push_back(named.call);
    }
    std::vector<std::string> all;
    if (!asking.where) return all;
    std::map<const SyscallSchema*, ask::Predicate> bound = asking.where->bind_each(calls, *abi);
    for (const SyscallSchema* call : calls)
        all.push_back(
            ask::explain(bound.at(call), asking.where->text()) +
            instructions_of(compile(asking, abi != &schema || is_source(call->syscall.name), bound.at(call))));
    return all;
}

}  // namespace

void bind_asking(py::module_& module) {
    py::class_<Asking>(module, "Asking")
        .def(py::init(&read), py::arg("where"), py::kw_only(), py::arg("sample") = 0, py::arg("rate_limit") = 0,
             py::arg("first") = 0, py::arg("by") = std::vector<std::string>())
        .def("missing", &missing, py::arg("schema"), py::arg("syscall"))
        .def("explain", &explain, py::arg("schema"), py::arg("syscalls"))
        .def(
            "is_early",
            [](const Asking& asking, Dispatcher& dispatcher, const std::vector<std::string>& syscalls) {
                return Handler::is_early(dispatcher, syscalls, asking);
            },
            py::arg("dispatcher"), py::arg("syscalls"), Unlocked())
        .def_property_readonly("asks_duration", &Asking::asks_duration)
        .def_property_readonly("asks_files",
                               [](const Asking& asking) { return asking.where && asking.where->asks_files(); })
        .def_property_readonly("member_paths", &Asking::member_paths)
        .def_property_readonly("text", &Asking::text);
}

}  // namespace traceleft::bindings
