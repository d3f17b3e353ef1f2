// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>

#include "value_walk.h"

namespace traceleft {

constexpr std::int32_t at_fdcwd = -100;  // include/uapi/linux/fcntl.h

/// Calls `name` for each name of a set that a value is made of, and with the bits that have no name in hexadecimal.
template <typename Function>
void visit_flags(const FlagSet& set, std::uint64_t value, Function&& name) {
    bool any = false;
    auto found = [&](std::string_view text) {
        any = true;
        name(text);
    };
    if (const NamedValue* choice = set.mask ? find_choice(set, value & set.mask) : nullptr) {
        found(choice->name);
        value &= ~set.mask;
    }
    const NamedValue* nothing = nullptr;
    for (const NamedValue& bit : set.bits) {
        if (!bit.value) nothing = &bit;
        if (!bit.value || (value & bit.value) != bit.value) continue;
        found(bit.name);
        value &= ~bit.value;
    }
    if (value) {
        char digits[20] = "0x";
        char* end = std::to_chars(digits + 2, digits + sizeof(digits), value, 16).ptr;
        found({digits, static_cast<std::size_t>(end - digits)});
    }
    if (!any && nothing) name(nothing->name);
}

/// The name of an Int's or a directory's value; empty where it has none. Its `bits` are extended.
std::string_view name_of(const Value& value, std::uint64_t bits);

/// Calls `name` for each name in a scalar's value, whatever its kind; `bits` are extended.
template <typename Function>
void visit_names(const Value& value, std::uint64_t bits, Function&& name) {
    if (value.kind == Kind::Flags) {
        if (value.flags) visit_flags(*value.flags, bits, name);
    } else if (std::string_view only = name_of(value, bits); !only.empty()) {
        name(only);
    }
}

}  // namespace traceleft
