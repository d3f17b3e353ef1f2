// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "text_room.h"
#include "value_plan.h"

namespace traceleft {

/// How a number is shown.
enum class NumberStyle : std::uint8_t { Signed, Unsigned, Hex, Pointer, Named };
NumberStyle number_style(const Value& value);

/// A member of a struct, or an argument of a call, with what text says of it whatever its value is.
struct TextMember : PlannedValue {
    TextMember(const std::string& name, const PlannedValue& planned);

    CopiedText key;                              ///< ", name="
    static constexpr std::size_t separator = 2;  ///< bytes of the key that a first member lacks
    NumberStyle style = NumberStyle::Unsigned;
    bool is_conditional = false;  ///< of an argument: not all calls look at it

    struct Head {
        Head() = default;
        explicit Head(const SyscallSchema& call);

        CopiedText name;  ///< "openat("
        NumberStyle returns = NumberStyle::Signed;
    };
};

using TextPlan = Plan<TextMember>;

/// Writes what plans describe as ValueText writes it, and remembers texts that come again and again.
class PlannedText {
public:
    Plans<TextMember> plans;

    void number(NumberStyle style, const Value& value, std::uint64_t bits, TextCollector& out);
    /// All of a struct, `inner` in another; the plan must be whole.
    void structure(const TextPlan& plan, std::string_view bytes, bool inner, TextCollector& out);
    /// A string literal.
    static void quoted(std::string_view bytes, bool truncated, TextCollector& out);

private:
    struct Named {
        const Value* value = nullptr;  ///< the schema's own, which stays where it is
        std::uint64_t bits = 0;
        CopiedText text;
    };

    const CopiedText& named(const Value& value, std::uint64_t bits);

    std::array<Named, 256> named_;  ///< each in the place that its hash gives it
    std::string word_;
};

}  // namespace traceleft
