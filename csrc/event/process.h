// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>
#include <traceleft/event.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traceleft {

/// What versions of processes are told apart by: a pid that is given again has another start time.
struct ProcessKey {
    std::uint64_t pid;
    std::uint64_t timestamp;  ///< when it was looked at
    std::uint64_t start_time;

    auto operator<=>(const ProcessKey&) const = default;
};

/// A process as the kernel told of it once: never changed afterwards. When it executes a program, another version of it
/// is told; when it exits, the last one is completed.
class Process {
public:
    /// nullopt where the bytes are no record of a process. Any bytes can be given.
    static std::optional<Process> decode(std::span<const std::byte> record);

    /// The same with these arguments, each with its NUL: the first bytes of `size`.
    Process with_argv(std::string_view argv, std::uint64_t size) const;
    /// The same with the arguments of another look at it, which are known.
    Process with_argv_of(const Process& other) const;
    /// The same with its exit, of which the record of another look at it tells.
    Process exited_as(const Process& exit) const;
    /// Whether the two looks saw the same but for the time.
    bool looks_like(const Process& other) const;

    ProcessKey key() const { return {head_.object.object, head_.object.timestamp, head_.start_time}; }
    pid_t pid() const { return static_cast<pid_t>(head_.object.object); }
    const wire::process_record& head() const { return head_; }
    /// The whole record, as <traceleft/event.h> lays it out.
    std::span<const std::byte> raw() const { return record_; }

    /// The path of its program's file, where the process sees it; empty: unknown. Where the names nearest to the root
    /// are missing it begins with "...". The same from the root of the mount namespace.
    std::string exe() const;
    std::string host_exe() const;
    /// Its working directory, likewise.
    std::string cwd() const;
    /// The arguments; empty where they are not known.
    std::vector<std::string_view> argv() const;
    /// Whether there are more arguments than these.
    bool argv_cut() const { return has(wire::PROCESS_ARGV_KNOWN) && head_.argv < head_.argv_size; }
    /// Its path in cgroup v2, from the root of all cgroups.
    std::string cgroup() const;
    /// The id that Docker, Podman, containerd and CRI-O put into that path: 64 hexadecimal digits; empty: none.
    std::string container_id() const;
    std::string_view comm() const;
    /// The name of its controlling terminal below /dev; empty: none.
    std::string tty() const;
    bool has(std::uint16_t flag) const { return head_.object.flags & flag; }  ///< PROCESS_*
    bool exited() const { return has(wire::PROCESS_EXITED); }

private:
    std::string_view strings(std::size_t begin, std::size_t size) const;
    void write_head();

    wire::process_record head_{};
    std::vector<std::byte> record_;
};

/// The processes that the events of a batch are of, and their ancestors.
class Processes {
public:
    void add(std::shared_ptr<const Process> process);
    void add(const Processes& others);
    /// The process of an event: the newest version of its pid that is not newer than the event; else the oldest one,
    /// if it had started by then. Null: unknown.
    const std::shared_ptr<const Process>& at(std::uint64_t pid, std::uint64_t timestamp) const;
    /// The process whose child another one was when it was told of; null: unknown.
    const std::shared_ptr<const Process>& parent_of(const Process& child) const;
    std::size_t size() const { return processes_.size(); }
    /// In the order of their keys.
    const std::vector<std::shared_ptr<const Process>>& all() const { return processes_; }

private:
    std::vector<std::shared_ptr<const Process>> processes_;
};

/// The newest version of one pid, of those in the order of their keys, that is not newer than `timestamp`, and, unless
/// it is 0 (as init's may be), that started at `start_time`; else the oldest one of a process that had started by then.
/// Null: there is none.
const std::shared_ptr<const Process>& version_at(std::span<const std::shared_ptr<const Process>> versions,
                                                 std::uint64_t timestamp, std::uint64_t start_time = 0);

}  // namespace traceleft
