// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "event_schema.h"
#include "event_view.h"

namespace traceleft {

/// Receives one argument's value, piece by piece in reading order. A struct is keys, each followed by its value; a list
/// is values.
class ValueSink {
public:
    virtual ~ValueSink() = default;

    /// A register's or a field's number, extended to 64 bits as the value's kind and size have it.
    virtual void scalar(const Value& value, std::uint64_t bits) = 0;
    /// A string, or a char array up to its NUL.
    virtual void text(std::string_view bytes, bool truncated) = 0;
    /// The name of a unix socket; an abstract one begins with NUL.
    virtual void socket_name(std::string_view bytes) { text(bytes, false); }
    /// A buffer.
    virtual void bytes(std::string_view bytes, bool truncated) = 0;
    /// An InAddr or In6Addr, as the network has it.
    virtual void network_address(const Value& value, std::string_view bytes) = 0;
    /// A pointer whose memory is not here.
    virtual void pointer(std::uint64_t address) = 0;
    /// `specific` is the layout that the struct's selector chose: a case of `layout`, or `layout` itself.
    virtual void begin_struct(const StructLayout& layout, const StructLayout& specific) = 0;
    /// All of a struct at once, `inner` in another; the layouts as begin_struct() has them. False: it is to be walked.
    virtual bool whole_struct(const StructLayout& layout, const StructLayout& specific, std::string_view bytes,
                              bool inner) {
        (void)layout, (void)specific, (void)bytes, (void)inner;
        return false;
    }
    /// A field without a size, whose meaning other fields chose. False: it is to be walked.
    virtual bool choice(const Value& chosen, std::string_view bytes, const EventSchema& schema) {
        (void)chosen, (void)bytes, (void)schema;
        return false;
    }
    /// In an iovec, the address of the contents that follow.
    virtual void address(std::uint64_t) {}
    /// A field of the struct's `specific` layout; its value follows.
    virtual void key(const Field& field) = 0;
    virtual void end_struct() = 0;
    virtual void begin_list() = 0;
    /// `truncated`: there were more.
    virtual void end_list(bool truncated) = 0;
};

/// Walks an argument by its meaning in the schema; one that the schema doesn't know is an unsigned scalar.
void walk_argument(const EventView& event, std::size_t index, const EventSchema& schema, ValueSink& sink);

/// The same of the memory that the call may have overwritten, as it was passed; only where EventView::passed() has
/// some.
void walk_passed(const EventView& event, std::size_t index, const EventSchema& schema, ValueSink& sink);
/// Walks memory of that meaning: all of `bytes`.
void walk_memory(const Value& value, std::string_view bytes, const EventSchema& schema, ValueSink& sink);

/// The meaning of an argument of this event: where that depends on another argument, the one that holds.
const Value& meaning_of(const EventView& event, const Argument& argument);

/// The memory to show for an argument whose meaning is `value`; nullopt where only its address is to be shown.
std::optional<Captured> readable_memory(const EventView& event, std::size_t index, const Value& value,
                                        bool passed = false);

/// The number of strings in a vector.
struct StringCount {
    std::uint64_t strings;
    bool more;  ///< or more
};

/// The number of a vector's strings that were captured, or counted in the kernel; nullopt where none could be read.
std::optional<StringCount> count_strings(const EventView& event, std::size_t index);

/// The name of a choice; null where the set has none of this value.
const NamedValue* find_choice(const FlagSet& set, std::uint64_t value);

}  // namespace traceleft
