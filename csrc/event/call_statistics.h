// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "batch.h"
#include "event_view.h"

namespace traceleft {

/// The counts of one syscall of one process under one name.
struct CallCounts {
    /// Bucket 0: below 1 us; bucket i: below 2^i us, and not in an earlier one; the last: all that is longer.
    static constexpr std::size_t bucket_count = 32;

    std::uint64_t calls = 0;
    std::uint64_t errors = 0;
    std::uint64_t timed = 0;  ///< calls whose duration is known
    std::uint64_t ns = 0;     ///< their durations' sum
    std::array<std::uint64_t, bucket_count> buckets{};

    CallCounts& operator+=(const CallCounts& other);
};

struct CallRow {
    std::string syscall;
    pid_t pid = 0;     ///< 0: of several processes
    std::string comm;  ///< as the kernel has it, any bytes; empty, where the pid is 0: of several names
    CallCounts counts;
};

/// Counts calls from batches, by syscall, process and the process's name. Safe to use from several threads.
class CallStatistics {
public:
    /// `limit` rows of processes are kept apart. Where there are more, those of processes that have exited are added
    /// together by name. Calls for which no row is left are counted by name only, in up to `limit` rows too, or without
    /// a name. A name that was not counted for `idle` gives way to others: its counts have no name then. Syscalls
    /// beyond 4,096 names are counted as "other".
    CallStatistics(std::shared_ptr<const EventSchema> schema, std::size_t limit, std::chrono::duration<double> idle);

    void add(const Batch& batch);
    std::vector<CallRow> rows() const;
    /// Adds up processes of the same name, as pid 0. It leaves out calls of names that gave way: they would come to the
    /// nameless long after they were made.
    std::vector<CallRow> rows_by_name() const;
    void clear();

private:
    struct Key {
        std::array<std::uint64_t, 2> comm{};
        std::int32_t pid = 0;
        std::uint32_t syscall = 0;  ///< index of its name
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    using Clock = std::chrono::steady_clock;
    struct Named {
        CallCounts counts;
        Clock::time_point counted;  ///< when it was last
    };

    std::uint32_t syscall_index(const EventView& event);
    CallCounts& counts_of(const Key& key);
    CallCounts& counts_of_name(Key key);
    void merge_exited();
    void retire_idle();
    CallRow row_of(const Key& key, const CallCounts& counts) const;

    mutable std::mutex mutex_;
    std::shared_ptr<const EventSchema> schema_;
    std::size_t limit_;
    std::vector<std::string> names_;
    std::vector<std::uint32_t> by_nr_;  ///< index + 1 of the name that a number had last; 0: none
    std::unordered_map<std::string, std::uint32_t> by_name_;
    std::unordered_map<Key, CallCounts, Hash> by_process_;
    std::unordered_map<Key, Named, Hash> by_comm_;           ///< of several processes: without their pids
    std::unordered_map<std::uint32_t, CallCounts> retired_;  ///< of names that gave way, by the syscall's index
    Clock::duration idle_;
    Clock::time_point now_{};  ///< of the batch that is being added
    Clock::time_point merged_{};
    Clock::time_point retired_at_{};
};

}  // namespace traceleft
