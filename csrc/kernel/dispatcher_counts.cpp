// SPDX-License-Identifier: MIT
// What the kernel counts of a dispatcher's programs.
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "dispatcher.h"
#include "error.h"
#include "probe_names.h"

namespace traceleft {

// Programs that are tail-called are not among them: to the kernel they are part of their caller's run.
void Dispatcher::for_each_probe(
    const std::function<void(const bpf_program*, const std::string& syscall)>& visit) const {
    std::lock_guard lock(mutex_);
    for (Side side : {Side::entry, Side::exit}) visit(object_.program(root_name(side)), "");
    bool by_root = options_.hooking.backend == wire::BACKEND_RAW_TP;
    for (const auto& [probe, index] : loaded_)
        if (is_source(probe.first))
            visit(probe_objects_[index].program(source_probe), probe.first);
        else if (!by_root && !is_compat(probe.first))
            visit(probe_objects_[index].program(probe_name(probe).c_str()), probe.first);
}

std::uint64_t Dispatcher::skipped_runs() const {
    std::uint64_t skipped = 0;
    for_each_probe(
        [&](const bpf_program* program, const std::string&) { skipped += traceleft::skipped_runs(program); });
    return skipped;
}

std::vector<HookProgram> Dispatcher::hook_programs() const {
    std::vector<HookProgram> all;
    auto add = [&](const bpf_program* program, const std::string& syscall) {
        all.push_back(describe_hook_program(program, syscall));
    };
    for_each_probe(add);
    for (const char* name : process_hooks) add(object_.program(name), "");
    for (const char* hook : exit_hooks) add(object_.program(hook), "");
    if (process_programs_)
        for (const bpf_program* hook : process_programs_->hooks()) add(hook, "");
    std::lock_guard lock(mutex_);
    if (entered_call_ended_) add(entered_call_ended_, "");
    return all;
}

void Dispatcher::time_handlers(std::uint64_t every) {
    if (!options_.handler_times)
        throw Error(ErrorKind::Usage,
                    "handlers can't be timed: ask for it when the tracer is created "
                    "(Tracer(handler_times=True))");
    if (every & (every - 1))
        throw Error(ErrorKind::Usage, "one of " + std::to_string(every) + " events can't be timed: use a power of two");
    counters_->set(offsetof(wire::cpu_settings, time_every), every);
}

std::uint64_t Dispatcher::probe_misses() const {
    std::lock_guard lock(mutex_);
    std::uint64_t missed = missed_before_;
    auto by_kprobe = [](const auto& each) { return each.second.event != nullptr; };
    if (std::none_of(probes_.begin(), probes_.end(), by_kprobe)) return missed;
    std::map<std::string, std::uint64_t> misses = KprobeEvent::misses();
    for (const auto& [probe, attached] : probes_)
        if (attached.event) missed += misses[attached.event->name()];
    return missed;
}

}  // namespace traceleft
