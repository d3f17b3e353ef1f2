// SPDX-License-Identifier: MIT
#include "dispatcher.h"

#include <pybind11/stl.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <optional>

#include "at_fork.h"
#include "bindings.h"
#include "call_counting.h"
#include "call_loop.h"
#include "call_table.h"
#include "empty_program.h"
#include "handler.h"
#include "handler_table.h"
#include "kernel_features.h"
#include "row.h"
#include "sampler.h"
#include "source_programs.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

std::unique_ptr<Dispatcher> load_dispatcher(
    const std::string& object, const std::string& probes_object, const std::string& compat_object,
    const std::string& questions_object, const std::string& compat_questions_object, const std::string& objects_object,
    const std::string& sources_object, const std::shared_ptr<EventSchema>& schema, const std::string& backend,
    std::uint32_t ring_size, std::uint32_t slots, bool durations, const std::string& btf, std::uint32_t maxactive,
    bool namespace_pids, bool environments, bool handler_times, bool files, std::shared_ptr<CallTable> calls,
    const std::string& processes_object, std::optional<std::pair<std::uint32_t, std::uint32_t>> owner, bool user_stacks,
    bool kernel_stacks, std::uint32_t max_stacks) {
    py::gil_scoped_release unlocked;
    DispatcherOptions options;
    options.object = object;
    options.probes_object = probes_object;
    options.compat_object = compat_object;
    options.questions_object = questions_object;
    options.compat_questions_object = compat_questions_object;
    options.objects_object = objects_object;
    options.sources_object = sources_object;
    options.files = files;
    options.processes_object = processes_object;
    if (!processes_object.empty()) options.processes = std::make_shared<ProcessTable>();
    options.behind = std::make_shared<BehindQuestions>(schema);
    options.syscalls = schema->syscalls();
    options.compat_syscalls = schema->compat_syscalls;
    options.ring_size = ring_size;
    options.slots = slots;
    options.durations = durations;
    options.hooking.btf = btf;
    options.hooking.maxactive = maxactive;
    options.namespace_pids = namespace_pids;
    options.environments = environments;
    options.handler_times = handler_times;
    options.calls = std::move(calls);
    if (owner) options.owner = Owner{owner->first, owner->second};
    StackChoice stacks{user_stacks, kernel_stacks, max_stacks};
    if (stacks.any()) options.stacks = std::make_shared<StackMaps>(stacks);
    bool any = backend == "auto";
    if (!any) options.hooking.backend = parse_backend(backend);
    require_kernel_features(btf);
    return any ? load_any_backend(std::move(options)) : std::make_unique<Dispatcher>(std::move(options));
}

// Python's names of wire::loss_reason. The reader adds `evicted`.
constexpr const char* reasons[] = {"ring_full", "scratch_busy", "over_budget", "unkept"};
static_assert(std::size(reasons) == wire::LOSS_REASONS);

py::dict losses(const std::uint64_t* lost) {
    py::dict all;
    for (std::size_t reason = 0; reason < wire::LOSS_REASONS; reason++) all[reasons[reason]] = lost[reason];
    return all;
}

py::list counters(const Dispatcher& dispatcher) {
    py::list all;
    for (const CpuCounters& cpu : dispatcher.counters().by_cpu()) {
        py::dict counted = losses(cpu.lost);
        counted["handled"] = cpu.handled;
        counted["compat_calls"] = cpu.compat_calls;
        counted["unfollowed"] = cpu.unfollowed;
        counted["unmeasured"] = cpu.unmeasured;
        counted["declined"] = cpu.declined;
        counted["rate_limited"] = cpu.rate_limited;
        counted["untold"] = cpu.untold;
        counted["repeated"] = cpu.repeated;
        counted["unkeyed"] = cpu.unkeyed;
        all.append(counted);
    }
    return all;
}

py::dict lost_by_syscall(const Dispatcher& dispatcher) {
    py::dict all;
    for (const auto& [syscall, lost] : dispatcher.counters().lost_by_syscall())
        all[py::str(syscall)] = losses(lost.data());
    return all;
}

py::list compat_callers(const RowType& row, const Dispatcher& dispatcher) {
    py::list all;
    for (const CompatCaller& each : dispatcher.counters().compat_callers()) {
        const char* comm = each.caller.comm;
        all.append(row(each.process.tgid, each.process.started,
                       py::bytes(comm, strnlen(comm, sizeof(each.caller.comm))), each.caller.calls,
                       each.caller.x32_calls));
    }
    return all;
}

py::list hook_programs(const RowType& row, const Dispatcher& dispatcher) {
    py::list all;
    for (const HookProgram& hook : dispatcher.hook_programs())
        all.append(row(hook.name, hook.syscall, hook.prog_id, hook.runs.runs, hook.runs.ns));
    return all;
}

py::list installed(const RowType& row, HandlerTable& table) {
    std::vector<Installed> handlers;
    {
        py::gil_scoped_release unlocked;
        handlers = table.installed();
    }
    py::list all;
    for (const Installed& each : handlers)
        all.append(row(each.syscall, each.side == Side::entry, each.slot, py::tuple(py::cast(each.pids)),
                       py::bytes(each.path), each.program_id, each.name, each.runs.runs, each.runs.ns, each.question));
    return all;
}

struct PyRunTimeStatistics {
    std::optional<RunTimeStatistics> statistics{std::in_place};
};

py::list programs(const RowType& row, const SlotPrograms& loaded) {
    py::list all;
    for (const SlotProgram& program : loaded.programs()) all.append(row(program.syscall, program.side == Side::entry));
    return all;
}

py::tuple attach(const RowType& row, HandlerTable& table, const std::shared_ptr<SlotPrograms>& handler,
                 const AttachOptions& options) {
    Attached attached;
    {
        py::gil_scoped_release unlocked;
        attached = table.attach(handler, options);
    }
    py::list replaced;
    for (const Replaced& each : attached.replaced) replaced.append(row(each.syscall, each.pid, py::bytes(each.path)));
    return py::make_tuple(attached.id, replaced);
}

}  // namespace

void bind_dispatcher(py::module_& module) {
    module.attr("LOSS_REASONS") = py::make_tuple(reasons[0], reasons[1], reasons[2], reasons[3], "evicted");
    std::vector<std::string_view> names;
    for (Backend backend : backends()) names.push_back(backend_name(backend));
    module.attr("BACKENDS") = py::tuple(py::cast(names));

    py::class_<Dispatcher>(module, "Dispatcher")
        .def(py::init(&load_dispatcher), py::arg("object"), py::arg("probes_object"), py::arg("compat_object"),
             py::arg("questions_object"), py::arg("compat_questions_object"), py::arg("objects_object"),
             py::arg("sources_object"), py::arg("schema"), py::kw_only(), py::arg("backend"), py::arg("ring_size"),
             py::arg("slots"), py::arg("durations"), py::arg("btf"), py::arg("maxactive"), py::arg("namespace_pids"),
             py::arg("environments"), py::arg("handler_times"), py::arg("files"),
             py::arg("calls") = std::shared_ptr<CallTable>(), py::arg("processes_object") = "",
             py::arg("owner") = py::none(), py::arg("user_stacks") = false, py::arg("kernel_stacks") = false,
             py::arg("max_stacks") = 0)
        .def_property_readonly(
            "backend", [](const Dispatcher& dispatcher) { return backend_name(dispatcher.options().hooking.backend); })
        .def("traceable", &Dispatcher::traceable)
        .def("skipped_runs", &Dispatcher::skipped_runs)
        .def("probe_misses", &Dispatcher::probe_misses)
        .def("counters", &counters)
        .def("lost_by_syscall", &lost_by_syscall)
        .def("lost_by_process", [](const Dispatcher& dispatcher) { return dispatcher.counters().lost_by_process(); })
        .def("compat_callers",
             [row = RowType(module, "CompatCaller")](const Dispatcher& self) { return compat_callers(row, self); })
        .def("time_handlers", &Dispatcher::time_handlers, py::arg("every"))
        .def("rest", &Dispatcher::rest, Unlocked())
        .def("require_access", [](const Dispatcher& dispatcher) { dispatcher.counters().require_access(); })
        .def("hook_programs",
             [row = RowType(module, "HookProgram")](const Dispatcher& self) { return hook_programs(row, self); });

    py::class_<EmptyProgram>(module, "EmptyProgram")
        .def(py::init<const Dispatcher&, const std::string&>(), py::arg("dispatcher"), py::arg("syscall"))
        .def("attach", &EmptyProgram::attach, Unlocked())
        .def("detach", &EmptyProgram::detach, Unlocked());

    module.def("fork_generation", &fork_generation);

    module.def(
        "time_calls",
        [row = RowType(module, "CallTimes")](double seconds) {
            CallTimes times;
            {
                py::gil_scoped_release unlocked;
                times = time_calls(std::chrono::duration_cast<std::chrono::nanoseconds>(
                    std::chrono::duration<double>(std::clamp(seconds, 0.0, 1e9))));
            }
            return row(times.calls, times.ns);
        },
        py::arg("seconds"));

    py::class_<PyRunTimeStatistics>(module, "RunTimeStatistics")
        .def(py::init<>())
        .def("__enter__", [](py::object self) { return self; })
        .def("__exit__", [](PyRunTimeStatistics& self, const py::args&) { self.statistics.reset(); });

    py::class_<SlotPrograms, std::shared_ptr<SlotPrograms>>(module, "SlotPrograms")
        .def_property_readonly("path", [](const SlotPrograms& self) { return py::bytes(self.path()); })
        .def_property_readonly("program_id", &SlotPrograms::program_id)
        .def_property_readonly("programs", [row = RowType(module, "HandlerProgram")](const SlotPrograms& self) {
            return programs(row, self);
        });

    bind_asking(module);
    py::class_<Handler, SlotPrograms, std::shared_ptr<Handler>>(module, "Handler")
        .def(py::init([](const std::string& path, Dispatcher& dispatcher, std::uint64_t program_id,
                         std::uint32_t buffer_limit, std::vector<std::string> syscalls, std::optional<Asking> asking) {
                 py::gil_scoped_release unlocked;
                 HandlerOptions options{program_id, buffer_limit, std::move(syscalls), asking.value_or(Asking{})};
                 return std::make_shared<Handler>(path, dispatcher, std::move(options));
             }),
             py::arg("path"), py::arg("dispatcher"), py::kw_only(), py::arg("program_id"), py::arg("buffer_limit"),
             py::arg("syscalls"), py::arg("asking") = py::none())
        .def(
            "asked",
            [](const std::shared_ptr<Handler>& self, Dispatcher& dispatcher, const std::vector<std::string>& syscalls,
               const Asking& asking) { return std::make_shared<Handler>(self, dispatcher, syscalls, asking); },
            py::arg("dispatcher"), py::arg("syscalls"), py::arg("asking"), Unlocked());

    py::class_<SourcePrograms, SlotPrograms, std::shared_ptr<SourcePrograms>>(module, "SourcePrograms")
        .def(py::init([](Dispatcher& dispatcher, const std::vector<std::string>& sources, std::uint64_t program_id,
                         std::uint32_t buffer_limit, std::optional<Asking> asking,
                         std::shared_ptr<SlotPrograms> beside) {
                 py::gil_scoped_release unlocked;
                 SourceOptions options{program_id, buffer_limit, asking.value_or(Asking{})};
                 return std::make_shared<SourcePrograms>(dispatcher, sources, std::move(options), std::move(beside));
             }),
             py::arg("dispatcher"), py::arg("sources"), py::kw_only(), py::arg("program_id"), py::arg("buffer_limit"),
             py::arg("asking") = py::none(), py::arg("beside") = py::none());
    module.def("tracefs", &tracefs);
    module.def("samplers", [row = RowType(module, "Sampler")] {
        py::list all;
        for (const Sampler& each : samplers()) all.append(row(each.name, each.period, each.most));
        return all;
    });

    py::class_<CountedCalls, SlotPrograms, std::shared_ptr<CountedCalls>>(module, "CountedCalls")
        .def(py::init([](const std::string& path, Dispatcher& dispatcher, std::uint64_t program_id,
                         const std::vector<std::string>& syscalls) {
                 py::gil_scoped_release unlocked;
                 return std::make_shared<CountedCalls>(path, dispatcher, program_id, syscalls);
             }),
             py::arg("path"), py::arg("dispatcher"), py::kw_only(), py::arg("program_id"), py::arg("syscalls"));

    py::class_<HandlerTable>(module, "HandlerTable")
        .def(py::init<Dispatcher&>(), py::arg("dispatcher"), py::keep_alive<1, 2>())
        .def(
            "attach",
            [row = RowType(module, "Replaced")](HandlerTable& self, const std::shared_ptr<SlotPrograms>& handler,
                                                std::vector<pid_t> pids, bool follow_forks, bool at_exec,
                                                std::vector<std::string> syscalls) {
                return attach(row, self, handler, {std::move(pids), follow_forks, at_exec, std::move(syscalls)});
            },
            py::arg("handler"), py::kw_only(), py::arg("pids"), py::arg("follow_forks"), py::arg("at_exec"),
            py::arg("syscalls") = std::vector<std::string>())
        .def("accompany", &HandlerTable::accompany, py::arg("id"), py::arg("handler"), Unlocked())
        .def("detach", &HandlerTable::detach, py::arg("id"), py::kw_only(), py::arg("pids"), py::arg("syscalls"),
             Unlocked())
        .def("ignore", &HandlerTable::ignore, py::arg("pids"), Unlocked())
        .def("ignore_tracers", &HandlerTable::ignore_tracers, Unlocked())
        .def("clear", &HandlerTable::clear, Unlocked())
        .def("installed",
             [row = RowType(module, "InstalledProgram")](HandlerTable& self) { return installed(row, self); })
        .def_property_readonly("slots_in_use", [](HandlerTable& table) {
            py::gil_scoped_release unlocked;
            return table.slots_in_use();
        });
}

}  // namespace traceleft::bindings
