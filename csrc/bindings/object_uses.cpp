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

py::list file_rows(const RowType& type, const ObjectUses& uses) {
    std::vector<FileUse> files;
    {
        py::gil_scoped_release unlocked;
        files = uses.files();
    }
    py::list all;
    for (const FileUse& file : files) {
        const Use& use = file.use;
        all.append(type(decoded(file.path), file.kind, file.deleted, file.device, file.inode, file.opens, use.calls,
                        use.errors, use.reads, use.writes, use.bytes_read, use.bytes_written, use.ns));
    }
    return all;
}

py::list socket_rows(const RowType& type, const ObjectUses& uses) {
    std::vector<SocketUse> sockets;
    {
        py::gil_scoped_release unlocked;
        sockets = uses.sockets();
    }
    py::list all;
    for (const SocketUse& socket : sockets) {
        const Use& use = socket.use;
        all.append(type(PyOpenFile{socket.socket}, socket.pid, decoded(socket.comm), use.calls, use.errors, use.reads,
                        use.writes, use.bytes_read, use.bytes_written, use.ns, use.first, use.last));
    }
    return all;
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
