#include <pybind11/stl.h>

#include "../protobuf_encoder.h"
#include "bindings.h"
#include "docs.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

/// What `encode` returns, made without the GIL.
template <typename Function>
py::bytes unlocked(Function&& encode) {
    std::string encoded;
    {
        py::gil_scoped_release released;
        encoded = encode();
    }
    return py::bytes(encoded);
}

}  // namespace

void bind_encoders(py::module_& module) {
    py::class_<ProtobufEncoder>(module, "ProtobufEncoder")
        .def(py::init<std::shared_ptr<EventSchema>>(), py::arg("schema"))
        .def(
            "encode",
            [](const ProtobufEncoder& encoder, const PyBatch& batch, std::uint32_t field) {
                return unlocked([&] { return encoder.encode(*batch.batch, field); });
            },
            py::arg("batch"), py::arg("field") = 0, doc("ProtobufEncoder.encode"));
}

}  // namespace traceleft::bindings
