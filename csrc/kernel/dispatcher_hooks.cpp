// SPDX-License-Identifier: MIT
// What of a dispatcher is attached.
#include <bpf/bpf.h>
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "dispatcher.h"
#include "error.h"
#include "probe_names.h"

namespace traceleft {

void Dispatcher::enable(const std::string& name, Side side) {
    types_.reset();
    if (probes_.count({name, side})) return;
    finish_disabling();  // or the call would have two probes for a while
    if (is_source(name)) return enable_source({name, side});
    const SyscallInfo& target = syscall(name);
    bpf_program* probe = object_of({name, side}).program(probe_name(in_object({name, side})).c_str());
    Hooking hooking = hooking_of(target.compat);
    if (hooking.backend != wire::BACKEND_RAW_TP) {
        std::map<Probe, AttachedProbe> attached;
        if (hooking.backend == wire::BACKEND_TRACEPOINT && !closer_)
            closer_.emplace(2 * static_cast<std::uint32_t>(by_name_.size()));
        for (const SyscallInfo* each : served_by(name))
            attached[{each->name, side}] = attach_probe(probe, hooking, side, *each);
        attach_root(Side::entry);  // it counts 32-bit programs' calls
        std::lock_guard lock(mutex_);
        probes_.merge(attached);
        return;
    }
    int fd = bpf_program__fd(probe);
    for (std::uint32_t nr : numbers(name))
        if (bpf_map_update_elem(probes_of(side, target.compat, nr), &nr, &fd, BPF_ANY))
            throw Error::os("enter the trace probe of " + name, errno);
    attach_root(side);
    attach_change_root();
    std::lock_guard lock(mutex_);
    probes_[{name, side}] = {};
}

void Dispatcher::disable(const std::string& name, Side side) {
    std::lock_guard lock(mutex_);
    if (!probes_.count({name, side})) return;
    if (is_source(name)) {
        const AttachedProbe& attached = probes_.at({name, side});
        if (attached.event) missed_before_ += KprobeEvent::misses()[attached.event->name()];
        probes_.erase({name, side});
        return;
    }
    for (const SyscallInfo* each : served_by(name)) {
        auto probe = probes_.find({each->name, side});
        if (probe == probes_.end()) continue;
        if (probe->second.event) missed_before_ += KprobeEvent::misses()[probe->second.event->name()];
        if (probe->second.tracepoint.event) leaving_.push_back(std::move(probe->second.tracepoint));
        probes_.erase(probe);
    }
    const SyscallInfo& target = *by_name_.at(name);
    if (probes_.empty() && options_.hooking.backend != wire::BACKEND_RAW_TP && !options_.files) roots_.clear();
    if (hooking_of(target.compat).backend != wire::BACKEND_RAW_TP) return;
    // The root program stays: with no probe to call it costs next to nothing, and there never are two links to it.
    for (std::uint32_t nr : numbers(name)) bpf_map_delete_elem(probes_of(side, target.compat, nr), &nr);
}

void Dispatcher::finish_disabling() {
    if (!leaving_.empty()) closer_->close(std::exchange(leaving_, {}));
}

void Dispatcher::rest() {
    std::lock_guard lock(mutex_);
    // Files that are opened meanwhile must not go unseen.
    if (!probes_.empty() || options_.files) return;
    roots_.clear();
    note_enter_hooked();
}

void Dispatcher::disable_all(bool idle) {
    std::uint64_t missed = probe_misses();
    std::unique_lock lock(mutex_);
    missed_before_ = missed;
    for (auto& [probe, attached] : probes_)
        if (attached.tracepoint.event && !is_source(probe.first)) leaving_.push_back(std::move(attached.tracepoint));
    finish_disabling();
    probes_.clear();
    roots_.clear();
    if (process_programs_) process_programs_->detach();
    lock.unlock();
    if (!idle || process_programs_) wait_for_programs();
}

// They may run on other CPUs, under RCU: this waits for a grace period.
void Dispatcher::wait_for_programs() const { ::syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0); }

// The map in which root programs, or what stands before trace probes, look for that of a call.
int Dispatcher::probes_of(Side side, bool compat, std::uint32_t nr) const {
    int behind = side == Side::exit && process_programs_ ? process_programs_->probes_behind(compat, nr) : -1;
    return behind < 0 ? map_fd(object_.map(root_map(side, compat).c_str())) : behind;
}

// Whatever is traced: processes change on the exit side of calls.
void Dispatcher::attach_change_root() {
    if (process_programs_ && process_programs_->needs_root_exit()) attach_root(Side::exit);
}

void Dispatcher::attach_root(Side side) {
    if (roots_.count(side)) return;
    roots_[side] = attach_probe(object_.program(root_name(side)), hooking_of(true), side, {});
    note_enter_hooked();
}

void Dispatcher::note_enter_hooked() {
    object_.set_variable<bool>("traceleft_enter_hooked", roots_.count(Side::entry) > 0);
}

}  // namespace traceleft
