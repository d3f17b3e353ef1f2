// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>

#include "bindings.h"
#include "docs.h"
#include "encoded.h"
#include "event_fields.h"
#include "json_formatter.h"
#include "protobuf_encoder.h"
#include "template_formatter.h"

namespace py = pybind11;

namespace traceleft::bindings {

void bind_encoders(py::module_& module) {
    module.def(
        "event_fields",
        [](const EventSchema& schema) {
            std::vector<std::string> names(event_field_names.begin(), event_field_names.end());
            for (const std::string& argument : argument_names(schema)) names.push_back("args." + argument);
            return names;
        },
        py::arg("schema"), doc("event_fields"));

    py::class_<JsonFormatter, BatchEncoder, std::shared_ptr<JsonFormatter>>(module, "JsonFormatter")
        .def(py::init([](std::shared_ptr<EventSchema> schema, const std::optional<std::vector<std::string>>& fields) {
                 return fields ? JsonFormatter(std::move(schema), *fields) : JsonFormatter(std::move(schema));
             }),
             py::arg("schema"), py::arg("fields") = py::none())
        .def_static(
            "file_fields",
            [] { return std::vector<std::string_view>(file_field_names.begin(), file_field_names.end()); },
            doc("JsonFormatter.file_fields"))
        .def(
            "format",
            [](const JsonFormatter& formatter, const PyBatch& batch) {
                return py::bytes(unlocked([&] { return formatter.encode(*batch.batch); }));
            },
            py::arg("batch"), doc("JsonFormatter.format"));

    py::class_<TemplateFormatter, BatchEncoder, std::shared_ptr<TemplateFormatter>>(module, "TemplateFormatter")
        .def(py::init<std::shared_ptr<EventSchema>, std::string_view>(), py::arg("schema"), py::arg("template"))
        .def_static("names", &TemplateFormatter::names, py::arg("template"), doc("TemplateFormatter.names"))
        .def_static("file_fields", &TemplateFormatter::file_names, py::arg("schema"),
                    doc("TemplateFormatter.file_fields"))
        .def(
            "format",
            [](const TemplateFormatter& formatter, const PyBatch& batch) {
                return py::bytes(unlocked([&] { return formatter.encode(*batch.batch); }));
            },
            py::arg("batch"), doc("TemplateFormatter.format"));

    py::class_<ProtobufEncoder, BatchEncoder, std::shared_ptr<ProtobufEncoder>>(module, "ProtobufEncoder")
        .def(py::init<std::shared_ptr<EventSchema>>(), py::arg("schema"))
        .def(
            "encode",
            [](const ProtobufEncoder& encoder, const PyBatch& batch, std::uint32_t field) {
                return py::bytes(unlocked([&] { return encoder.encode(*batch.batch, field); }));
            },
            py::arg("batch"), py::arg("field") = 0, doc("ProtobufEncoder.encode"));
}

}  // namespace traceleft::bindings
