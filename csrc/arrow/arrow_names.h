// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "arrow_columns.h"
#include "event_schema.h"
#include "event_view.h"

namespace traceleft {

/// The names in an argument's number, "O_RDONLY|O_CLOEXEC", as text has them; null where it has none.
class NameColumn {
public:
    /// `column` is filled, and must live as long.
    explicit NameColumn(NamesBuilder& column) : column_(column) {}

    static bool has_names(const Value& value) { return is_scalar(value.kind) && !value.cases && value.flags; }

    /// Argument `index` of an event, which becomes row `row`.
    void add(const EventView& event, std::size_t index, const EventSchema& schema, std::size_t row);

private:
    static constexpr std::int32_t none = -1;
    std::int32_t index_of(const EventView& event, std::size_t index, const EventSchema& schema);

    NamesBuilder& column_;
    std::unordered_map<std::uint64_t, std::int32_t> known_;  ///< by register
};

}  // namespace traceleft
