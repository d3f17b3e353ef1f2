// SPDX-License-Identifier: MIT
#include "open_file.h"

#include <pybind11/stl.h>

#include <optional>

#include "bindings.h"
#include "file_text.h"
#include "socket_facts.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// Python's Socket.
struct PySocket {
    std::shared_ptr<const OpenFile> file;
    const wire::socket_record& record() const { return *file->socket(); }
};

py::object text_or_none(std::string_view text) { return text.empty() ? py::object(py::none()) : decoded(text); }

template <typename Number>
py::object number_or_none(Number number) {
    return number ? py::object(py::int_(number)) : py::object(py::none());
}

py::object address_of(const std::optional<SocketEnd>& end) {
    return end ? text_or_none(end->address) : py::object(py::none());
}

std::optional<std::uint32_t> port_of(const std::optional<SocketEnd>& end) { return end ? end->port : std::nullopt; }

std::optional<std::uint32_t> retransmits_of(const wire::socket_record& socket) {
    bool known = protocol_name(socket).substr(0, 3) == "TCP";
    return known ? std::optional(socket.retransmits) : std::nullopt;
}

void bind_socket(py::module_& module) {
    py::class_<PySocket>(module, "Socket")
        .def_property_readonly("family", [](const PySocket& self) { return family_name(self.record().family); })
        .def_property_readonly("type", [](const PySocket& self) { return socket_type_name(self.record().type); })
        .def_property_readonly("protocol",
                               [](const PySocket& self) { return text_or_none(protocol_name(self.record())); })
        .def_property_readonly("state",
                               [](const PySocket& self) { return text_or_none(state_name(self.record().state)); })
        .def_property_readonly("local_addr", [](const PySocket& self) { return address_of(local_end(self.record())); })
        .def_property_readonly("local_port", [](const PySocket& self) { return port_of(local_end(self.record())); })
        .def_property_readonly("peer_addr", [](const PySocket& self) { return address_of(peer_end(self.record())); })
        .def_property_readonly("peer_port", [](const PySocket& self) { return port_of(peer_end(self.record())); })
        .def_property_readonly("peer_pid", [](const PySocket& self) { return number_or_none(self.record().peer_pid); })
        .def_property_readonly("peer_inode",
                               [](const PySocket& self) { return number_or_none(self.record().peer_inode); })
        .def_property_readonly("retransmits", [](const PySocket& self) { return retransmits_of(self.record()); })
        .def_property_readonly("cookie", [](const PySocket& self) { return number_or_none(self.record().cookie); })
        .def_property_readonly("network_namespace",
                               [](const PySocket& self) { return number_or_none(self.record().network_namespace); })
        .def("__repr__", [](const PySocket& self) {
            std::string text;
            append_file(*self.file, text);
            return "Socket(" + text + ")";
        });
}

std::string repr(const OpenFile& file) {
    std::string text;
    append_file(file, text);
    return "OpenFile(" + text + ", id=" + std::to_string(file.id()) + ", version=" + std::to_string(file.version()) +
           ")";
}

}  // namespace

std::uint16_t place_of(const EventView& event, const std::string& name) {
    for (std::size_t i = 0; i < event.argument_count() && i < wire::DESCRIBED_RESULT; i++)
        if (argument_name(event, i) == name) return static_cast<std::uint16_t>(i);
    for (const NamedPlace& each : named_places)
        if (each.name == name) return each.place;
    throw py::key_error(name);
}

py::object file_at(const EventView& event, const Objects& objects, const std::string& name) {
    std::uint16_t place = place_of(event, name);
    const OpenFile* file = place < wire::DESCRIBED_RESULT ? event.argument_file(place) : event.file(place);
    return file ? py::cast(PyOpenFile{objects.share(file->key())}) : py::none();
}

py::dict files_of(const EventView& event, const Objects& objects) {
    py::dict all;
    for_each_file(event, [&](std::string_view name, const OpenFile& file) {
        all[py::str(name)] = PyOpenFile{objects.share(file.key())};
    });
    return all;
}

void bind_open_files(py::module_& module) {
    bind_socket(module);
    py::class_<PyOpenFile>(module, "OpenFile")
        .def_property_readonly("id", [](const PyOpenFile& self) { return self.file->id(); })
        .def_property_readonly("version", [](const PyOpenFile& self) { return self.file->version(); })
        .def_property_readonly("kind", [](const PyOpenFile& self) { return decoded(self.file->kind_word()); })
        .def_property_readonly("raw",
                               [](const PyOpenFile& self) {
                                   std::span<const std::byte> bytes = self.file->raw();
                                   return py::bytes(reinterpret_cast<const char*>(bytes.data()), bytes.size());
                               })
        .def_property_readonly("path", [](const PyOpenFile& self) { return decoded(self.file->path()); })
        .def_property_readonly("host_path", [](const PyOpenFile& self) { return decoded(self.file->host_path()); })
        .def_property_readonly("deleted", [](const PyOpenFile& self) { return self.file->deleted(); })
        .def_property_readonly("cut", [](const PyOpenFile& self) { return self.file->cut(); })
        .def_property_readonly("created", [](const PyOpenFile& self) { return self.file->created(); })
        .def_property_readonly("made", [](const PyOpenFile& self) { return self.file->made(); })
        .def_property_readonly("device", [](const PyOpenFile& self) { return self.file->device(); })
        .def_property_readonly("inode", [](const PyOpenFile& self) { return self.file->head().inode; })
        .def_property_readonly("rdev", [](const PyOpenFile& self) { return self.file->special_device(); })
        .def_property_readonly("mode", [](const PyOpenFile& self) { return self.file->head().mode; })
        .def_property_readonly("flags", [](const PyOpenFile& self) { return self.file->head().flags; })
        .def_property_readonly("timestamp", [](const PyOpenFile& self) { return self.file->head().object.timestamp; })
        .def_property_readonly("mount_namespace",
                               [](const PyOpenFile& self) { return self.file->head().mount_namespace; })
        .def_property_readonly("socket",
                               [](const PyOpenFile& self) {
                                   return self.file->socket() ? std::optional(PySocket{self.file}) : std::nullopt;
                               })
        .def("__eq__",
             [](const PyOpenFile& self, const py::object& other) {
                 return py::isinstance<PyOpenFile>(other) &&
                        other.cast<const PyOpenFile&>().file->key() == self.file->key();
             })
        .def("__hash__",
             [](const PyOpenFile& self) { return py::hash(py::make_tuple(self.file->id(), self.file->version())); })
        .def("__repr__", [](const PyOpenFile& self) { return repr(*self.file); });
}

}  // namespace traceleft::bindings
