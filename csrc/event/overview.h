// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "batch.h"

namespace traceleft {

/// The calls of one syscall.
struct CallTotals {
    std::uint64_t calls = 0;
    std::uint64_t errors = 0;
    std::uint64_t ns = 0;                           ///< spent in those that were measured
    std::map<int, std::uint64_t> errors_by_number;  ///< errno, as event_errno() has it
};

/// The calls of one thread, in equal parts of the time.
struct ThreadTotals {
    std::uint64_t pid = 0;
    std::string comm;  ///< at its last event
    std::uint64_t calls = 0;
    std::uint64_t errors = 0;
    std::uint64_t last = 0;  ///< event_header.timestamp
    std::vector<std::uint32_t> calls_by_part;
    std::vector<std::uint32_t> errors_by_part;
};

/// Adds up events by their headers alone. Safe to use from several threads.
class Overview {
public:
    /// `parts`: the most equal parts of the time since the first event, an even number: they get twice as long where an
    /// event comes behind the last one, so that more than half of them are in use. Events before the first one are in
    /// the first part. `limit`: threads that are kept apart; those of others are counted in dropped().
    Overview(std::size_t parts, std::size_t limit)
        : parts_(std::max<std::size_t>(parts + parts % 2, 2)), limit_(limit) {}

    void add(const Batch& batch);
    std::map<std::string, CallTotals> calls() const;
    /// By tid.
    std::map<std::uint64_t, ThreadTotals> threads() const;
    std::uint64_t dropped() const;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    CallTotals& call(std::string_view name, int nr);
    ThreadTotals* thread(std::uint64_t tid);
    std::size_t part_of(std::uint64_t timestamp);
    void join_pairs();

    mutable std::mutex mutex_;
    bool begun_ = false;
    std::uint64_t begin_ = 0;
    std::size_t parts_, used_ = 0;
    unsigned part_shift_ = 0;  ///< a part is as many ns as this power of 2
    std::size_t limit_;
    using Calls = std::unordered_map<std::string, CallTotals, Hash, std::equal_to<>>;
    Calls calls_;
    std::vector<Calls::value_type*> by_number_ = std::vector<Calls::value_type*>(512);  ///< the likely ones
    std::unordered_map<std::uint64_t, ThreadTotals> threads_;
    std::pair<std::uint64_t, ThreadTotals*> last_{};  ///< the thread of the event before
    std::uint64_t dropped_ = 0;
};

}  // namespace traceleft
