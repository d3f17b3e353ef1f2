// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value_walk.h"

namespace traceleft {

/// The name of a whole word, or its form with its parts; empty if it is made of flags.
std::string whole_word(const FlagSet& set, std::uint64_t word);

/// The text of a word's part, whose bits are taken from the word; empty if it isn't shown, and leaves them there.
std::string take_part(const WordPart& part, std::uint64_t& word);

/// Calls `name` for each name of a set that a value is made of, and with the bits that have no name as a number.
template <typename Function>
void visit_flags(const FlagSet& set, std::uint64_t value, Function&& name) {
    bool any = false;
    auto found = [&](std::string_view text) {
        any = true;
        name(text);
    };
    std::vector<std::string> behind;
    std::uint64_t taken = 0;
    if (!set.parts.empty() || !set.whole.empty()) {
        if (std::string word = whole_word(set, value); !word.empty()) return name(word);
        for (const WordPart& part : set.parts)
            if (std::string text = take_part(part, value); !text.empty()) {
                taken |= part.mask << part.shift;
                if (part.first)
                    found(text);
                else
                    behind.push_back(std::move(text));
            }
    }
    bool chosen = set.mask && !(set.mask & taken);
    if (const NamedValue* choice = chosen ? find_choice(set, value & set.mask) : nullptr) {
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
        char digits[24] = "0x";
        char* begin = set.decimal ? digits : digits + 2;
        char* end = std::to_chars(begin, digits + sizeof(digits), value, set.decimal ? 10 : 16).ptr;
        found({digits, static_cast<std::size_t>(end - digits)});
    }
    for (const std::string& text : behind) found(text);
    if (!any && nothing) name(nothing->name);
}

/// The name of a number that is no set of flags, or of a directory; empty where it has none. Its `bits` are extended.
std::string_view name_of(const Value& value, std::uint64_t bits);

/// Whether a mode has a type, by which it is shown as a word of flags.
bool has_file_type(const Value& value, std::uint64_t bits);

/// Calls `name` for each signal or capability of a set; those without a name are numbers.
template <typename Function>
void visit_members(const Value& value, std::uint64_t bits, Function&& name) {
    for (std::uint64_t member = value.kind == Kind::SigSet ? 1 : value.first_member; bits; member++, bits >>= 1) {
        if (!(bits & 1)) continue;
        if (const NamedValue* known = value.flags ? find_choice(*value.flags, member) : nullptr)
            name(std::string_view(known->name));
        else
            name(std::string_view(std::to_string(member)));
    }
}

/// What a wait status says, as strace does: "{WIFEXITED(s) && WEXITSTATUS(s) == 0}".
std::string wait_status(const Value& value, std::uint64_t bits);

/// Calls `name` for each name in a scalar's value, whatever its kind; `bits` are extended.
template <typename Function>
void visit_names(const Value& value, std::uint64_t bits, Function&& name) {
    if (value.kind == Kind::Flags || (value.kind == Kind::Mode && has_file_type(value, bits))) {
        if (value.flags) visit_flags(*value.flags, bits, name);
    } else if (value.kind == Kind::SigSet || value.kind == Kind::CapSet) {
        visit_members(value, bits, name);
    } else if (value.kind == Kind::Wait) {
        name(std::string_view(wait_status(value, bits)));
    } else if (std::string_view only = name_of(value, bits); !only.empty()) {
        name(only);
    }
}

}  // namespace traceleft
