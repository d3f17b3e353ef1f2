// SPDX-License-Identifier: MIT
#include "predicate.h"

#include <traceleft/event.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "match.h"

namespace traceleft::ask {

namespace {

Stage later(Stage a, Stage b) { return std::max(a, b); }

Stage stage_of(const Part& part) {
    switch (part.in) {
        case Part::In::Header:
            // An early event lacks the syscall's name.
            return part.offset == offsetof(wire::event_header, syscall) ? Stage::Late : Stage::Early;
        case Part::In::Argument:
            return Stage::Early;
        case Part::In::Memory:
            return Stage::Late;
        case Part::In::Piece:
        case Part::In::Pieces:
        case Part::In::Object:
        case Part::In::Mismatch:
            break;
    }
    return Stage::Behind;
}

Stage stage_of(const std::vector<Requirement>& requirements) {
    Stage stage = Stage::Early;
    for (const Requirement& each : requirements) stage = later(stage, stage_of(each.part));
    return stage;
}

/// Where the form of the match can be decided, whatever the text.
Stage stage_of_match(const Predicate& predicate) {
    const std::string& pattern = predicate.pattern;
    if (pattern.size() > longest_in_kernel) return Stage::Behind;
    // Where an abstract socket's name begins with NUL, it goes on behind it.
    if (predicate.text.part.value.kind == Kind::SocketName) {
        bool from_begin =
            predicate.matching == Predicate::Matching::Equal || predicate.matching == Predicate::Matching::Prefix;
        return from_begin && !pattern.empty() && pattern.front() ? Stage::Early : Stage::Behind;
    }
    switch (predicate.matching) {
        case Predicate::Matching::Equal:
        case Predicate::Matching::Prefix:
        case Predicate::Matching::Suffix:
            return Stage::Early;
        case Predicate::Matching::Glob:
            return is_simple(parse_glob(pattern)) ? Stage::Early : Stage::Behind;
        case Predicate::Matching::Regex:
            break;
    }
    return Stage::Behind;
}

}  // namespace

Stage stage_of(const Number& number) {
    Stage stage = stage_of(number.requirements);
    if (number.op == Number::Op::Load) stage = later(stage, stage_of(number.part));
    for (const Number& operand : number.operands) stage = later(stage, stage_of(operand));
    return stage;
}

Stage stage_of(const Text& text) { return later(stage_of(text.part), stage_of(text.requirements)); }

Stage stage_of(const Predicate& predicate) {
    Stage stage = Stage::Early;
    switch (predicate.op) {
        case Predicate::Op::True:
        case Predicate::Op::False:
            break;
        case Predicate::Op::And:
        case Predicate::Op::Or:
            for (const Predicate& child : predicate.children) stage = later(stage, stage_of(child));
            break;
        case Predicate::Op::Compare:
            stage = later(stage_of(predicate.left), stage_of(predicate.right));
            break;
        case Predicate::Op::Match:
            stage = later(stage_of(predicate.text), stage_of_match(predicate));
            break;
    }
    return stage;
}

static bool asks_for(Part::In in, const Number& number) {
    return number.part.in == in || std::any_of(number.operands.begin(), number.operands.end(),
                                               [in](const Number& each) { return asks_for(in, each); });
}

static bool asks_for(Part::In in, const Predicate& predicate) {
    return predicate.text.part.in == in || asks_for(in, predicate.left) || asks_for(in, predicate.right) ||
           std::any_of(predicate.children.begin(), predicate.children.end(),
                       [in](const Predicate& each) { return asks_for(in, each); });
}

bool asks_objects(const Predicate& predicate) {
    return asks_for(Part::In::Object, predicate) || asks_mismatch(predicate);
}

bool asks_mismatch(const Predicate& predicate) { return asks_for(Part::In::Mismatch, predicate); }

Stages split(Predicate predicate) {
    std::vector<Predicate> parts[3];
    std::vector<Predicate> all;
    if (predicate.op == Predicate::Op::And)
        all = std::move(predicate.children);
    else
        all.push_back(std::move(predicate));
    for (Predicate& each : all) parts[static_cast<std::size_t>(stage_of(each))].push_back(std::move(each));
    auto join = [](std::vector<Predicate>& part) { return join_predicates(Predicate::Op::And, std::move(part)); };
    return {join(parts[0]), join(parts[1]), join(parts[2])};
}

Predicate join_predicates(Predicate::Op op, std::vector<Predicate> children) {
    Predicate::Op neutral = op == Predicate::Op::And ? Predicate::Op::True : Predicate::Op::False;
    Predicate::Op decisive = op == Predicate::Op::And ? Predicate::Op::False : Predicate::Op::True;
    Predicate all{op};
    for (Predicate& child : children) {
        if (child.op == decisive) return Predicate{decisive};
        if (child.op == neutral) continue;
        if (child.op == op)
            std::move(child.children.begin(), child.children.end(), std::back_inserter(all.children));
        else
            all.children.push_back(std::move(child));
    }
    if (all.children.empty()) return Predicate{neutral};
    if (all.children.size() == 1) return std::move(all.children.front());
    all.begin = all.children.front().begin;
    all.end = all.children.back().end;
    return all;
}

}  // namespace traceleft::ask
