// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace traceleft {

constexpr std::uint32_t initial_pid_namespace = 0xEFFFFFFC;  // include/linux/proc_ns.h: PROC_PID_INIT_INO

class EventSchema;
class EventView;
struct SyscallSchema;

/// What the processes, threads and groups are that an event names by numbers of its pid namespace: the struct named_pid
/// behind it.
class NamedPids {
public:
    NamedPids() = default;
    /// Those of an event; any bytes can be given.
    static NamedPids of(std::span<const std::byte> event);

    std::size_t size() const { return bytes_.size() / sizeof(wire::named_pid); }
    wire::named_pid operator[](std::size_t index) const {
        wire::named_pid named;
        std::memcpy(&named, bytes_.data() + index * sizeof(named), sizeof(named));
        return named;
    }
    /// nullopt where it isn't known what that is. A group's number may be negative, as kill takes it.
    std::optional<wire::named_pid> find(std::int64_t number) const;
    /// The bytes that they take at the event's end.
    std::size_t bytes() const { return bytes_.empty() ? 0 : bytes_.size() + sizeof(std::uint64_t); }

private:
    explicit NamedPids(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::span<const std::byte> bytes_;
};

/// The name of a process or thread; empty: not asked for, or unknown.
std::string_view comm_of(const wire::named_pid& named);

/// The bytes to put behind an event, padded to 8 bytes, that has wire::EVENT_PIDS.
std::vector<std::byte> named_pids_bytes(std::span<const wire::named_pid> all);

/// The number that a value of Kind::Pid names a process, thread or group by; 0: none, for it is 0 or -1.
std::uint32_t pid_number(std::int64_t value);

/// Whether a call's arguments or result can name a process, thread or group by its number.
bool may_name_pids(const SyscallSchema& call);

/// The numbers of those that an event's arguments and result do name, each once.
std::vector<std::uint32_t> pid_numbers(const EventView& event, const EventSchema& schema);

}  // namespace traceleft
