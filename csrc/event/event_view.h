// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

#include "event_schema.h"
#include "named_pids.h"
#include "objects.h"

namespace traceleft {

/// The memory behind one argument.
struct Captured {
    std::string_view bytes;
    std::uint16_t status;  ///< wire::CAPTURED_*, without the next
    bool late = false;     ///< meant to be read at the call's entry, but read when it returned

    /// Whether there is something to show: all of it, or the pieces before one that could not be read.
    bool here() const { return status != wire::CAPTURED_NONE && (status != wire::CAPTURED_FAULT || !bytes.empty()); }
};

/// One event as it lies in a batch: a view, valid as long as the bytes and the schema are. Any bytes can be given: an
/// event with wrong sizes is shown as far as it makes sense.
class EventView {
public:
    /// nullopt where the bytes are fewer than the fields that every event begins with.
    /// `objects`: those that it may refer to, which must live as long; null: none are known.
    static std::optional<EventView> decode(std::span<const std::byte> bytes, const EventSchema& schema,
                                           const Objects* objects = nullptr);
    /// The same without the meaning of its arguments, which takes most of the time: for who adds up headers.
    static std::optional<EventView> decode_header(std::span<const std::byte> bytes);

    /// Only its first four header fields are set; the handler is not traceleft's own kind.
    bool foreign() const { return foreign_; }
    const wire::event_header& header() const { return header_; }
    std::string_view syscall() const;
    std::string_view comm() const { return {header_.comm, std::find(header_.comm, std::end(header_.comm), '\0')}; }
    /// Null where the schema doesn't know the syscall.
    const SyscallSchema* schema() const { return schema_; }

    /// The whole record, as <traceleft/event.h> lays it out.
    std::span<const std::byte> raw() const { return bytes_; }

    bool is_entry() const { return header_.flags & wire::EVENT_ENTRY; }
    /// It was not run: seccomp sent its thread SIGSYS, or killed it.
    bool stopped_by_seccomp() const { return header_.flags & wire::EVENT_SECCOMP; }
    /// Nobody saw it being entered, or return: somebody looked meanwhile.
    bool unfinished() const { return header_.flags & wire::EVENT_UNFINISHED; }
    /// No syscall, but a tracepoint, which neither is entered nor returns, or a function.
    bool is_source() const { return header_.flags & wire::EVENT_SOURCE; }
    /// It has a result.
    bool returned() const {
        return !is_entry() && !stopped_by_seccomp() && (!is_source() || header_.flags & wire::EVENT_RETURNED);
    }
    /// A 32-bit program's call: its number and its meaning are not the native ones.
    bool is_compat() const { return header_.flags & wire::EVENT_COMPAT; }
    /// "i386" or "x32"; empty for a native call.
    std::string_view abi() const {
        if (is_compat()) return "i386";
        return header_.nr >= static_cast<std::int32_t>(x32_bit) ? "x32" : "";
    }
    std::size_t argument_count() const { return arguments_; }
    std::uint64_t argument(std::size_t index) const {
        std::uint64_t value = 0;
        if (index < arguments_)
            std::memcpy(&value, bytes_.data() + sizeof(header_) + index * sizeof(value), sizeof(value));
        return value;
    }
    /// False for an argument that the call ignored, as open does its mode without O_CREAT.
    bool argument_applies(std::size_t index) const;
    /// nullopt where no memory was captured for that argument. What the call may have overwritten is as it was left.
    std::optional<Captured> captured(std::size_t argument) const { return find_captured(argument); }
    /// The memory behind an argument as it was passed; nullopt where the call overwrites none.
    std::optional<Captured> passed(std::size_t argument) const;
    /// Whether it is clear that all memory was captured, as it is for most.
    bool is_whole() const { return statuses_ == wire::CAPTURED_OK && !(schema_ && schema_->in_pieces); }
    /// Bit N: there was more memory behind argument N, or behind pointers in it, than was captured.
    std::uint32_t truncated() const;
    /// Bit N: what the caller passed behind argument N couldn't be read before the call may have overwritten it.
    std::uint32_t late() const;
    /// Bit N: the memory behind argument N, which is not NULL, could not be read, or only the pieces before one.
    std::uint32_t faults() const { return with_status(wire::CAPTURED_FAULT); }
    /// Bit N: the memory behind argument N was not read, since the call failed before it filled that.
    std::uint32_t unfilled() const { return with_status(wire::CAPTURED_NONE); }
    /// What its descriptors stand for; empty in most.
    Descriptions described() const { return Descriptions::of(bytes_); }
    bool has_objects() const { return header_.flags & wire::EVENT_OBJECTS; }
    /// What stands at a place, DESCRIBED_* or an argument's number; null where nothing is known of it.
    const OpenFile* file(std::uint16_t place) const;
    /// The same of an argument: of AT_FDCWD the directory that relative names begin at.
    const OpenFile* argument_file(std::size_t index) const;
    /// The path of the file that a call's name led to: of one that opens or executes a file; empty elsewhere.
    std::string_view resolved_path() const;
    /// What the processes are that it names by their numbers; empty in most.
    NamedPids pids() const { return header_.flags & wire::EVENT_PIDS ? NamedPids::of(bytes_) : NamedPids(); }
    /// The stack of user space, and the kernel's; null where the event has none, or nothing is known of it.
    const NamedStack* ustack() const { return stack(wire::DESCRIBED_USER_STACK); }
    const NamedStack* kstack() const { return stack(wire::DESCRIBED_KERNEL_STACK); }
    bool path_mismatch() const { return header_.flags & wire::EVENT_PATH_MISMATCH; }
    void set_path_mismatch() { header_.flags |= wire::EVENT_PATH_MISMATCH; }
    /// A foreign event's bytes behind the common fields.
    std::span<const std::byte> extra() const;

private:
    const NamedStack* stack(std::uint16_t place) const;
    std::optional<Captured> find_captured(std::size_t arg) const;
    std::uint32_t with_status(std::uint16_t status) const;
    /// Calls function(captured.arg, Captured) for all until it returns true.
    template <typename Function>
    void for_each_captured(Function&& function) const;

    wire::event_header header_{};
    std::span<const std::byte> bytes_;
    const SyscallSchema* schema_ = nullptr;
    const Objects* objects_ = nullptr;
    bool foreign_ = true;
    std::size_t arguments_ = 0;
    std::size_t captured_ = 0;
    std::uint16_t statuses_ = 0;  ///< of all captured memory; CAPTURED_OK: of all
};

/// The argument's name: "arg3" where the schema has none for it. The text is the schema's, or static.
std::string_view argument_name(const EventView& event, std::size_t index);

/// A place of described files that is no argument's, DESCRIBED_*, and its name.
struct NamedPlace {
    std::uint16_t place;
    std::string_view name;
};
inline constexpr NamedPlace named_places[] = {{wire::DESCRIBED_RESULT, "result"},
                                              {wire::DESCRIBED_DIRECTORY, "directory"},
                                              {wire::DESCRIBED_PAIR, "pair[0]"},
                                              {wire::DESCRIBED_PAIR + 1, "pair[1]"}};

/// Calls function(name, const OpenFile&) for each file of the event that is known, the arguments' first.
template <typename Function>
void for_each_file(const EventView& event, Function&& function) {
    if (!event.has_objects()) return;
    for (std::size_t i = 0; i < event.argument_count(); i++)
        if (const OpenFile* file = event.argument_file(i)) function(argument_name(event, i), *file);
    for (const NamedPlace& each : named_places)
        if (const OpenFile* file = event.file(each.place)) function(each.name, *file);
}

/// The error a failed call returned, as errno; 0 for success. `restart` values (-512 and below) count as errors.
int event_errno(const EventView& event);

/// "ENOENT"; for the kernel's own restart codes, which user space never sees, "ERESTARTSYS" and kin; else "".
std::string_view errno_name(int errnum);
/// The description that strace adds to a name, without the parentheses.
std::string_view errno_description(int errnum);

}  // namespace traceleft
