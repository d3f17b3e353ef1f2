#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_schema.h"

namespace traceleft {

/// What an event consists of, as JSON lines and templates name it and in their order.
enum class EventField : std::size_t {
    time,
    timestamp,
    pid,
    tid,
    comm,
    syscall,
    nr,
    ret,
    error,
    duration,
    cpu,
    uid,
    gid,
    cgroup_id,
    program_id,
    ns_pid,
    ns_tid,
    pid_namespace,
    is_entry,
    foreign,
    args,
    raw_args,
    truncated,
    undecodable,
    extra,
};

inline constexpr std::array<std::string_view, 25> event_field_names = {
    "time",     "timestamp", "pid",  "tid",      "comm",      "syscall",     "nr",     "ret",    "error",
    "duration", "cpu",       "uid",  "gid",      "cgroup_id", "program_id",  "ns_pid", "ns_tid", "pid_namespace",
    "is_entry", "foreign",   "args", "raw_args", "truncated", "undecodable", "extra",
};

/// What an argument's name begins with where fields are chosen: args.fd.
inline constexpr std::string_view arguments_prefix = "args.";

std::optional<EventField> find_event_field(std::string_view name);

/// The names of all arguments of all syscalls, sorted.
std::vector<std::string> argument_names(const EventSchema& schema);

}  // namespace traceleft
