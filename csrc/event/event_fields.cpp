#include "event_fields.h"

#include <algorithm>
#include <set>

namespace traceleft {

std::optional<EventField> find_event_field(std::string_view name) {
    auto found = std::find(event_field_names.begin(), event_field_names.end(), name);
    if (found == event_field_names.end()) return std::nullopt;
    return static_cast<EventField>(found - event_field_names.begin());
}

std::vector<std::string> argument_names(const EventSchema& schema) {
    std::set<std::string> names;
    for (const auto& [_, call] : schema.calls())
        for (const Argument& argument : call.arguments) names.insert(argument.name);
    return {names.begin(), names.end()};
}

}  // namespace traceleft
