// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "batch.h"
#include "process.h"

namespace traceleft {

/// What a process did.
struct ProcessUse {
    std::shared_ptr<const Process> process;  ///< its last version; null: unknown
    pid_t pid = 0;
    std::string comm;  ///< its name at its last event; empty for one without events
    std::uint64_t events = 0;
    std::uint64_t errors = 0;
    std::uint64_t first = 0;  ///< event_header.timestamp
    std::uint64_t last = 0;
};

/// Adds up the events of processes, and their ancestors, which may have none. Safe to use from several threads.
class ProcessUses {
public:
    /// Keeps up to `limit` processes apart. Events of others are counted in dropped().
    ProcessUses(std::shared_ptr<const EventSchema> schema, std::size_t limit)
        : schema_(std::move(schema)), limit_(limit) {}

    void add(const Batch& batch);
    /// By pid and start time.
    std::vector<ProcessUse> all() const;
    std::uint64_t dropped() const;

private:
    /// Pid, and start time, which is 0 where the process is unknown.
    using Key = std::pair<std::uint64_t, std::uint64_t>;
    ProcessUse* entry(Key key);

    mutable std::mutex mutex_;
    std::shared_ptr<const EventSchema> schema_;
    std::size_t limit_;
    std::map<Key, ProcessUse> uses_;
    std::uint64_t dropped_ = 0;
};

}  // namespace traceleft
