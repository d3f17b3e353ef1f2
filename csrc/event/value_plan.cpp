// SPDX-License-Identifier: MIT
#include "value_plan.h"

#include <limits>

namespace traceleft {

namespace {

/// The fewest bytes of a struct that have the field, as has_field() says.
std::size_t least_room(const Field& field) {
    for (std::size_t room : {std::size_t{field.offset} + 1, std::size_t{field.offset} + field.value.bytes()})
        if (has_field(room, field)) return room;
    return std::numeric_limits<std::size_t>::max();
}

PlannedValue planned(const Value& value, bool is_field) {
    PlannedValue plan;
    plan.value = &value;
    if (is_plain_number(value)) {
        plan.way = PlannedValue::Way::Number;
        plan.reading = NumberReading(value);
        return plan;
    }
    bool is_text = is_field ? value.kind == Kind::Chars : value.kind == Kind::String || value.kind == Kind::Buffer;
    if (value.cases || value.linked)
        plan.way = PlannedValue::Way::Walk;
    else if (is_text)
        plan.way = PlannedValue::Way::Text;
    else if (value.kind == Kind::Struct && value.layout && value.layout->selector.empty() && !value.layout->in_pieces)
        plan.way = PlannedValue::Way::Struct;
    return plan;
}

}  // namespace

NumberReading::NumberReading(const Value& value) : value_(&value) {
    std::uint32_t width = value.bit_width ? value.bit_width : value.size * 8;
    Reading reading = facts_of(value.kind).reading;
    bool is_simple = reading == Reading::Unsigned || reading == Reading::Signed;
    if (!is_simple || !width || value.bit_shift + width > value.size * 8 || value.size > 8) {
        way_ = Way::Rare;
        return;
    }
    way_ = reading == Reading::Signed ? Way::Signed : Way::Unsigned;
    left_ = static_cast<std::uint8_t>(64 - value.bit_shift - width);
    right_ = static_cast<std::uint8_t>(64 - width);
}

PlannedValue planned(const Argument& argument) {
    PlannedValue plan = planned(argument.value, /*is_field=*/false);
    plan.argument = &argument;
    return plan;
}

PlannedValue planned(const Field& field) {
    PlannedValue plan = planned(field.value, /*is_field=*/true);
    plan.field = &field;
    plan.offset = field.offset;
    plan.available = least_room(field);
    plan.is_sized = field.value.bytes();
    return plan;
}

}  // namespace traceleft
