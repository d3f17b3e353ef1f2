// SPDX-License-Identifier: MIT
#include "value_python.h"

#include <vector>

#include "value_text.h"
#include "value_walk.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// Builds Python's value: structs become dicts, lists lists, memory that could not be read None.
class PythonValue : public ValueSink {
public:
    py::object result() { return std::move(result_); }

    void scalar(const Value& value, std::uint64_t bits) override {
        if (may_be_negative(value.kind))
            add(py::int_(static_cast<std::int64_t>(bits)));
        else
            add(py::int_(bits));
    }
    void text(std::string_view bytes, bool) override { add(decoded(bytes)); }
    void bytes(std::string_view bytes, bool) override { add(py::bytes(bytes.data(), bytes.size())); }
    void network_address(const Value& value, std::string_view bytes) override {
        add(py::str(network_address_text(value, bytes)));
    }
    void pointer(std::uint64_t) override { add(py::none()); }
    void begin_struct(const StructLayout&, const StructLayout&) override { open_.push_back({py::dict(), take_key()}); }
    void key(const Field& field) override { key_ = py::str(field.name); }
    void end_struct() override { close(); }
    void begin_list() override { open_.push_back({py::list(), take_key()}); }
    void end_list(bool) override { close(); }

private:
    struct Open {
        py::object container;
        py::object key;  ///< of the container in the one around it
    };

    py::object take_key() { return std::exchange(key_, py::object()); }
    void add(py::object value) { add_under(take_key(), std::move(value)); }
    void add_under(const py::object& key, py::object value) {
        if (open_.empty())
            result_ = std::move(value);
        else if (py::isinstance<py::dict>(open_.back().container))
            open_.back().container[key] = value;
        else
            open_.back().container.cast<py::list>().append(value);
    }
    void close() {
        Open closed = std::move(open_.back());
        open_.pop_back();
        add_under(closed.key, closed.container);
    }

    py::object result_ = py::none();
    py::object key_;
    std::vector<Open> open_;
};

}  // namespace

py::str decoded(std::string_view bytes) {
    return py::reinterpret_steal<py::str>(
        PyUnicode_DecodeUTF8(bytes.data(), static_cast<py::ssize_t>(bytes.size()), "surrogateescape"));
}

py::object value_to_python(const EventView& event, std::size_t index, const EventSchema& schema) {
    PythonValue value;
    walk_argument(event, index, schema, value);
    return value.result();
}

py::object passed_to_python(const EventView& event, std::size_t index, const EventSchema& schema) {
    PythonValue value;
    walk_passed(event, index, schema, value);
    return value.result();
}

}  // namespace traceleft::bindings
