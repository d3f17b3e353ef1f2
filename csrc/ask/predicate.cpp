// SPDX-License-Identifier: MIT
#include "predicate.h"

#include <algorithm>
#include <utility>

namespace traceleft::ask {

namespace {

Stage later(Stage a, Stage b) { return std::max(a, b); }

Stage stage_of(const Part& part) { return part.in == Part::In::Memory ? Stage::Late : Stage::Early; }

Stage stage_of(const std::vector<Requirement>& requirements) {
    Stage stage = Stage::Early;
    for (const Requirement& each : requirements) stage = later(stage, stage_of(each.part));
    return stage;
}

Stage stage_of(const Number& number) {
    Stage stage = stage_of(number.requirements);
    if (number.op == Number::Op::Load) stage = later(stage, stage_of(number.part));
    for (const Number& operand : number.operands) stage = later(stage, stage_of(operand));
    return stage;
}

}  // namespace

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
            stage = later(stage_of(predicate.text.part), stage_of(predicate.text.requirements));
            break;
    }
    return stage;
}

}  // namespace traceleft::ask
