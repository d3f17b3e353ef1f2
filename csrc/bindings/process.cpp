// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>
#include <sys/wait.h>

#include <functional>
#include <optional>

#include "bindings.h"
#include "docs.h"
#include "process_uses.h"
#include "py_process.h"
#include "row.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

py::object known_text(const std::string& text) { return text.empty() ? py::object(py::none()) : decoded(text); }

py::object argv_of(const Process& process) {
    if (!process.has(wire::PROCESS_ARGV_KNOWN)) return py::none();
    py::list all;
    for (std::string_view each : process.argv()) all.append(decoded(each));
    return all;
}

std::optional<int> exit_code_of(const Process& process) {
    int status = process.head().exit_status;
    return process.exited() && WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

std::optional<int> exit_signal_of(const Process& process) {
    int status = process.head().exit_status;
    return process.exited() && WIFSIGNALED(status) ? std::optional(WTERMSIG(status)) : std::nullopt;
}

py::list uses_of(const RowType& row, const ProcessUses& uses) {
    std::vector<ProcessUse> found;
    {
        py::gil_scoped_release unlocked;
        found = uses.all();
    }
    py::list all;
    for (const ProcessUse& each : found) {
        py::object process = each.process ? py::cast(PyProcess{each.process}) : py::none();
        all.append(row(process, each.pid, decoded(each.comm), each.events, each.errors, each.first, each.last));
    }
    return all;
}

}  // namespace

void bind_process_uses(py::module_& module) {
    RowType row(module, "ProcessUse");
    py::class_<ProcessUses>(module, "ProcessUses")
        .def(py::init([](std::shared_ptr<EventSchema> schema, std::size_t limit) {
                 return std::make_unique<ProcessUses>(std::move(schema), limit);
             }),
             py::arg("schema"), py::arg("limit"))
        .def(
            "add",
            [](ProcessUses& self, const PyBatch& batch) {
                std::shared_ptr<const Batch> events = batch.batch;
                py::gil_scoped_release unlocked;
                self.add(*events);
            },
            py::arg("batch"), doc("ProcessUses.add"))
        .def(
            "all", [row](const ProcessUses& self) { return uses_of(row, self); }, doc("ProcessUses.all"))
        .def_property_readonly("dropped", &ProcessUses::dropped);
}

void bind_processes(py::module_& module) {
    py::class_<PyProcess> process(module, "Process");
    auto property = [&process](const char* name, auto get) {
        process.def_property_readonly(name, [get](const PyProcess& self) { return get(*self.process); });
    };
    auto number = [&property](const char* name, auto member) {
        property(name, [member](const Process& self) { return self.head().*member; });
    };
    property("pid", [](const Process& self) { return self.pid(); });
    number("ppid", &wire::process_record::ppid);
    number("start_time", &wire::process_record::start_time);
    number("start_boottime", &wire::process_record::start_boottime);
    number("parent_start_time", &wire::process_record::parent_start_time);
    property("timestamp", [](const Process& self) { return self.head().object.timestamp; });
    property("comm", [](const Process& self) { return decoded(self.comm()); });
    property("exe", [](const Process& self) { return known_text(self.exe()); });
    property("host_exe", [](const Process& self) { return known_text(self.host_exe()); });
    property("exe_deleted", [](const Process& self) { return self.has(wire::PROCESS_EXE_DELETED); });
    property("cwd", [](const Process& self) { return known_text(self.cwd()); });
    property("argv", argv_of);
    property("argv_cut", [](const Process& self) { return self.argv_cut(); });
    for (auto& [name, member] : {std::pair("uid", &wire::process_record::uid),
                                 {"gid", &wire::process_record::gid},
                                 {"euid", &wire::process_record::euid},
                                 {"egid", &wire::process_record::egid},
                                 {"ns_pid", &wire::process_record::ns_pid},
                                 {"session", &wire::process_record::session},
                                 {"pid_namespace", &wire::process_record::pid_namespace},
                                 {"mount_namespace", &wire::process_record::mount_namespace},
                                 {"network_namespace", &wire::process_record::network_namespace},
                                 {"user_namespace", &wire::process_record::user_namespace}})
        number(name, member);
    number("capabilities", &wire::process_record::capabilities);
    property("tty", [](const Process& self) { return known_text(self.tty()); });
    number("cgroup_id", &wire::process_record::cgroup_id);
    property("cgroup", [](const Process& self) { return decoded(self.cgroup()); });
    property("container_id", [](const Process& self) { return known_text(self.container_id()); });
    property("exited", [](const Process& self) { return self.exited(); });
    property("exit_code", exit_code_of);
    property("exit_signal", exit_signal_of);
    property("exit_time",
             [](const Process& self) { return self.exited() ? std::optional(self.head().exit_time) : std::nullopt; });
    property("raw", [](const Process& self) {
        return py::bytes(reinterpret_cast<const char*>(self.raw().data()), self.raw().size());
    });
    process
        .def("__eq__",
             [](const PyProcess& self, const py::object& other) {
                 return py::isinstance<PyProcess>(other) &&
                        other.cast<const PyProcess&>().process->key() == self.process->key();
             })
        .def("__hash__",
             [](const PyProcess& self) {
                 ProcessKey key = self.process->key();
                 return py::hash(py::make_tuple(key.pid, key.timestamp, key.start_time));
             })
        .def("__repr__", [](const PyProcess& self) {
            return py::str("Process(pid={}, comm={!r}, start_time={})")
                .format(self.process->pid(), decoded(self.process->comm()), self.process->head().start_time);
        });
}

}  // namespace traceleft::bindings
