// SPDX-License-Identifier: MIT
#include "at_entry.h"

#include <traceleft/event.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace traceleft::ask {

namespace {

// Nor does a call always return on the CPU on which it was entered.
bool is_later(const Part& part) {
    if (part.in != Part::In::Header) return false;
    switch (part.offset) {
        case offsetof(wire::event_header, ret):
        case offsetof(wire::event_header, flags):
        case offsetof(wire::event_header, timestamp):
        case offsetof(wire::event_header, duration):
        case offsetof(wire::event_header, cpu):
            return true;
        default:
            return false;
    }
}

bool is_later(const std::vector<Requirement>& requirements) {
    return std::any_of(requirements.begin(), requirements.end(),
                       [](const Requirement& each) { return is_later(each.part); });
}

bool is_later(const Number& number) {
    return (number.op == Number::Op::Load && is_later(number.part)) || is_later(number.requirements) ||
           std::any_of(number.operands.begin(), number.operands.end(),
                       [](const Number& each) { return is_later(each); });
}

}  // namespace

// `not` was moved to the leaves, so that a leaf that may yet hold can be taken for one that does.
Predicate at_entry(const Predicate& early) {
    switch (early.op) {
        case Predicate::Op::True:
        case Predicate::Op::False:
            return early;
        case Predicate::Op::And:
        case Predicate::Op::Or: {
            std::vector<Predicate> children;
            for (const Predicate& child : early.children) children.push_back(at_entry(child));
            return join_predicates(early.op, std::move(children));
        }
        case Predicate::Op::Compare:
            return is_later(early.left) || is_later(early.right) ? Predicate{} : early;
        case Predicate::Op::Match:
            return is_later(early.text.part) || is_later(early.text.requirements) ? Predicate{} : early;
    }
    return {};
}

}  // namespace traceleft::ask
