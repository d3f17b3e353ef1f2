#pragma once

#include <pybind11/pybind11.h>

#include <memory>

#include "../batch.h"
#include "../event_schema.h"

namespace traceleft::bindings {

/// A batch with what its events mean; what Python calls a Batch.
struct PyBatch {
    std::shared_ptr<const Batch> batch;
    std::shared_ptr<const EventSchema> schema;
};

void bind_errors(pybind11::module_& module);
void bind_schema(pybind11::module_& module);
void bind_events(pybind11::module_& module);
void bind_arrow(pybind11::module_& module);
void bind_text(pybind11::module_& module);
void bind_codec(pybind11::module_& module);
void bind_encoders(pybind11::module_& module);
void bind_dispatcher(pybind11::module_& module);
void bind_reader(pybind11::module_& module);
void bind_call_statistics(pybind11::module_& module);
void bind_child_process(pybind11::module_& module);
void bind_fair_share(pybind11::module_& module);
void bind_memory(pybind11::module_& module);
void bind_profiler(pybind11::module_& module);

}  // namespace traceleft::bindings
