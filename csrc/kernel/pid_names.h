// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>
#include <traceleft/event.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "batch.h"
#include "event_schema.h"
#include "named_pids.h"
#include "process.h"

namespace traceleft {

struct PidNamesOptions {
    bool comms = false;                   ///< also the names of processes and threads
    std::chrono::milliseconds life{250};  ///< for which a number is taken to be the same process's, and not looked at
    std::size_t remembered = 65536;       ///< numbers
};

/// Finds out which processes, threads and groups events name by numbers of another pid namespace: by the ids that the
/// kernel puts into events and processes' records, else by /proc. Of one thread.
class PidNames {
public:
    /// `schema` tells which arguments and results are such numbers.
    PidNames(std::shared_ptr<const EventSchema> schema, PidNamesOptions options);

    /// Takes the number of a process that the kernel told of.
    void learn(const Process& process);
    /// The batch with struct named_pid behind those of its events that name something which is known; itself where none
    /// does. Its events also tell of each other: a child's first one names what its parent's clone returned.
    std::shared_ptr<Batch> name(std::shared_ptr<Batch> batch);

private:
    using Clock = std::chrono::steady_clock;

    struct Entry {
        std::uint32_t pid = 0;  ///< in the initial pid namespace
        Clock::time_point seen = {};
        char comm[wire::EVENT_COMM_LEN] = {};
    };

    void learn(const wire::event_header& header);
    void learn(std::uint32_t pid_namespace, std::uint32_t number, std::uint32_t pid, std::string_view comm = {});
    static void set_comm(Entry& entry, std::string_view comm);
    void rename(const EventView& caller);
    bool may_name(const EventView& event);
    std::vector<wire::named_pid> named(const EventView& event);
    const Entry* find(std::uint32_t pid_namespace, std::uint32_t number, bool or_gone);
    bool look_at(Entry& entry, std::uint32_t pid_namespace, std::uint32_t number);
    void look_at_all();
    void look_at_task(const std::string& directory, const std::vector<std::uint32_t>& namespaces);

    std::shared_ptr<const EventSchema> schema_;
    PidNamesOptions options_;
    bool has_proc_;                                     ///< whose numbers are those of the initial pid namespace
    std::unordered_map<std::uint64_t, Entry> entries_;  ///< by namespace and number
    std::unordered_map<const SyscallSchema*, bool> may_name_;
    Clock::time_point now_;
    Clock::time_point look_again_;  ///< at all of /proc, not sooner
};

}  // namespace traceleft
