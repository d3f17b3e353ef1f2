// SPDX-License-Identifier: MIT
#include "batch_codec.h"
#include "bindings.h"
#include "docs.h"

namespace py = pybind11;

namespace traceleft::bindings {

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
}

}  // namespace traceleft::bindings
