// SPDX-License-Identifier: MIT
#include "at_fork.h"
#include "batch_codec.h"
#include "batch_encoder.h"
#include "bindings.h"
#include "docs.h"
#include "encoded.h"
#include "task_pool.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

struct PyEncoders {
    std::size_t threads;
    std::unique_ptr<TaskPool> pool;
    unsigned made_in = fork_generation();

    explicit PyEncoders(std::size_t count) : threads(count), pool(std::make_unique<TaskPool>(count)) {}
    PyEncoders(const PyEncoders&) = delete;
    ~PyEncoders() {
        // A fork's child has no threads to be joined, and its locks may be held by nobody, for ever.
        if (made_in != fork_generation()) {
            static_cast<void>(pool.release());
            return;
        }
        py::gil_scoped_release unlocked;
        pool.reset();
    }
};

/// A frame that a TaskPool decompresses.
class Decoding : public Task {
public:
    explicit Decoding(std::string frame) : frame_(std::move(frame)) {}
    std::shared_ptr<const Batch> batch() const { return batch_; }

private:
    void run() override { batch_ = std::make_shared<const Batch>(decompress_batch(frame_)); }

    std::string frame_;
    std::shared_ptr<const Batch> batch_;
};

struct PyDecoding {
    std::shared_ptr<PyEncoders> encoders;
    std::shared_ptr<Decoding> decoding;
    std::shared_ptr<const EventSchema> schema;
};

struct PyEncoding {
    std::shared_ptr<PyEncoders> encoders;
    std::shared_ptr<Encoding> encoding;
};

}  // namespace

void bind_batch_encoders(py::module_& module) {
    py::class_<Encoded>(module, "_Encoded", py::buffer_protocol()).def_buffer([](const Encoded& encoded) {
        const std::string& bytes = encoded.bytes;
        return py::buffer_info(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                               static_cast<py::ssize_t>(bytes.size()));
    });

    py::class_<BatchEncoder, std::shared_ptr<BatchEncoder>>(module, "BatchEncoder")
        .def(
            "buffer",
            [](const BatchEncoder& encoder, const PyBatch& batch) {
                return encoded_buffer([&] { return encoder.encode(*batch.batch); });
            },
            py::arg("batch"), doc("BatchEncoder.buffer"));

    py::class_<PyEncoding>(module, "Encoding")
        .def_property_readonly("done", [](const PyEncoding& self) { return self.encoders->pool->done(*self.encoding); })
        .def(
            "take",
            [](const PyEncoding& self) {
                return encoded_buffer([&] {
                    self.encoders->pool->wait(*self.encoding);
                    return self.encoding->take();
                });
            },
            doc("Encoding.take"));

    py::class_<PyDecoding>(module, "Decoding")
        .def(
            "take",
            [](const PyDecoding& self) {
                {
                    py::gil_scoped_release unlocked;
                    self.encoders->pool->wait(*self.decoding);
                }
                return PyBatch{self.decoding->batch(), self.schema};
            },
            doc("Decoding.take"));

    py::class_<PyEncoders, std::shared_ptr<PyEncoders>>(module, "Encoders")
        .def(py::init<std::size_t>(), py::arg("threads"))
        .def_readonly("threads", &PyEncoders::threads)
        .def(
            "decompress",
            [](std::shared_ptr<PyEncoders> self, const py::bytes& frame, std::shared_ptr<EventSchema> schema) {
                auto decoding = std::make_shared<Decoding>(static_cast<std::string>(frame));
                self->pool->add(decoding);
                return PyDecoding{std::move(self), std::move(decoding), std::move(schema)};
            },
            py::arg("frame"), py::arg("schema"), doc("Encoders.decompress"))
        .def(
            "begin",
            [](std::shared_ptr<PyEncoders> self, std::shared_ptr<BatchEncoder> encoder, const PyBatch& batch) {
                auto encoding = std::make_shared<Encoding>(std::move(encoder), batch.batch);
                self->pool->add(encoding);
                return PyEncoding{std::move(self), std::move(encoding)};
            },
            py::arg("encoder"), py::arg("batch"), doc("Encoders.begin"));
}

}  // namespace traceleft::bindings
