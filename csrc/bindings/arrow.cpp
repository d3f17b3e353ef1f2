// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>

#include "arrow_array.h"
#include "arrow_builder.h"
#include "bindings.h"
#include "column_parts.h"
#include "docs.h"
#include "error.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// By Arrow's PyCapsule interface a struct is released with its capsule, unless somebody took it out.
template <typename Exported, typename Fill>
py::capsule capsule_of(const char* name, Fill fill) {
    auto exported = std::make_unique<Exported>();
    *exported = {};
    fill(exported.get());
    PyObject* capsule = PyCapsule_New(exported.get(), name, [](PyObject* self) {
        std::unique_ptr<Exported> held(static_cast<Exported*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self))));
        if (held->release) held->release(held.get());
    });
    if (!capsule) {
        exported->release(exported.get());
        throw py::error_already_set();
    }
    exported.release();
    return py::reinterpret_steal<py::capsule>(capsule);
}

py::capsule schema_capsule(const ArrowColumn& column) {
    return capsule_of<ArrowSchema>("arrow_schema", [&](ArrowSchema* out) { export_schema(column, out); });
}

/// One record batch.
struct PyArrowBatch {
    ArrowColumn column;
};

/// Several with the same columns.
struct PyArrowBatches {
    std::vector<ArrowColumn> batches;
};

PyArrowBatches joined(const std::vector<PyArrowBatch>& batches) {
    if (batches.empty()) throw py::value_error("no batches: their columns are not known");
    std::vector<ArrowColumn> columns;
    for (const PyArrowBatch& batch : batches) columns.push_back(batch.column);
    return {align(columns, arrow_common_columns())};
}

/// Of KeptBatches: batches, and (offset, size) of frames.
std::vector<KeptBatch> kept_batches(const py::sequence& places) {
    std::vector<KeptBatch> batches;
    for (const py::handle& place : places) {
        if (py::isinstance<py::tuple>(place)) {
            auto [offset, size] = place.cast<std::pair<std::int64_t, std::size_t>>();
            batches.emplace_back(FrameInFile{offset, size});
        } else {
            batches.emplace_back(place.cast<const PyBatch&>().batch);
        }
    }
    return batches;
}

ArrowColumn schema_of(ColumnParts& parts) {
    py::gil_scoped_release unlocked;
    ArrowColumn columns = parts.schema();
    if (!columns) throw Error(ErrorKind::Usage, "the table has no events, which alone tell its columns");
    return columns;
}

}  // namespace

void bind_arrow(py::module_& module) {
    py::class_<PyArrowBatch>(module, "ArrowBatch")
        .def("__len__", [](const PyArrowBatch& self) { return self.column->length; })
        .def_property_readonly("nbytes", [](const PyArrowBatch& self) { return arrow_bytes(*self.column); })
        .def_property_readonly("names",
                               [](const PyArrowBatch& self) {
                                   std::vector<std::string> names;
                                   for (const ArrowColumn& each : self.column->children) names.push_back(each->name);
                                   return names;
                               })
        .def(
            "__arrow_c_schema__", [](const PyArrowBatch& self) { return schema_capsule(self.column); },
            doc("ArrowBatch.__arrow_c_schema__"))
        .def(
            "__arrow_c_array__",
            [](const PyArrowBatch& self, const py::object&) {
                return py::make_tuple(
                    schema_capsule(self.column),
                    capsule_of<ArrowArray>("arrow_array", [&](ArrowArray* out) { export_array(self.column, out); }));
            },
            py::arg("requested_schema") = py::none(), doc("ArrowBatch.__arrow_c_array__"));

    py::class_<PyArrowBatches>(module, "ArrowBatches")
        .def(py::init(&joined), py::arg("batches"))
        .def("__len__",
             [](const PyArrowBatches& self) {
                 std::int64_t rows = 0;
                 for (const ArrowColumn& batch : self.batches) rows += batch->length;
                 return rows;
             })
        .def(
            "__arrow_c_schema__", [](const PyArrowBatches& self) { return schema_capsule(self.batches.front()); },
            doc("ArrowBatches.__arrow_c_schema__"))
        .def(
            "__arrow_c_stream__",
            [](const PyArrowBatches& self, const py::object&) {
                return capsule_of<ArrowArrayStream>("arrow_array_stream",
                                                    [&](ArrowArrayStream* out) { export_stream(self.batches, out); });
            },
            py::arg("requested_schema") = py::none(), doc("ArrowBatches.__arrow_c_stream__"));

    py::class_<ColumnParts, std::shared_ptr<ColumnParts>>(module, "ColumnParts")
        .def(py::init([](const py::sequence& places, int file, const std::string& name,
                         std::shared_ptr<EventSchema> schema, const std::string& table,
                         const std::vector<std::string>& syscalls, bool files, bool only,
                         const std::optional<std::set<std::string>>& columns, std::size_t part_bytes) {
                 ArrowOptions options{table.empty(), false, syscalls, only, files, columns};
                 return std::make_shared<ColumnParts>(kept_batches(places), file, name, std::move(schema),
                                                      std::move(options), table, part_bytes);
             }),
             py::arg("places"), py::arg("file"), py::arg("name"), py::arg("schema"), py::kw_only(), py::arg("table"),
             py::arg("syscalls"), py::arg("files"), py::arg("only"), py::arg("columns"), py::arg("part_bytes"))
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__",
             [](ColumnParts& self) {
                 ArrowColumn part;
                 {
                     py::gil_scoped_release unlocked;
                     part = self.next();
                 }
                 if (!part) throw py::stop_iteration();
                 return PyArrowBatch{std::move(part)};
             })
        .def(
            "__arrow_c_schema__", [](ColumnParts& self) { return schema_capsule(schema_of(self)); },
            doc("ColumnParts.__arrow_c_schema__"))
        .def(
            "__arrow_c_stream__",
            [](const std::shared_ptr<ColumnParts>& self, const py::object&) {
                ArrowColumn schema = schema_of(*self);
                return capsule_of<ArrowArrayStream>("arrow_array_stream", [&](ArrowArrayStream* out) {
                    export_stream(schema, [self] { return self->next(); }, out);
                });
            },
            py::arg("requested_schema") = py::none(), doc("ColumnParts.__arrow_c_stream__"));

    py::class_<ArrowBuilder>(module, "ArrowBuilder")
        .def(py::init([](std::shared_ptr<EventSchema> schema, bool wide, const std::vector<std::string>& syscalls,
                         bool files, bool only, bool split, const std::optional<std::set<std::string>>& columns) {
                 return std::make_unique<ArrowBuilder>(std::move(schema),
                                                       ArrowOptions{wide, split, syscalls, only, files, columns});
             }),
             py::arg("schema"), py::arg("wide"), py::arg("syscalls") = py::tuple(), py::arg("files") = false,
             py::kw_only(), py::arg("only") = false, py::arg("split") = false, py::arg("columns") = py::none())
        .def(
            "append",
            [](ArrowBuilder& builder, const PyBatch& batch) {
                py::gil_scoped_release unlocked;
                builder.append(*batch.batch);
            },
            py::arg("batch"), doc("ArrowBuilder.append"))
        .def_property_readonly("rows", &ArrowBuilder::rows)
        .def_property_readonly("nbytes", &ArrowBuilder::bytes)
        .def(
            "finish",
            [](ArrowBuilder& builder) {
                std::map<std::string, PyArrowBatch> batches;
                for (auto& [name, column] : builder.finish()) batches.emplace(name, PyArrowBatch{column});
                return batches;
            },
            doc("ArrowBuilder.finish"))
        .def("sizes", &ArrowBuilder::sizes, doc("ArrowBuilder.sizes"))
        .def(
            "finish_one",
            [](ArrowBuilder& builder, const std::string& name) {
                ArrowColumn column = builder.finish(name);
                if (!column) throw py::key_error("no event of " + name + " was appended");
                return PyArrowBatch{column};
            },
            py::arg("name"), doc("ArrowBuilder.finish_one"));
}

}  // namespace traceleft::bindings
