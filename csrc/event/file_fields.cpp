// SPDX-License-Identifier: MIT
#include "file_fields.h"

#include <algorithm>
#include <set>

namespace traceleft {

std::optional<FileField> find_file_field(std::string_view name) {
    const auto* found = std::find(file_field_names.begin(), file_field_names.end(), name);
    if (found == file_field_names.end()) return std::nullopt;
    return static_cast<FileField>(found - file_field_names.begin());
}

std::vector<std::string> descriptor_names(const EventSchema& schema) {
    std::set<std::string> names;
    for (const EventSchema* each = &schema; each; each = each->compat())
        for (const auto& [_, call] : each->calls())
            for (const Argument& argument : call.arguments)
                if (is_descriptor(argument.value.kind)) names.insert(argument.name);
    return {names.begin(), names.end()};
}

const OpenFile* file_of(const EventView& event, std::string_view argument) {
    for (std::size_t i = 0; i < event.argument_count(); i++)
        if (argument_name(event, i) == argument) return event.argument_file(i);
    return nullptr;
}

}  // namespace traceleft
