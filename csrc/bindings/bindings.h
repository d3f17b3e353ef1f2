// SPDX-License-Identifier: MIT
#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <string_view>

#include "batch.h"
#include "event_schema.h"

namespace traceleft::bindings {

/// A batch with the schema of its events; Python's Batch.
struct PyBatch {
    std::shared_ptr<const Batch> batch;
    std::shared_ptr<const EventSchema> schema;
};

/// A method that waits or works for long lets other threads of Python run.
using Unlocked = pybind11::call_guard<pybind11::gil_scoped_release>;

/// A name that any process may have chosen, with a replacement character for each byte that is no UTF-8.
inline pybind11::str readable(std::string_view text) {
    return pybind11::reinterpret_steal<pybind11::str>(
        PyUnicode_DecodeUTF8(text.data(), static_cast<pybind11::ssize_t>(text.size()), "replace"));
}

void bind_asking(pybind11::module_& module);
void bind_batch_encoders(pybind11::module_& module);
void bind_errors(pybind11::module_& module);
void bind_schema(pybind11::module_& module);
void bind_events(pybind11::module_& module);
void bind_open_files(pybind11::module_& module);
void bind_question(pybind11::module_& module);
void bind_arrow(pybind11::module_& module);
void bind_text(pybind11::module_& module);
void bind_codec(pybind11::module_& module);
void bind_elf_probes(pybind11::module_& module);
void bind_encoders(pybind11::module_& module);
void bind_dispatcher(pybind11::module_& module);
void bind_reader(pybind11::module_& module);
void bind_call_table(pybind11::module_& module);
void bind_child_process(pybind11::module_& module);
void bind_kernel_types(pybind11::module_& module);
void bind_fair_share(pybind11::module_& module);
void bind_measure(pybind11::module_& module);
void bind_memory(pybind11::module_& module);
void bind_object_uses(pybind11::module_& module);
void bind_overview(pybind11::module_& module);
void bind_process_uses(pybind11::module_& module);
void bind_processes(pybind11::module_& module);
void bind_profiler(pybind11::module_& module);

}  // namespace traceleft::bindings
