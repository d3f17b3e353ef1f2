// SPDX-License-Identifier: MIT
#include "asking.h"

#include <utility>

#include "disassemble.h"

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

const SyscallSchema* schema_of(const SyscallInfo& syscall, const EventSchema& abi) {
    return abi.find(syscall.name.substr(0, syscall.name.find(compat_suffix)));
}

// Of calls of one ABI and one side.
void bind_each(const ask::Question& question, const std::vector<AskedPlace>& places, const EventSchema& abi, bool entry,
               std::map<AskedPlace, Predicate>& bound) {
    std::vector<const SyscallSchema*> calls;
    for (const AskedPlace& place : places)
        if (const SyscallSchema* known = place.syscall ? schema_of(*place.syscall, abi) : nullptr)
            calls.push_back(known);
    std::map<const SyscallSchema*, Predicate> all;
    if (!calls.empty()) all = question.bind_each(calls, abi, entry);
    for (const AskedPlace& place : places) {
        auto found = all.find(place.syscall ? schema_of(*place.syscall, abi) : nullptr);
        bound[place] = found == all.end() ? question.bind(nullptr, abi, entry) : found->second;
    }
}

std::map<AskedPlace, Predicate> bind(const Asking& asking, const std::vector<AskedPlace>& places,
                                     const EventSchema& schema) {
    std::map<AskedPlace, Predicate> bound;
    if (!asking.where) {
        for (const AskedPlace& place : places) bound[place] = {};
        return bound;
    }
    std::map<std::pair<bool, Side>, std::vector<AskedPlace>> alike;
    for (const AskedPlace& place : places) alike[{place.syscall && place.syscall->compat, place.side}].push_back(place);
    for (const auto& [kind, group] : alike)
        bind_each(*asking.where, group, kind.first && schema.compat() ? *schema.compat() : schema,
                  kind.second == Side::entry, bound);
    return bound;
}

std::string listed(const char* stage, const ask::Program& program) {
    return std::string(stage) + " in " + std::to_string(program.instructions.size()) + " instructions:\n" +
           ask::disassemble(program);
}

}  // namespace

AskedCall compile(const Asking& asking, bool compat, Predicate predicate) {
    ask::Stages stages = ask::split(std::move(predicate));
    // Early programs know the registers of native calls.
    if (compat) {
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

std::string instructions_of(const AskedCall& asked) {
    return (asked.is_early ? listed("early", asked.early) : "") + (asked.is_late ? listed("late", asked.late) : "");
}

std::string Asking::text() const {
    std::string text = where ? where->text() : "";
    auto add = [&](const std::string& limit) { text += (text.empty() ? "" : "; ") + limit; };
    if (sample) add("one of " + std::to_string(sample));
    if (rate_limit) add("at most " + std::to_string(rate_limit) + "/s of a process");
    return text;
}

std::map<AskedPlace, AskedCall> ask_of(const Asking& asking, const std::vector<AskedPlace>& places,
                                       const EventSchema& schema) {
    std::map<AskedPlace, AskedCall> asked;
    for (auto& [place, predicate] : bind(asking, places, schema))
        asked[place] = compile(asking, place.syscall && place.syscall->compat, std::move(predicate));
    return asked;
}

}  // namespace traceleft
