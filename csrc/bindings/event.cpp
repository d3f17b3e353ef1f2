// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "bindings.h"
#include "docs.h"
#include "error.h"
#include "event_fields.h"
#include "event_stack.h"
#include "event_text.h"
#include "event_view.h"
#include "open_file.h"
#include "py_process.h"
#include "row.h"
#include "text_formatter.h"
#include "value_python.h"
#include "value_walk.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// An event that keeps its batch alive.
struct PyEvent {
    PyBatch owner;
    EventView view;
};

PyEvent event_at(const PyBatch& batch, std::ptrdiff_t index) {
    std::ptrdiff_t size = batch.batch->size();
    if (index < 0) index += size;
    if (index < 0 || index >= size) throw py::index_error("event index out of range");
    std::optional<EventView> view = batch.batch->view(index, *batch.schema);
    if (!view) throw py::value_error("the record is shorter than any event");
    return {batch, *view};
}

std::optional<std::size_t> find_argument(const EventView& event, std::string_view name) {
    for (std::size_t i = 0; i < event.argument_count(); i++)
        if (argument_name(event, i) == name) return i;
    return std::nullopt;
}

std::size_t argument_index(const EventView& event, const std::string& name) {
    if (std::optional<std::size_t> index = find_argument(event, name)) return *index;
    throw py::key_error(name);
}

/// The value of an argument; null where there is none of that name, as of any key that is no text.
py::object find_value(const PyEvent& event, const py::object& name) {
    if (!py::isinstance<py::str>(name)) return {};
    Py_ssize_t size = 0;
    const char* text = PyUnicode_AsUTF8AndSize(name.ptr(), &size);
    if (!text) {  // it has surrogates, as no argument's name has
        PyErr_Clear();
        return {};
    }
    std::optional<std::size_t> index = find_argument(event.view, {text, static_cast<std::size_t>(size)});
    return index ? value_to_python(event.view, *index, *event.owner.schema) : py::object();
}

/// One of the classes of collections.abc that show a mapping's keys, values or items.
py::object view_of(const char* name, const py::object& mapping) {
    return py::module_::import("collections.abc").attr(name)(mapping);
}

py::str call_text(const PyEvent& event) {
    std::string text;
    append_call(event.view, *event.owner.schema, text);
    return text;
}

py::bytes raw_bytes(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What pickle keeps of an event: its record, those of its files and stacks, and how to find its schema.
py::tuple reduced(const PyEvent& event) {
    py::list files;
    for_each_file(event.view, [&](std::string_view, const OpenFile& file) { files.append(raw_bytes(file.raw())); });
    for (const NamedStack* stack : {event.view.ustack(), event.view.kstack()})
        if (stack && stack != &NamedStack::lost()) files.append(raw_bytes(stack->raw()));
    WallClock clock = event.owner.batch->clock();
    py::module_ pickled = py::module_::import("traceleft.pickled");
    py::object schema = py::cast(std::const_pointer_cast<EventSchema>(event.owner.schema));
    return py::make_tuple(pickled.attr("event"),
                          py::make_tuple(raw_bytes(event.view.raw()), pickled.attr("key_of")(schema),
                                         clock.realtime_offset, clock.utc_offset, files));
}

py::dict arguments(const PyEvent& event) {
    py::dict all;
    for (std::size_t i = 0; i < event.view.argument_count(); i++)
        all[py::str(argument_name(event.view, i))] = value_to_python(event.view, i, *event.owner.schema);
    return all;
}

py::dict passed(const PyEvent& event) {
    py::dict all;
    for (std::size_t i = 0; i < event.view.argument_count(); i++)
        if (event.view.passed(i))
            all[py::str(argument_name(event.view, i))] = passed_to_python(event.view, i, *event.owner.schema);
    return all;
}

py::dict raw_arguments(const EventView& event) {
    py::dict all;
    for (std::size_t i = 0; i < event.argument_count(); i++) all[py::str(argument_name(event, i))] = event.argument(i);
    return all;
}

py::dict pids_of(const EventView& event, const RowType& type) {
    py::dict all;
    NamedPids pids = event.pids();
    for (std::size_t i = 0; i < pids.size(); i++) {
        const wire::named_pid named = pids[i];
        std::string_view comm = comm_of(named);
        all[py::int_(named.number)] = type(named.pid, comm.empty() ? py::object(py::none()) : decoded(comm));
    }
    return all;
}

/// How many events there are of each name and stacks, with these: (comm, syscall, ustack, kstack, events).
py::list stack_counts_of(const PyBatch& batch) {
    using Key = std::tuple<std::string, std::string, const NamedStack*, const NamedStack*>;
    std::map<Key, std::uint64_t> counts;
    {
        py::gil_scoped_release unlocked;
        for (std::size_t i = 0; i < batch.batch->size(); i++) {
            std::optional<EventView> event = batch.batch->view(i, *batch.schema);
            if (!event) continue;
            const NamedStack* user = event->ustack();
            const NamedStack* kernel = event->kstack();
            if (user || kernel) counts[{std::string(event->comm()), std::string(event->syscall()), user, kernel}]++;
        }
    }
    py::list all;
    for (const auto& [key, events] : counts) {
        const auto& [comm, syscall, user, kernel] = key;
        all.append(py::make_tuple(decoded(comm), decoded(syscall), stack_object(user), stack_object(kernel), events));
    }
    return all;
}

Objects objects_of(const std::vector<py::bytes>& records) {
    Objects objects;
    for (const py::bytes& record : records) {
        std::string_view bytes = record;
        std::span<const std::byte> raw(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size());
        if (std::optional<Process> process = Process::decode(raw))
            objects.processes().add(std::make_shared<const Process>(*std::move(process)));
        else if (std::optional<OpenFile> file = OpenFile::decode(raw))
            objects.add(std::make_shared<const OpenFile>(*std::move(file)));
        else if (std::optional<NamedStack> stack = NamedStack::decode(raw))
            objects.stacks().add(std::make_shared<const NamedStack>(*std::move(stack)));
        else
            throw py::value_error("the record is no open file's, no process's and no stack's");
    }
    return objects;
}

/// Whether what stands there could be told; None where it is no descriptor that was looked at.
py::object file_status(const EventView& event, const std::string& name) {
    static constexpr const char* names[] = {"ok", "none", "untold", "unknown"};
    std::optional<wire::described> found = event.described().find(place_of(event, name));
    if (!found) return py::none();
    return py::str(names[std::min<std::size_t>(found->status, std::size(names) - 1)]);
}

py::object capture_status(const EventView& event, const std::string& name) {
    static constexpr const char* names[] = {"ok", "truncated", "fault", "none"};
    std::size_t index = argument_index(event, name);
    const SyscallSchema* known = event.schema();
    // The command may say that this time the argument is no pointer.
    if (known && index < known->arguments.size() && is_scalar(meaning_of(event, known->arguments[index]).kind))
        return py::none();
    std::optional<Captured> memory = event.captured(index);
    if (!memory) return py::none();
    if (memory->status == wire::CAPTURED_OK) {
        if (index < 32 && event.truncated() >> index & 1) return py::str("truncated");  // behind a pointer in it
        if (memory->late) return py::str("late");
    }
    return py::str(names[std::min<std::size_t>(memory->status, std::size(names) - 1)]);
}

/// A property for a field of the header; None in events that lack it.
template <EventField field>
auto property() {
    constexpr FieldRow row = field_row<field>;
    using Value = FieldValue<field>;
    if constexpr (row.type == FieldType::text || row.type == FieldType::name) {
        return [](const PyEvent& event) { return decoded(field_value<field>(event.view)); };
    } else if constexpr (row.type == FieldType::error) {
        return [](const PyEvent& event) -> std::optional<std::string> {
            int errnum = field_value<field>(event.view);
            if (!errnum) return std::nullopt;
            std::string name;
            append_error(errnum, name);
            return name;
        };
    } else if constexpr (row.type == FieldType::abi) {
        return [](const PyEvent& event) -> std::optional<std::string_view> {
            std::string_view name = field_value<field>(event.view);
            return name.empty() ? std::nullopt : std::optional(name);
        };
    } else if constexpr (row.type == FieldType::flag || row.presence == FieldPresence::always ||
                         row.presence == FieldPresence::returned) {  // at an entry there is a number that means nothing
        return [](const PyEvent& event) { return field_value<field>(event.view); };
    } else {
        return [](const PyEvent& event) -> std::optional<Value> {
            Value value = field_value<field>(event.view);
            return is_there<field>(event.view, value) ? std::optional(value) : std::nullopt;
        };
    }
}

}  // namespace

void bind_events(py::module_& module) {
    module.attr("EVENT_MAGIC") = static_cast<std::uint32_t>(wire::EVENT_MAGIC);
    module.attr("EVENT_ENTRY") = static_cast<std::uint32_t>(wire::EVENT_ENTRY);
    module.attr("EVENT_UNFINISHED") = static_cast<std::uint32_t>(wire::EVENT_UNFINISHED);
    module.attr("CAPTURED_OK") = static_cast<std::uint32_t>(wire::CAPTURED_OK);
    module.attr("CAPTURED_TRUNCATED") = static_cast<std::uint32_t>(wire::CAPTURED_TRUNCATED);
    module.attr("CAPTURED_FAULT") = static_cast<std::uint32_t>(wire::CAPTURED_FAULT);
    py::class_<PyBatch>(module, "Batch")
        .def(py::init([](const std::vector<py::bytes>& events, std::shared_ptr<EventSchema> schema,
                         std::int64_t realtime_offset, std::int32_t utc_offset, const std::vector<py::bytes>& objects) {
                 auto batch = std::make_shared<Batch>(WallClock{realtime_offset, utc_offset});
                 for (const py::bytes& event : events) {
                     std::string_view bytes = event;
                     batch->append(bytes.data(), bytes.size());
                 }
                 batch->set_objects(objects_of(objects));
                 return PyBatch{batch, std::move(schema)};
             }),
             py::arg("events"), py::arg("schema"), py::arg("realtime_offset") = 0, py::arg("utc_offset") = 0,
             py::arg("objects") = py::tuple())
        .def("__len__", [](const PyBatch& batch) { return batch.batch->size(); })
        .def("__getitem__", &event_at, py::arg("index"))
        .def("__iter__",
             [](const py::object& self) { return py::reinterpret_steal<py::object>(PySeqIter_New(self.ptr())); })
        .def_property_readonly("has_objects", [](const PyBatch& batch) { return batch.batch->objects().size() != 0; })
        .def_property_readonly("objects",
                               [](const PyBatch& batch) {
                                   std::vector<PyOpenFile> all;
                                   for (const auto& file : batch.batch->objects().all()) all.push_back({file});
                                   return all;
                               })
        .def_property_readonly("processes",
                               [](const PyBatch& batch) {
                                   std::vector<PyProcess> all;
                                   for (const auto& process : batch.batch->objects().processes().all())
                                       all.push_back({process});
                                   return all;
                               })
        .def("stack_counts", &stack_counts_of, doc("Batch.stack_counts"))
        .def_property_readonly("nbytes", [](const PyBatch& batch) { return batch.batch->bytes(); })
        .def_property_readonly("realtime_offset",
                               [](const PyBatch& batch) { return batch.batch->clock().realtime_offset; })
        .def_property_readonly("utc_offset", [](const PyBatch& batch) { return batch.batch->clock().utc_offset; });

    RowType named_pid(module, "NamedPid");
    py::class_<PyEvent> event_class(module, "Event");
    for_each_event_field([&]<EventField field>() {
        if constexpr (field_row<field>.is_header() && field_row<field>.type != FieldType::time)
            event_class.def_property_readonly(field_name<field>.data(), property<field>());
    });
    event_class.def_property_readonly("extra", [](const PyEvent& event) { return raw_bytes(event.view.extra()); })
        .def_property_readonly("args", [](const PyEvent& event) { return arguments(event); })
        .def_property_readonly("passed", [](const PyEvent& event) { return passed(event); })
        .def_property_readonly("pids", [named_pid](const PyEvent& event) { return pids_of(event.view, named_pid); })
        .def_property_readonly("ustack", [](const PyEvent& event) { return stack_object(event.view.ustack()); })
        .def_property_readonly("kstack", [](const PyEvent& event) { return stack_object(event.view.kstack()); })
        .def_property_readonly("raw_args", [](const PyEvent& event) { return raw_arguments(event.view); })
        .def_property_readonly("raw", [](const PyEvent& event) { return raw_bytes(event.view.raw()); })
        .def(
            "captured_bytes",
            [](const PyEvent& event, const std::string& name) -> py::object {
                std::optional<Captured> memory = event.view.captured(argument_index(event.view, name));
                if (!memory || !memory->here()) return py::none();
                return py::bytes(memory->bytes.data(), memory->bytes.size());
            },
            py::arg("name"), doc("Event.captured_bytes"))
        .def(
            "capture_status",
            [](const PyEvent& event, const std::string& name) { return capture_status(event.view, name); },
            py::arg("name"), doc("Event.capture_status"))
        .def(
            "file",
            [](const PyEvent& event, const std::string& name) {
                return file_at(event.view, event.owner.batch->objects(), name);
            },
            py::arg("name"), doc("Event.file"))
        .def(
            "file_status", [](const PyEvent& event, const std::string& name) { return file_status(event.view, name); },
            py::arg("name"), doc("Event.file_status"))
        .def_property_readonly("files",
                               [](const PyEvent& event) { return files_of(event.view, event.owner.batch->objects()); })
        .def_property_readonly("resolved_path",
                               [](const PyEvent& event) -> py::object {
                                   std::string_view path = event.view.resolved_path();
                                   return path.empty() ? py::object(py::none()) : decoded(path);
                               })
        .def_property_readonly("process",
                               [](const PyEvent& event) {
                                   const wire::event_header& header = event.view.header();
                                   const auto& process =
                                       event.owner.batch->objects().processes().at(header.pid, header.timestamp);
                                   return process ? std::optional(PyProcess{process}) : std::nullopt;
                               })
        .def_property_readonly("path_mismatch", [](const PyEvent& event) { return event.view.path_mismatch(); })
        .def(
            "__getitem__",
            [](const PyEvent& event, const py::object& name) {
                if (py::object value = find_value(event, name)) return value;
                PyErr_SetObject(PyExc_KeyError, py::reinterpret_borrow<py::object>(PyExc_KeyError)(name).ptr());
                throw py::error_already_set();
            },
            py::arg("name"), doc("Event.__getitem__"))
        .def(
            "get",
            [](const PyEvent& event, const py::object& name, const py::object& otherwise) {
                py::object value = find_value(event, name);
                return value ? value : otherwise;
            },
            py::arg("name"), py::arg("default") = py::none(), doc("Event.get"))
        .def("__contains__", [](const PyEvent& event, const py::object& name) { return bool(find_value(event, name)); })
        .def("__len__", [](const PyEvent& event) { return event.view.argument_count(); })
        .def("__iter__",
             [](const PyEvent& event) {
                 py::list names;
                 for (std::size_t i = 0; i < event.view.argument_count(); i++)
                     names.append(argument_name(event.view, i));
                 return py::iter(names);
             })
        .def(
            "keys", [](const py::object& self) { return view_of("KeysView", self); }, doc("Event.keys"))
        .def(
            "values", [](const py::object& self) { return view_of("ValuesView", self); }, doc("Event.values"))
        .def(
            "items", [](const py::object& self) { return view_of("ItemsView", self); }, doc("Event.items"))
        .def("__repr__", &call_text)
        .def("__reduce__", &reduced);
    py::module_::import("collections.abc").attr("Mapping").attr("register")(event_class);
}

}  // namespace traceleft::bindings
