// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "at_fork.h"
#include "bindings.h"
#include "dispatcher.h"
#include "ring_reader.h"
#include "row.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

using Clock = std::chrono::steady_clock;

struct PyReader {
    std::unique_ptr<RingReader> reader;
    std::shared_ptr<EventSchema> schema;
    std::shared_ptr<EventStacks> stacks;
    unsigned made_in = fork_generation();

    PyReader(std::unique_ptr<RingReader> reader, std::shared_ptr<EventSchema> schema,
             std::shared_ptr<EventStacks> stacks)
        : reader(std::move(reader)), schema(std::move(schema)), stacks(std::move(stacks)) {}
    PyReader(const PyReader&) = delete;
    ~PyReader() {
        // A fork's child has no thread to be joined, and its locks may be held by nobody, for ever.
        if (made_in != fork_generation()) static_cast<void>(reader.release());
    }
};

// Waits in slices, so that Ctrl-C and other signal handlers of Python run meanwhile.
std::optional<PyBatch> read_batch(PyReader& self, double seconds) {
    constexpr std::chrono::nanoseconds slice = std::chrono::milliseconds(50);
    constexpr double longest = 1e9;  // seconds; beyond it, as good as for ever
    auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                       std::chrono::duration<double>(std::clamp(seconds, 0.0, longest)));
    for (;;) {
        std::shared_ptr<Batch> batch;
        bool finished = false;
        {
            py::gil_scoped_release unlocked;
            std::chrono::nanoseconds left = deadline - Clock::now();
            finished =
                self.reader->finished() || self.reader->full();  // before the read: then nothing was queued after it
            batch = self.reader->read(std::clamp(left, std::chrono::nanoseconds(0), slice));
        }
        if (batch) return PyBatch{std::move(batch), self.schema};
        if (PyErr_CheckSignals()) throw py::error_already_set();
        if (finished || Clock::now() >= deadline) return std::nullopt;
    }
}

}  // namespace

void bind_reader(py::module_& module) {
    py::class_<PyReader>(module, "RingReader")
        .def(py::init([](const Dispatcher& dispatcher, std::shared_ptr<EventSchema> schema, std::size_t buffer_bytes,
                         std::uint64_t spill_bytes, const py::bytes& spill_directory, bool keep_newest, bool discard,
                         std::uint64_t limit, bool processes, bool name_pids, bool pid_comms) {
                 ReaderOptions options;
                 options.queue.bytes = buffer_bytes;
                 options.queue.spill_bytes = spill_bytes;
                 options.queue.spill_directory = static_cast<std::string>(spill_directory);
                 options.keep_newest = keep_newest;
                 options.discard = discard;
                 options.limit = limit;
                 options.behind = dispatcher.options().behind;
                 // We would walk paths that another user chooses, with rights that he hasn't.
                 if (dispatcher.options().owner) options.path_check.walks_per_second = 0;
                 if (processes) options.processes = dispatcher.options().processes;
                 if (name_pids) options.pids = std::make_shared<PidNames>(schema, PidNamesOptions{.comms = pid_comms});
                 if (dispatcher.options().stacks)
                     options.stacks = std::make_shared<EventStacks>(
                         std::make_shared<StackNames>(dispatcher.options().stacks, std::vector<pid_t>()));
                 std::shared_ptr<EventStacks> stacks = options.stacks;
                 auto reader = std::make_unique<RingReader>(dispatcher.rings().fds(), dispatcher.rings().size(),
                                                            std::move(options));
                 return new PyReader(std::move(reader), std::move(schema), std::move(stacks));
             }),
             py::arg("dispatcher"), py::arg("schema"), py::kw_only(), py::arg("buffer_bytes"),
             py::arg("spill_bytes") = 0, py::arg("spill_directory") = py::bytes("/tmp"), py::arg("keep_newest") = false,
             py::arg("discard") = false, py::arg("limit") = 0, py::arg("processes") = false,
             py::arg("name_pids") = false, py::arg("pid_comms") = false)
        .def("read", &read_batch, py::arg("timeout"))
        .def(
            "finish", [](PyReader& self) { self.reader->finish(); }, py::call_guard<py::gil_scoped_release>())
        .def_property_readonly("ring_bytes", [](PyReader& self) { return self.reader->ring_bytes(); })
        .def_property_readonly("queued_bytes", [](PyReader& self) { return self.reader->queued().events; })
        .def("fill",
             [row = RowType(module, "BufferFill")](PyReader& self) {
                 BatchQueueFill fill = self.reader->queued();
                 return row(fill.events, fill.memory, fill.spilled, fill.overflowed, fill.event_bytes);
             })
        .def("evicted",
             [row = RowType(module, "Evicted")](PyReader& self) {
                 Evicted evicted = self.reader->evicted();
                 return row(evicted.events, evicted.by_cpu, evicted.by_syscall);
             })
        .def_property_readonly("filtered", [](const PyReader& self) { return self.reader->filtered(); })
        .def_property_readonly("unchecked_paths", [](const PyReader& self) { return self.reader->unchecked_paths(); })
        .def_property_readonly("stack_gaps",
                               [row = RowType(module, "StackGaps")](const PyReader& self) -> py::object {
                                   if (!self.stacks) return row(0, 0, 0, 0, 0);
                                   const StackGaps& gaps = self.stacks->gaps();
                                   return row(gaps.lost.load(), gaps.cut.load(), gaps.without_python.load(),
                                              self.stacks->lost_mappings(), self.stacks->without_tables());
                               })
        .def_property_readonly("full", [](const PyReader& self) { return self.reader->full(); })
        .def_property_readonly("received", [](const PyReader& self) { return self.reader->received(); });
}

}  // namespace traceleft::bindings
