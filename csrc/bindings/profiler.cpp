// SPDX-License-Identifier: MIT
#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "bindings.h"
#include "cpu_profiler.h"
#include "docs.h"
#include "python_stack.h"
#include "row.h"
#include "stack_frames.h"
#include "thread_stacks.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

// Names of files and symbols are any bytes.
py::tuple to_python(const RowType& row, const std::vector<StackFrame>& frames) {
    py::tuple all(frames.size());
    for (std::size_t i = 0; i < frames.size(); i++) {
        const StackFrame& frame = frames[i];
        all[i] = row(readable(frame.function), readable(frame.file), frame.line, frame.address);
    }
    return all;
}

/// A thread's name, its tid, and its stack.
using Sampled = std::tuple<std::string, pid_t, std::vector<StackFrame>>;

py::list stop(const RowType& row, const RowType& frame, CpuProfiler& profiler) {
    // Stacks that differ within the interpreter only are one.
    std::map<Sampled, std::uint64_t> counts;
    {
        py::gil_scoped_release unlocked;
        Symbolizer symbolizer;
        for (const CpuSample& sample : profiler.stop()) {
            auto frames = stack_frames(sample.stack, symbolizer, interpreter_address());
            counts[{sample.thread_name, sample.tid, std::move(frames)}] += sample.count;
        }
    }
    auto period = static_cast<std::uint64_t>(profiler.period().count());
    py::list all;
    for (const auto& [sampled, count] : counts) {
        const auto& [name, tid, frames] = sampled;
        all.append(row(to_python(frame, frames), count, count * period, tid, readable(name)));
    }
    return all;
}

py::list stacks(const RowType& row, const RowType& frame, double deadline) {
    std::vector<std::pair<ThreadStack, std::vector<StackFrame>>> threads;
    {
        py::gil_scoped_release unlocked;
        auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(
            std::chrono::duration<double>(std::clamp(deadline, 0.0, 3600.0)));
        Symbolizer symbolizer;
        for (ThreadStack& thread : thread_stacks(ns)) {
            auto frames = stack_frames(Stack(thread.record), symbolizer, interpreter_address());
            threads.emplace_back(std::move(thread), std::move(frames));
        }
    }
    py::list all;
    for (const auto& [thread, frames] : threads)
        all.append(row(thread.tid, readable(thread.name), to_python(frame, frames)));
    return all;
}

py::list symbolize(const RowType& row, const std::vector<std::uintptr_t>& addresses) {
    std::vector<Symbol> symbols;
    {
        py::gil_scoped_release unlocked;
        Symbolizer symbolizer;
        for (std::uintptr_t address : addresses) symbols.push_back(symbolizer.symbol(address));
    }
    py::list all;
    for (const Symbol& symbol : symbols) all.append(row(readable(symbol.function), readable(symbol.object)));
    return all;
}

}  // namespace

void bind_profiler(py::module_& module) {
    set_python_walker(&walk_python_stack);
    RowType frame(module, "StackFrame");

    py::class_<CpuProfiler>(module, "CpuProfiler")
        .def(py::init<unsigned>(), py::arg("hz") = 100, Unlocked())
        .def(
            "stop",
            [row = RowType(module, "SampledStack"), frame](CpuProfiler& self) { return stop(row, frame, self); },
            doc("CpuProfiler.stop"))
        .def_property_readonly("period", [](const CpuProfiler& profiler) { return profiler.period().count(); })
        .def_property_readonly("dropped", &CpuProfiler::dropped);
    module.def(
        "thread_stacks",
        [row = RowType(module, "ThreadStack"), frame](double deadline) { return stacks(row, frame, deadline); },
        py::arg("deadline") = 1.0, doc("thread_stacks"));
    module.def(
        "symbolize",
        [row = RowType(module, "Symbol")](const std::vector<std::uintptr_t>& addresses) {
            return symbolize(row, addresses);
        },
        py::arg("addresses"), doc("symbolize"));
}

}  // namespace traceleft::bindings
