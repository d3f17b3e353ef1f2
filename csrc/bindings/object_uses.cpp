// SPDX-License-Identifier: MIT
#include "object_uses.h"

#include "bindings.h"
#include "docs.h"
#include "open_file.h"
#include "row.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// The rows that `get` gives, each made an object of Python's by `row`.
template <typename Use, typename Row>
py::list rows_of(const ObjectUses& uses, std::vector<Use> (ObjectUses::*get)() const, Row&& row) {
    std::vector<Use> found;
    {
        py::gil_scoped_release unlocked;
        found = (uses.*get)();
    }
    py::list all;
    for (const Use& each : found) all.append(row(each, each.use));
    return all;
}

py::list file_rows(const RowType& type, const ObjectUses& uses) {
    return rows_of(uses, &ObjectUses::files, [&](const FileUse& file, const Use& use) {
        return type(decoded(file.path), file.kind, file.deleted, file.device, file.inode, file.opens, use.calls,
                    use.errors, use.reads, use.writes, use.bytes_read, use.bytes_written, use.ns);
    });
}

py::list socket_rows(const RowType& type, const ObjectUses& uses) {
    return rows_of(uses, &ObjectUses::sockets, [&](const SocketUse& socket, const Use& use) {
        return type(PyOpenFile{socket.socket}, socket.pid, decoded(socket.comm), use.calls, use.errors, use.reads,
                    use.writes, use.bytes_read, use.bytes_written, use.ns, use.first, use.last);
    });
}

}  // namespace

void bind_object_uses(py::module_& module) {
    RowType file(module, "FileUse");
    RowType socket(module, "SocketUse");
    py::class_<ObjectUses>(module, "ObjectUses")
        .def(py::init([](std::shared_ptr<EventSchema> schema, std::size_t limit) {
                 return std::make_unique<ObjectUses>(std::move(schema), limit);
             }),
             py::arg("schema"), py::arg("limit"))
        .def(
            "add",
            [](ObjectUses& self, const PyBatch& batch) {
                std::shared_ptr<const Batch> events = batch.batch;
                py::gil_scoped_release unlocked;
                self.add(*events);
            },
            py::arg("batch"), doc("ObjectUses.add"))
        .def(
            "files", [file](const ObjectUses& self) { return file_rows(file, self); }, doc("ObjectUses.files"))
        .def(
            "sockets", [socket](const ObjectUses& self) { return socket_rows(socket, self); },
            doc("ObjectUses.sockets"))
        .def_property_readonly("dropped", &ObjectUses::dropped);
}

}  // namespace traceleft::bindings
