// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>

#include "batch_codec.h"
#include "bindings.h"
#include "docs.h"
#include "kept_batch.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

PyBatch join_batches(const std::vector<PyBatch>& batches) {
    if (batches.empty()) throw py::value_error("no batches to join");
    auto all = std::make_shared<Batch>(batches.front().batch->clock());
    for (const PyBatch& each : batches) all->append(*each.batch);
    return {std::move(all), batches.front().schema};
}

}  // namespace

void bind_codec(py::module_& module) {
    py::class_<BatchCompressor, BatchEncoder, std::shared_ptr<BatchCompressor>>(module, "BatchCompressor")
        .def(py::init<>())
        .def(
            "compress",
            [](const BatchCompressor& compressor, const PyBatch& batch) {
                std::string frame;
                {
                    py::gil_scoped_release unlocked;
                    frame = compressor.encode(*batch.batch);
                }
                return py::bytes(frame);
            },
            py::arg("batch"), doc("BatchCompressor.compress"));

    module.def(
        "decompress_batch",
        [](const py::bytes& frame, std::shared_ptr<EventSchema> schema) {
            std::string_view bytes = frame;
            std::shared_ptr<Batch> batch;
            {
                py::gil_scoped_release unlocked;
                batch = std::make_shared<Batch>(decompress_batch(bytes));
            }
            return PyBatch{std::move(batch), std::move(schema)};
        },
        py::arg("frame"), py::arg("schema"), doc("decompress_batch"));

    module.def(
        "read_frame",
        [](int file, const std::string& name, std::int64_t offset, std::size_t size,
           std::shared_ptr<EventSchema> schema) {
            py::gil_scoped_release unlocked;
            return PyBatch{std::make_shared<Batch>(read_frame(file, name, {offset, size})), std::move(schema)};
        },
        py::arg("file"), py::arg("name"), py::arg("offset"), py::arg("size"), py::arg("schema"), doc("read_frame"));

    module.def("joined", &join_batches, py::arg("batches"), doc("joined"));
}

}  // namespace traceleft::bindings
