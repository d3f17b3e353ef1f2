// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>
#include <traceleft/event.h>

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "bpf_object.h"
#include "event_schema.h"
#include "unique_fd.h"

namespace traceleft {

/// The calls of one name, of one process under one name.
struct CallRow {
    std::string syscall;
    pid_t pid = 0;     ///< 0: of several processes
    std::string comm;  ///< as the kernel has it, any bytes; empty, where the pid is 0: of several names
    std::uint64_t calls = 0;
    std::uint64_t errors = 0;
    std::uint64_t timed = 0;  ///< calls whose duration is known
    std::uint64_t ns = 0;     ///< their durations' sum
    std::array<std::uint64_t, wire::CALL_BUCKETS> buckets{};
};

/// The tables in which the kernel counts the calls that are traced: see <traceleft/calls.h>. They stay as long as this
/// does, whatever is detached. Safe to use from several threads.
class CallTable {
public:
    /// `max_keys`: a process's calls of one name need a key for each bucket of their durations, and as many again for
    /// those that failed. Calls by more are counted without the process. Throws Error: Usage, Os.
    CallTable(std::shared_ptr<const EventSchema> schema, std::uint32_t max_keys);

    /// Makes an object's programs count here.
    void share_with(BpfObject& object) const;

    /// Throws Error::os.
    std::vector<CallRow> rows() const;
    /// The keys that are in use. Throws Error::os.
    std::size_t keys() const;
    /// Removes the keys of these processes, which have exited, and returns what was counted. Throws Error::os.
    std::vector<CallRow> take(const std::set<pid_t>& pids);

private:
    class Rows;

    mutable std::mutex mutex_;  ///< a reader would meet a key twice, or never, while another removes some
    std::shared_ptr<const EventSchema> schema_;
    UniqueFd calls_;
    UniqueFd unplaced_;
};

}  // namespace traceleft
