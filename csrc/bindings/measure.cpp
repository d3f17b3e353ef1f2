// SPDX-License-Identifier: MIT
#include "measure.h"

#include <pybind11/stl.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>

#include "bindings.h"
#include "dispatcher.h"
#include "event_stack.h"
#include "event_text.h"
#include "handler.h"
#include "measurement.h"
#include "row.h"
#include "stack_names.h"
#include "value_python.h"
#include "value_text.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

using ask::Column;

/// A bound measurement, with the schema that tells what its keys mean.
struct PyMeasurement {
    PyMeasurement(std::shared_ptr<EventSchema> known, const std::vector<std::pair<std::string, bool>>& calls,
                  std::string where, std::vector<std::string> by, std::string of, bool buckets, bool of_compat)
        : schema(std::move(known)), compat(of_compat) {
        ask::Measurement measurement{std::move(where), std::move(by), std::move(of), buckets};
        std::vector<ask::Call> chosen;
        for (const auto& [name, entry] : calls) chosen.push_back({name, entry});
        auto is_call = [](const auto& each) { return !is_source(each.first); };
        if (!compat && std::count_if(calls.begin(), calls.end(), is_call) == std::ssize(schema->calls()))
            chosen.push_back({Dispatcher::unnamed});
        bound = ask::bind(measurement, chosen, *schema, compat);
        asks_duration = ask::asks_duration(measurement);
        for (const EventSchema* each = compat ? schema->compat() : schema.get(); each; each = each->more())
            for (const auto& [name, call] : each->calls()) names[call.syscall.nr] = name;
    }

    std::shared_ptr<const EventSchema> schema;
    bool compat;  ///< the calls are those of 32-bit programs
    ask::BoundMeasurement bound;
    bool asks_duration = false;
    std::map<int, std::string> names;
};

/// A measure with its measurement.
struct PyMeasure : Measure {
    PyMeasure(Dispatcher& dispatcher, const PyMeasurement& asked, std::shared_ptr<PyMeasurement> keyed,
              MeasureOptions options)
        : Measure(dispatcher, asked.bound, std::move(options)), measurement(std::move(keyed)) {}
    std::shared_ptr<const PyMeasurement> measurement;  ///< what the table's keys mean
};

/// Spans with the measurement by whose keys they are measured.
struct PySpans : Spans {
    PySpans(std::shared_ptr<PyMeasurement> of, const PyMeasurement& begin, std::size_t match, std::uint32_t max_stacks)
        : Spans(of->bound, begin.bound, match, of.get() == &begin, max_stacks), keyed(std::move(of)) {}
    std::shared_ptr<PyMeasurement> keyed;
};

std::uint64_t word_at(const std::string& key, std::size_t offset) {
    std::uint64_t word = 0;
    std::memcpy(&word, key.data() + offset, sizeof(word));
    return word;
}

py::object error_name(std::uint64_t number) {
    if (!number) return py::none();
    std::string name;
    append_error(static_cast<int>(number), name);
    return py::str(name);
}

// x32's calls have the meaning of their namesakes.
int call_number(std::uint64_t nr) { return static_cast<int>(nr & ~std::uint64_t{x32_bit}); }

py::str syscall_name(const PyMeasurement& measurement, std::uint64_t nr) {
    auto found = measurement.names.find(call_number(nr));
    if (found != measurement.names.end()) return found->second;
    std::string text = "syscall_";
    append_hex(static_cast<std::uint32_t>(nr), text);
    return text;
}

// Numbers stay numbers unless names or an address stand for them.
bool is_named(const Value& value) {
    switch (value.kind) {
        case Kind::Flags:
        case Kind::DirFd:
        case Kind::SigSet:
        case Kind::CapSet:
        case Kind::Wait:
        case Kind::Dev:
        case Kind::InAddr:
            return true;
        default:
            return value.flags != nullptr;
    }
}

py::object number(const Column& column, std::uint64_t word, const Value* meaning) {
    if (meaning && meaning->kind == Kind::InAddr)
        return py::str(network_address_text(*meaning, {reinterpret_cast<const char*>(&word), 4}));
    if (meaning && is_named(*meaning)) {
        std::string text;
        append_scalar(*meaning, word, text);
        return py::str(text);
    }
    return column.is_signed ? py::object(py::int_(static_cast<std::int64_t>(word))) : py::object(py::int_(word));
}

/// A row's key: a value for each column, None where it wasn't there.
class KeyDecoder {
public:
    explicit KeyDecoder(const PyMeasurement& measurement)
        : measurement_(measurement), columns_(measurement.bound.columns) {}

    py::tuple decode(const std::string& key) const {
        py::tuple all(columns_.size());
        for (std::size_t i = 0; i < columns_.size(); i++)
            all[i] = word_at(key, 0) >> i & 1 ? value(columns_[i], key) : py::object(py::none());
        return all;
    }

private:
    py::object value(const Column& column, const std::string& key) const {
        const char* bytes = key.data() + column.place.offset;
        if (column.is == Column::Is::Text) return decoded({bytes, strnlen(bytes, column.place.size)});
        std::uint64_t word = word_at(key, column.place.offset);
        if (column.is == Column::Is::Error) return error_name(word);
        if (column.is == Column::Is::Syscall) return syscall_name(measurement_, word);
        if (column.is == Column::Is::Abi) return py::str(measurement_.compat ? "i386" : word ? "x32" : "");
        if (column.is == Column::Is::UserStack || column.is == Column::Is::KernelStack)
            return word == wire::STACK_NONE ? py::object(py::none()) : py::object(py::int_(word));
        return number(column, word, meaning(column, key));
    }

    // What a number means may depend on the call: then that must be part of the key.
    const Value* meaning(const Column& column, const std::string& key) const {
        if (column.common) return &*column.common;
        for (const Column& each : columns_) {
            if (each.is != Column::Is::Syscall) continue;
            auto found = column.meanings.find(call_number(word_at(key, each.place.offset)));
            return found == column.meanings.end() ? nullptr : &found->second;
        }
        return nullptr;
    }

    const PyMeasurement& measurement_;
    const std::vector<Column>& columns_;
};

py::list read_rows(const RowType& row, const PyMeasure& measure) {
    std::vector<MeasureRow> rows;
    {
        py::gil_scoped_release unlocked;
        rows = measure.read();
    }
    KeyDecoder decoder(*measure.measurement);
    std::size_t bucket_place = std::size_t{measure.measurement->bound.bucket_word} * 8;
    py::list all;
    for (const MeasureRow& each : rows) {
        py::object bucket = py::none();
        if (bucket_place) bucket = py::int_(word_at(each.key, bucket_place));
        all.append(row(decoder.decode(each.key), bucket, each.sum.count, each.sum.sum, each.sum.min, each.sum.max));
    }
    return all;
}

py::object find_stack(const RowType& row, StackNames& names, std::uint64_t number, bool kernel) {
    std::shared_ptr<const NamedStack> found;
    {
        py::gil_scoped_release unlocked;
        found = names.find(number, kernel);
    }
    if (!found) return py::none();
    return row(stack_frames(*found), found->is_cut(), found->lacks_python());
}

}  // namespace

void bind_measure(py::module_& module) {
    module.attr("MEASURE_NEGATIVE") = static_cast<int>(wire::MEASURE_NEGATIVE);
    py::class_<PyMeasurement, std::shared_ptr<PyMeasurement>>(module, "Measurement")
        .def(py::init<std::shared_ptr<EventSchema>, const std::vector<std::pair<std::string, bool>>&, std::string,
                      std::vector<std::string>, std::string, bool, bool>(),
             py::arg("schema"), py::arg("calls"), py::kw_only(), py::arg("where"), py::arg("by"), py::arg("of"),
             py::arg("buckets"), py::arg("compat"))
        .def_readonly("asks_duration", &PyMeasurement::asks_duration);

    py::class_<PySpans, std::shared_ptr<PySpans>>(module, "Spans")
        .def(py::init<std::shared_ptr<PyMeasurement>, const PyMeasurement&, std::size_t, std::uint32_t>(),
             py::arg("keyed"), py::arg("begin"), py::kw_only(), py::arg("match"), py::arg("max_stacks"));

    py::class_<PyMeasure, SlotPrograms, std::shared_ptr<PyMeasure>>(module, "Measure")
        .def(py::init([](const std::string& handlers, Dispatcher& dispatcher,
                         std::shared_ptr<PyMeasurement> measurement, std::uint32_t max_keys, bool all_named,
                         std::uint32_t max_stacks, std::shared_ptr<PySpans> spans, bool begins) {
                 py::gil_scoped_release unlocked;
                 MeasureOptions options{handlers, max_keys, all_named, measurement->compat, max_stacks, spans, begins};
                 auto keyed = spans ? spans->keyed : measurement;
                 return std::make_shared<PyMeasure>(dispatcher, *measurement, std::move(keyed), std::move(options));
             }),
             py::arg("handlers"), py::arg("dispatcher"), py::arg("measurement"), py::kw_only(), py::arg("max_keys"),
             py::arg("all_named"), py::arg("max_stacks"), py::arg("spans") = std::shared_ptr<PySpans>(),
             py::arg("begins") = false, py::keep_alive<1, 3>())
        .def("read", [row = RowType(module, "MeasureRow")](const PyMeasure& self) { return read_rows(row, self); });

    module.attr("STACK_LOST") = static_cast<int>(wire::STACK_LOST);
    py::class_<StackNames>(module, "StackNames")
        .def(py::init([](const PyMeasure& measure, const std::vector<pid_t>& pids) {
                 py::gil_scoped_release unlocked;
                 return std::make_unique<StackNames>(measure.stacks(), pids);
             }),
             py::arg("measure"), py::arg("pids"))
        .def("lost", &StackNames::lost)
        .def("without_tables", &StackNames::without_tables)
        .def(
            "find",
            [row = RowType(module, "NamedStack")](StackNames& self, std::uint64_t number, bool kernel) {
                return find_stack(row, self, number, kernel);
            },
            py::arg("number"), py::kw_only(), py::arg("kernel"));
}

}  // namespace traceleft::bindings
