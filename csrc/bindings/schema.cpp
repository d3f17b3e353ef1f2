// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "bindings.h"
#include "error.h"
#include "event_schema.h"
#include "schema_check.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// Reads schemas of version 2, as in battery/generated/ARCH/schema.json: any architecture's, for events may come from
/// another.
// As traceleft/sources.py writes them.
const std::map<std::string, std::uint16_t> record_places = {
    {"here", wire::SOURCE_HERE},
    {"data_loc", wire::SOURCE_DATA_LOC},
    {"rel_loc", wire::SOURCE_REL_LOC},
    {"bytes_acked", wire::SOURCE_TCP_BYTES_ACKED},
    {"bytes_received", wire::SOURCE_TCP_BYTES_RECEIVED},
    {"total_retrans", wire::SOURCE_TCP_TOTAL_RETRANS},
    {"member", wire::SOURCE_MEMBER},
};

/// The members of a schema's objects, by names that become Python's strings once.
class Members {
public:
    /// Null where there is none.
    py::handle find(py::handle object, const char* name) {
        // The interpreter's own functions for a dictionary crash on anything else.
        if (!py::isinstance<py::dict>(object)) throw py::type_error("no object");
        py::object& key = names_[name];
        if (!key) key = py::reinterpret_steal<py::object>(PyUnicode_InternFromString(name));
        PyObject* value = PyDict_GetItemWithError(object.ptr(), key.ptr());
        if (!value && PyErr_Occurred()) throw py::error_already_set();
        return value;
    }
    py::handle get(py::handle object, const char* name) {
        py::handle value = find(object, name);
        if (!value) throw py::key_error(name);
        return value;
    }

private:
    std::unordered_map<const char*, py::object> names_;  ///< by where the text lies
};

class SchemaReader {
public:
    std::shared_ptr<EventSchema> read(const py::dict& spec) {
        try {
            read_all(spec);
        } catch (const py::builtin_exception&) {
            throw wrong_type();
        } catch (const py::error_already_set& error) {
            for (PyObject* type :
                 {PyExc_LookupError, PyExc_TypeError, PyExc_ValueError, PyExc_OverflowError, PyExc_AttributeError})
                if (error.matches(type)) throw wrong_type();
            throw;
        }
        check_schema(*schema_);
        return schema_;
    }

private:
    Error wrong_type() const {
        return {ErrorKind::Usage, "the schema lacks something, or has it as another type, in " + place_};
    }

    void read_all(const py::dict& spec) {
        if (member(spec, "version").cast<int>() != 2) throw Error(ErrorKind::Usage, "the schema's version is not 2");
        for (auto [name, set] : checked_dict(member(spec, "flags"))) {
            place_ = name.cast<std::string>();
            schema_->add_flags(place_, read_flags(checked_dict(set)));
        }
        read_parts(checked_dict(member(spec, "flags")));
        for (auto [name, layout] : checked_dict(member(spec, "structs"))) {
            place_ = name.cast<std::string>();
            schema_->layout(place_) = read_layout(layout);
        }
        for (auto [name, call] : checked_dict(member(spec, "syscalls"))) {
            place_ = name.cast<std::string>();
            read_syscall(place_, call);
        }
        if (!members_.find(spec, "compat")) return;
        place_ = "compat";
        for (auto [name, call] : checked_dict(member(member(spec, "compat"), "syscalls"))) {
            SyscallInfo& known = schema_->compat_syscalls.emplace_back();
            known.name = name.cast<std::string>().append(compat_suffix);
            known.nr = call[py::int_(0)].cast<int>();
            known.compat = true;
        }
    }

    FlagSet read_flags(const py::dict& spec) {
        FlagSet set{member(spec, "mask").cast<std::uint64_t>(), values(member(spec, "choices")),
                    values(member(spec, "bits"))};
        set.form = optional<std::string>(spec, "form", "");
        set.decimal = optional<bool>(spec, "decimal", false);
        if (members_.find(spec, "whole")) set.whole = values(member(spec, "whole"));
        return set;
    }

    /// The parts of all sets, whose values speak of other sets.
    void read_parts(const py::dict& sets) {
        for (auto [name, set] : sets) {
            place_ = name.cast<std::string>();
            py::dict spec = checked_dict(set);
            if (!members_.find(spec, "parts")) continue;
            std::vector<WordPart> parts;
            for (py::handle each : member(spec, "parts")) {
                py::dict part = checked_dict(each);
                parts.push_back({member(part, "mask").cast<std::uint64_t>(),
                                 member(part, "shift").cast<std::uint32_t>(), read_value(part),
                                 optional<std::string>(part, "form", ""), optional<bool>(part, "first", false),
                                 optional<bool>(part, "shown", false)});
            }
            schema_->set_parts(place_, std::move(parts));
        }
    }

    static std::vector<NamedValue> values(py::handle pairs) {
        std::vector<NamedValue> all;
        for (py::handle pair : pairs)
            all.push_back({pair[py::int_(0)].cast<std::string>(), pair[py::int_(1)].cast<std::uint64_t>()});
        return all;
    }

    template <typename T>
    T optional(const py::dict& spec, const char* key, T otherwise) {
        py::handle value = members_.find(spec, key);
        return value ? value.cast<T>() : otherwise;
    }

    /// The interpreter's own functions for a dictionary crash on anything else.
    static py::dict checked_dict(py::handle spec) {
        if (!py::isinstance<py::dict>(spec)) throw py::type_error("no object");
        return py::reinterpret_borrow<py::dict>(spec);
    }

    std::uint32_t message_field(py::handle spec) { return optional<std::uint32_t>(checked_dict(spec), "proto", 0); }

    std::optional<std::size_t> optional_index(py::handle spec, const char* key) {
        py::handle index = members_.find(spec, key);
        return index ? std::optional(index.cast<std::size_t>()) : std::nullopt;
    }

    const StructLayout* known_layout(const std::string& name) { return &schema_->layout(name); }

    Value read_value(const py::dict& spec, std::size_t depth = 0) {
        if (depth > deepest_value) throw Error(ErrorKind::Usage, "the schema has too many arrays in arrays");
        Value value;
        value.kind = parse_kind(member(spec, "kind").cast<std::string>());
        value.size = optional<std::uint32_t>(spec, "size", 0);
        if (members_.find(spec, "bit")) {
            value.bit_shift = member(spec, "bit")[py::int_(0)].cast<std::uint32_t>();
            value.bit_width = member(spec, "bit")[py::int_(1)].cast<std::uint32_t>();
        }
        if (members_.find(spec, "flags")) value.flags = schema_->flags(member(spec, "flags").cast<std::string>());
        if (members_.find(spec, "struct")) value.layout = known_layout(member(spec, "struct").cast<std::string>());
        if (members_.find(spec, "of"))
            value.element = std::make_shared<Value>(read_value(checked_dict(member(spec, "of")), depth + 1));
        value.count = optional<std::uint32_t>(spec, "count", 0);
        value.linked = optional<bool>(spec, "linked", false);
        bool is_struct = value.kind == Kind::Struct || value.kind == Kind::Linked;
        bool is_list = value.kind == Kind::Array || value.kind == Kind::Pointers;
        bool complete = (!is_struct || value.layout) && (!is_list || value.element);
        if (!complete) throw Error(ErrorKind::Usage, "the schema has a struct or an array without its type");
        if (members_.find(spec, "cases")) value.cases = read_cases(spec, depth + 1);
        return value;
    }

    std::shared_ptr<const Cases> read_cases(const py::dict& spec, std::size_t depth) {
        auto cases = std::make_shared<Cases>();
        cases->selector = member(spec, "by").cast<std::size_t>();
        cases->mask = member(spec, "mask").cast<std::uint32_t>();
        for (py::handle each : member(spec, "cases")) {
            Value value = read_value(checked_dict(each), depth);
            for (py::handle number : member(each, "values")) cases->values[number.cast<std::uint32_t>()] = value;
        }
        return cases;
    }

    StructLayout read_layout(py::handle spec) {
        StructLayout layout;
        layout.size = member(spec, "size").cast<std::uint32_t>();
        for (py::handle field : member(spec, "fields"))
            layout.fields.push_back({member(field, "name").cast<std::string>(),
                                     member(field, "offset").cast<std::uint32_t>(), read_value(checked_dict(field)),
                                     message_field(field)});
        if (members_.find(spec, "record")) read_record(spec, layout);
        if (!members_.find(spec, "cases")) return layout;
        layout.selector = member(spec, "by").cast<std::string>();
        for (py::handle pair : member(spec, "cases"))
            layout.cases[pair[py::int_(0)].cast<std::uint64_t>()] = known_layout(pair[py::int_(1)].cast<std::string>());
        return layout;
    }

    void read_record(py::handle spec, StructLayout& layout) {
        auto name = member(spec, "record").cast<std::string>();
        auto field = std::find_if(layout.fields.begin(), layout.fields.end(),
                                  [&](const Field& each) { return each.name == name; });
        if (field == layout.fields.end()) throw Error(ErrorKind::Usage, "the schema has records without a length");
        layout.record_offset = field->offset;
        layout.record_size = field->value.size;
        layout.record_align = member(spec, "align").cast<std::uint32_t>();
    }

    void read_syscall(const std::string& name, py::handle spec) {
        SyscallSchema call;
        auto text = [&](const char* key) {
            return member(spec, key).is_none() ? "" : member(spec, key).cast<std::string>();
        };
        call.syscall = {name, member(spec, "nr").cast<int>(), text("tracepoint"), text("symbol")};
        call.returns = read_value(checked_dict(member(spec, "returns")));
        call.message_field = message_field(spec);
        call.reads = optional_index(spec, "reads");
        call.writes = optional_index(spec, "writes");
        call.pair = optional<bool>(checked_dict(spec), "pair", false);
        if (members_.find(spec, "probe")) call.probe = read_probe(member(spec, "probe"));
        for (py::handle each : member(spec, "args")) {
            py::dict argument = checked_dict(each);
            Argument known;
            known.name = member(argument, "name").cast<std::string>();
            known.type = member(argument, "type").cast<std::string>();
            known.value = read_value(argument);
            known.message_field = message_field(argument);
            // Older schemas don't say it.
            bool unsaid = known.value.kind == Kind::Strings && known.name == "envp";
            known.environment = optional<bool>(argument, "environment", unsaid);
            known.overwritten = optional<bool>(argument, "overwritten", false);
            if (members_.find(argument, "record")) known.record = read_place(member(argument, "record"));
            if (members_.find(argument, "when")) {
                known.when_argument = member(member(argument, "when"), "arg").cast<int>();
                known.when_mask = member(member(argument, "when"), "mask").cast<std::uint64_t>();
            }
            call.arguments.push_back(std::move(known));
        }
        schema_->add(std::move(call));
    }

    UserProbe read_probe(py::handle spec) {
        UserProbe probe{member(spec, "file").cast<std::string>(), {}};
        for (py::handle each : member(spec, "places")) {
            py::dict place = checked_dict(each);
            probe.places.push_back({member(place, "offset").cast<std::uint64_t>(),
                                    member(place, "semaphore").cast<std::uint64_t>(),
                                    member(place, "operands").cast<std::vector<std::string>>()});
        }
        return probe;
    }

    RecordPlace read_place(py::handle spec) {
        py::dict place = checked_dict(spec);
        auto at = record_places.find(optional<std::string>(place, "at", "here"));
        if (at == record_places.end()) throw py::type_error("no such place");
        RecordPlace known{member(place, "offset").cast<std::uint32_t>(), member(place, "size").cast<std::uint32_t>(),
                          at->second};
        if (members_.find(place, "steps")) known.steps = member(place, "steps").cast<std::vector<std::uint32_t>>();
        known.of_result = optional<bool>(place, "result", false);
        return known;
    }

    py::handle member(py::handle object, const char* name) { return members_.get(object, name); }

    Members members_;
    std::shared_ptr<EventSchema> schema_ = std::make_shared<EventSchema>();
    std::string place_ = "its beginning";  ///< that is being read
};

}  // namespace

void bind_schema(py::module_& module) {
    py::class_<EventSchema, std::shared_ptr<EventSchema>>(module, "EventSchema")
        .def(py::init([](const py::dict& spec) { return SchemaReader().read(spec); }), py::arg("spec"))
        .def(
            "set_compat", [](EventSchema& self, std::shared_ptr<EventSchema> schema) { self.set_compat(schema); },
            py::arg("schema"))
        .def(
            "add_sources", [](EventSchema& self, std::shared_ptr<EventSchema> sources) { self.add_sources(sources); },
            py::arg("sources"))
        .def_property_readonly("has_compat", [](const EventSchema& self) { return self.compat() != nullptr; });
}

}  // namespace traceleft::bindings
