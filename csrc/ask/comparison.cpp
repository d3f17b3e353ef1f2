// SPDX-License-Identifier: MIT
#include "comparison.h"

#include <utility>

namespace traceleft::ask {

std::optional<Predicate::Comparison> comparison_of(std::string_view op) {
    using Comparison = Predicate::Comparison;
    static constexpr std::pair<std::string_view, Comparison> all[] = {
        {"==", Comparison::Equal},     {"!=", Comparison::Unequal}, {"<", Comparison::Less},
        {"<=", Comparison::LessEqual}, {">", Comparison::Greater},  {">=", Comparison::GreaterEqual}};
    for (const auto& [known, comparison] : all)
        if (known == op) return comparison;
    return std::nullopt;
}

Predicate::Comparison opposite(Predicate::Comparison comparison) {
    using Comparison = Predicate::Comparison;
    switch (comparison) {
        case Comparison::Equal:
            return Comparison::Unequal;
        case Comparison::Unequal:
            return Comparison::Equal;
        case Comparison::Less:
            return Comparison::GreaterEqual;
        case Comparison::LessEqual:
            return Comparison::Greater;
        case Comparison::Greater:
            return Comparison::LessEqual;
        default:
            return Comparison::Less;
    }
}

}  // namespace traceleft::ask
