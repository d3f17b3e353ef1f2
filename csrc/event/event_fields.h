// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "event_schema.h"
#include "event_view.h"

namespace traceleft {

// The table of fields is traceleft/generate/event_fields.py, which explains its columns. Formats go through it by
// for_each_event_field() while they are compiled, with the same code as if each field had been written out.

/// The fields of an event, by the names and in the order of JSON lines and templates.
enum class EventField : std::size_t {
#define FIELD(name, type, presence, number, value) name,
#include "event_fields.def"
#undef FIELD
};

inline constexpr std::array event_field_names = {
#define FIELD(name, type, presence, number, value) std::string_view(#name),
#include "event_fields.def"
#undef FIELD
};

enum class FieldType {
    u32,
    s32,
    u64,
    s64,
    flag,
    text,
    name,
    error,
    abi,
    time,
    arguments,
    registers,
    pids,
    stack,
    mask,
    places,
    bytes
};
enum class FieldPresence { always, own, returned, failed, timed, asked, set };

/// A field's row in the table.
struct FieldRow {
    FieldType type;
    FieldPresence presence;
    std::uint32_t number;  ///< in protobuf; 0: it has none

    /// A member of the header.
    constexpr bool is_number() const { return type <= FieldType::s64; }
    /// In the header; else behind it.
    constexpr bool is_header() const { return type <= FieldType::time; }
};

inline constexpr std::array event_field_rows = {
#define FIELD(name, type, presence, number, value) FieldRow{FieldType::type, FieldPresence::presence, number},
#include "event_fields.def"
#undef FIELD
};

template <EventField field>
inline constexpr std::string_view field_name = event_field_names[static_cast<std::size_t>(field)];
template <EventField field>
inline constexpr FieldRow field_row = event_field_rows[static_cast<std::size_t>(field)];

/// The event's value of the field: for a time its timestamp, for an error its number.
template <EventField field>
auto field_value(const EventView& event);
#define FIELD(name, type, presence, number, value)                                       \
    template <>                                                                          \
    inline auto field_value<EventField::name>([[maybe_unused]] const EventView& event) { \
        return value;                                                                    \
    }
#include "event_fields.def"
#undef FIELD

template <EventField field>
using FieldValue = decltype(field_value<field>(std::declval<const EventView&>()));

/// Whether the event has that field of its header, whose value this is.
template <EventField field>
bool is_there([[maybe_unused]] const EventView& event, [[maybe_unused]] const FieldValue<field>& value) {
    constexpr FieldPresence presence = field_row<field>.presence;
    if constexpr (presence == FieldPresence::own) return !event.foreign();
    if constexpr (presence == FieldPresence::returned) return event.returned();
    if constexpr (presence == FieldPresence::timed) return event.header().flags & wire::EVENT_DURATION;
    if constexpr (field_row<field>.type == FieldType::abi)
        return !value.empty();
    else if constexpr (presence == FieldPresence::failed || presence == FieldPresence::asked ||
                       presence == FieldPresence::set)
        return value;
    return true;
}

/// Calls function.operator()<field>() for each of the fields, in their order.
template <typename Function>
constexpr void for_each_event_field(Function&& function) {
    [&]<std::size_t... index>(std::index_sequence<index...>) {
        (function.template operator()<static_cast<EventField>(index)>(), ...);
    }(std::make_index_sequence<event_field_names.size()>());
}

/// The prefix of arguments' names where fields are chosen: args.fd.
inline constexpr std::string_view arguments_prefix = "args.";

std::optional<EventField> find_event_field(std::string_view name);

/// The names of all arguments of all syscalls, sorted.
std::vector<std::string> argument_names(const EventSchema& schema);

}  // namespace traceleft
