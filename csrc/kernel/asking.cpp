// SPDX-License-Identifier: MIT
#include "asking.h"

namespace traceleft {

namespace {

using ask::Predicate;

bool decides(const Predicate& predicate) { return predicate.op != Predicate::Op::True; }

Predicate both(Predicate first, Predicate second) {
    if (!decides(first)) return second;
    if (!decides(second)) return first;
    Predicate all;
    all.op = Predicate::Op::And;
    all.children = {std::move(first), std::move(second)};
    return all;
}

Predicate bind(const Asking& asking, const AskedPlace& place, const EventSchema& schema) {
    if (!asking.where) return {};
    bool entry = place.side == Side::entry;
    if (!place.syscall) return asking.where->bind(nullptr, schema, entry);
    const EventSchema* abi = place.syscall->compat ? schema.compat() : &schema;
    std::string name = place.syscall->name.substr(0, place.syscall->name.find(compat_suffix));
    return asking.where->bind(abi ? abi->find(name) : nullptr, abi ? *abi : schema, entry);
}

}  // namespace

std::string Asking::text() const {
    std::string text = where ? where->text() : "";
    auto add = [&](const std::string& limit) { text += (text.empty() ? "" : "; ") + limit; };
    if (sample) add("one of " + std::to_string(sample));
    if (rate_limit) add("at most " + std::to_string(rate_limit) + "/s of a process");
    return text;
}

AskedCall ask_of(const Asking& asking, const AskedPlace& place, const EventSchema& schema) {
    ask::Stages stages = ask::split(bind(asking, place, schema));
    // Early programs know the registers of native calls.
    if (place.syscall && place.syscall->compat) {
        stages.late = both(std::move(stages.early), std::move(stages.late));
        stages.early = {};
    }
    AskedCall asked;
    asked.is_late = decides(stages.late);
    asked.is_early = decides(stages.early) || asking.sample || (asking.rate_limit && !asked.is_late);
    asked.is_behind = decides(stages.behind);
    if (asked.is_early) asked.early = ask::compile({std::move(stages.early)}, ask::Stage::Early);
    if (asked.is_late) asked.late = ask::compile({std::move(stages.late)}, ask::Stage::Late);
    if (asked.is_behind) asked.behind = std::move(stages.behind);
    return asked;
}

}  // namespace traceleft
