// SPDX-License-Identifier: MIT
#include "event_rings.h"

#include <bpf/bpf.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <thread>
#include <utility>

#include "at_fork.h"
#include "blocked_signals.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr const char* rings_map = "rings";
// One CPU fills it in some 30 ms, for which the reader of a busy machine may wait for its own turn.
constexpr std::uint32_t least_ring = 16 * 1024 * 1024;

}  // namespace

// What is told of files and processes comes ahead of the events that refer to it, which one ring alone can promise.
EventRings::EventRings(const DispatcherOptions& options)
    : total_(options.ring_size), cpus_(std::max<std::uint32_t>(libbpf_num_possible_cpus(), 1)) {
    if (options.files || options.processes) return;
    auto online = static_cast<std::uint32_t>(std::max(sysconf(_SC_NPROCESSORS_ONLN), 1L));
    while (2 * count_ <= online && total_ / (2 * count_) >= least_ring) count_ *= 2;
    cpus_ = std::max((online + count_ - 1) / count_, 1U);
}

void EventRings::create(const BpfObject& core) {
    first_ = map_fd(core.map("events"));
    if (count_ == 1) return;
    NoFork until_kept;
    bpf_map_create_opts options{};
    options.sz = sizeof(options);
    options.inner_map_fd = static_cast<__u32>(first_);
    all_ = UniqueFd(bpf_map_create(BPF_MAP_TYPE_ARRAY_OF_MAPS, rings_map, sizeof(std::uint32_t), sizeof(std::uint32_t),
                                   count_, &options));
    if (!all_) throw Error::os("make a map of rings", errno);
    for (std::uint32_t i = 1; i < count_; i++) {
        others_.emplace_back(bpf_map_create(BPF_MAP_TYPE_RINGBUF, "events", 0, 0, size(), nullptr));
        if (!others_.back()) throw Error::os("make a ring for events", errno);
    }
    // For each the kernel waits until no program can be using what was in its place, some 8 ms. Nobody joins the
    // thread, which a fork's child wouldn't have; so its descriptor is its own.
    int map = fcntl(all_.get(), F_DUPFD_CLOEXEC, 0);
    if (map < 0) throw Error::os("make a map of rings", errno);
    std::promise<void> entering;
    entered_ = entering.get_future();
    BlockedSignals until_begun;
    std::thread([map, rings = fds(), entering = std::move(entering)]() mutable {
        int error = 0;
        for (std::uint32_t i = 0; i < rings.size() && !error; i++)
            if (bpf_map_update_elem(map, &i, &rings[i], BPF_ANY)) error = errno;
        close(map);
        if (error)
            entering.set_exception(std::make_exception_ptr(Error::os("enter a ring for events", error)));
        else
            entering.set_value();
    }).detach();
}

std::vector<int> EventRings::fds() const {
    std::vector<int> all{first_};
    for (const UniqueFd& each : others_) all.push_back(each.get());
    return all;
}

void EventRings::share(BpfObject& object) const {
    object.set_constant<std::uint32_t>("traceleft_rings", count_);
    object.set_constant<std::uint32_t>("traceleft_ring_size", size());
    // Each CPU wakes the reader when it has submitted its share of a quarter of its ring.
    object.set_constant<std::uint32_t>("traceleft_wake_bytes", std::max(size() / 4 / cpus_, 1024U));
    // Between two looks for room its CPUs together submit a sixteenth of it: budgets begin that little too late.
    object.set_constant<std::uint32_t>("traceleft_check_bytes", size() / 16 / cpus_);
    bpf_map* rings = object.map(rings_map);
    if (!rings) return;
    bpf_map__set_autocreate(rings, bool{all_});
    if (!all_) return;
    object.reuse_map(rings_map, all_.get());
    if (entered_.valid()) entered_.get();
}

}  // namespace traceleft
