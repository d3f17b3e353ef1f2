// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "batch.h"

namespace traceleft {

/// Keeps a queue that is short of room open to processes that have little in it, by the rule by which the kernel's side
/// shares the ring: bpf/include/traceleft/budget.h. Batches leave in the order in which they were admitted.
class FairShare {
public:
    /// `size`: bytes of events that the queue holds.
    explicit FairShare(std::size_t size) : size_(size) {}

    /// What the queue holds from now on, as it may depend on how much its events can be compressed.
    void resize(std::size_t size) { size_ = size; }

    /// The batch with the events that find room, which wait from now on; the same one where all do. It may be empty.
    std::shared_ptr<const Batch> admit(const std::shared_ptr<const Batch>& batch);

    /// The longest waiting batch waits no more.
    void release();

    /// Bytes of events that wait.
    std::size_t waiting() const { return waiting_; }

private:
    /// The process and the cgroup that an event counts for.
    struct Owner {
        std::int64_t pid;
        std::uint64_t cgroup;
    };
    struct Held {
        Owner owner;
        std::size_t bytes;
    };
    /// A batch that waits.
    struct Waiting {
        std::size_t bytes = 0;
        std::vector<Held> shares;  ///< its events admitted while the queue was short of room
    };
    static Owner owner_of(std::span<const std::byte> event);
    bool take(std::span<const std::byte> event, Waiting& of);

    std::size_t size_;
    std::size_t waiting_ = 0;
    std::deque<Waiting> batches_;
    std::unordered_map<std::int64_t, std::size_t> of_processes_;
    std::unordered_map<std::uint64_t, std::size_t> of_cgroups_;
};

}  // namespace traceleft
