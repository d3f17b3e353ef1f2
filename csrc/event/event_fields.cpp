// SPDX-License-Identifier: MIT
#include "event_fields.h"

#include <algorithm>
#include <set>

namespace traceleft {

namespace {

// The columns' types and protobuf's are made of the table, values are of the header.
template <EventField field>
constexpr bool is_as_the_table_says() {
    using Value = FieldValue<field>;
    constexpr FieldType type = field_row<field>.type;
    if constexpr (type == FieldType::u32) return std::is_same_v<Value, wire::u32>;
    if constexpr (type == FieldType::s32) return std::is_same_v<Value, wire::s32>;
    if constexpr (type == FieldType::u64) return std::is_same_v<Value, wire::u64>;
    if constexpr (type == FieldType::s64) return std::is_same_v<Value, wire::s64>;
    return true;
}

static_assert([] {
    bool all = true;
    for_each_event_field([&]<EventField field>() { all &= is_as_the_table_says<field>(); });
    return all;
}());

}  // namespace

std::optional<EventField> find_event_field(std::string_view name) {
    auto found = std::find(event_field_names.begin(), event_field_names.end(), name);
    if (found == event_field_names.end()) return std::nullopt;
    return static_cast<EventField>(found - event_field_names.begin());
}

std::vector<std::string> argument_names(const EventSchema& schema) {
    std::set<std::string> names;
    auto add = [&](const EventSchema& of) {
        for (const auto& [_, call] : of.calls())
            for (const Argument& argument : call.arguments) names.insert(argument.name);
    };
    for (const EventSchema* each = &schema; each; each = each->more()) add(*each);
    if (schema.compat()) add(*schema.compat());
    return {names.begin(), names.end()};
}

}  // namespace traceleft
