// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "batch.h"
#include "memory_account.h"
#include "process.h"

namespace traceleft {

/// The processes that the kernel has told of, from which batches take theirs. It keeps the versions of `limit` pids,
/// those that were told of or asked for last. Safe to use from several threads.
class ProcessTable {
public:
    explicit ProcessTable(std::size_t limit = 65536) : limit_(limit) {}

    /// Takes what was told. An exit completes what is known of the process.
    void add(Process process);
    /// Puts the process of an event, and its ancestors, into the batch that has the event. Batches are filled one after
    /// another, each with a number of its own.
    void give(std::span<const std::byte> event, Batch& batch, std::uint64_t number);
    /// Puts the processes into a batch that were given to one before, and have exited since.
    void give_exited(Batch& batch);

private:
    struct Entry {
        std::vector<std::shared_ptr<const Process>> versions;  ///< in the order of their keys
        std::list<std::uint64_t>::iterator place;
        std::shared_ptr<const Process> given;  ///< to the batch of this number
        std::uint64_t number = 0;
    };

    static MemoryAccount account;

    Entry& entry_of(std::uint64_t pid);
    void insert(Entry& entry, std::shared_ptr<const Process> process);
    void forget(std::uint64_t pid);
    void account_for(const Process& process, int sign);

    std::size_t limit_;
    std::mutex mutex_;
    std::list<std::uint64_t> recent_;  ///< pids, the last one first
    std::unordered_map<std::uint64_t, Entry> entries_;
    std::vector<std::shared_ptr<const Process>> exited_;
    std::size_t bytes_ = 0;
    AccountedMemory memory_{account};
};

}  // namespace traceleft
