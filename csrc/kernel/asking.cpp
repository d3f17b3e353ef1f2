// SPDX-License-Identifier: MIT
#include "asking.h"

#include <algorithm>
#include <utility>

#include "at_entry.h"
#include "disassemble.h"
#include "error.h"
#include "measurement.h"
#include "member_path.h"

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

bool is_compat(const AskedPlace& place) { return place.syscall && place.syscall->compat; }

const SyscallSchema* schema_of(const AskedPlace& place, const EventSchema& schema) {
    if (!place.syscall) return nullptr;
    const std::string& name = place.syscall->name;
    const EventSchema& own = is_compat(place) && schema.compat() ? *schema.compat() : schema;
    return own.find(name.substr(0, name.find(compat_suffix)));
}

// Of calls of one ABI and one side.
void bind_each(const ask::Question& question, const std::vector<AskedPlace>& places, const EventSchema& schema,
               bool entry, std::map<AskedPlace, Predicate>& bound) {
    std::vector<const SyscallSchema*> calls;
    for (const AskedPlace& place : places)
        if (const SyscallSchema* known = schema_of(place, schema)) calls.push_back(known);
    std::map<const SyscallSchema*, Predicate> all;
    if (!calls.empty()) all = question.bind_each(calls, schema, entry);
    for (const AskedPlace& place : places) {
        auto found = all.find(schema_of(place, schema));
        bound[place] = found == all.end() ? question.bind(nullptr, schema, entry) : found->second;
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
    for (const AskedPlace& place : places) alike[{is_compat(place), place.side}].push_back(place);
    for (const auto& [kind, group] : alike) bind_each(*asking.where, group, schema, kind.second == Side::entry, bound);
    return bound;
}

// The key of each call, all of one layout, for they share a table.
std::map<AskedPlace, ask::MeasuredCall> bind_keys(const Asking& asking, const std::vector<AskedPlace>& places,
                                                  const EventSchema& schema) {
    std::map<AskedPlace, ask::MeasuredCall> keys;
    if (!asking.first || places.empty()) return keys;
    bool compat = std::any_of(places.begin(), places.end(), is_compat);
    std::vector<ask::Call> calls;
    for (const AskedPlace& place : places) {
        const SyscallSchema* known = schema_of(place, schema);
        calls.push_back({known ? known->syscall.name : "", place.side == Side::entry});
    }
    ask::BoundMeasurement bound = ask::bind({.where = "", .by = asking.by, .of = ""}, calls, schema, compat);
    if (bound.has_stacks())
        throw Error(ErrorKind::Usage, "the first calls can't be told by their stacks: counts can (traceleft count)");
    for (std::size_t i = 0; i < places.size(); i++) keys[places[i]] = std::move(bound.calls[i]);
    return keys;
}

// Of a tracepoint's record nothing is known early.
bool is_built(const AskedPlace& place) { return place.syscall && is_source(place.syscall->name); }

std::string listed(const char* stage, const ask::Program& program) {
    return std::string(stage) + " in " + std::to_string(program.instructions.size()) + " instructions:\n" +
           ask::disassemble(program);
}

}  // namespace

AskedCall compile(const Asking& asking, bool built, Predicate predicate, const ask::MeasuredCall* key) {
    ask::Stages stages = ask::split(std::move(predicate));
    if (built) {
        stages.late = both(std::move(stages.early), std::move(stages.late));
        stages.early = {};
    }
    AskedCall asked;
    asked.is_late = decides(stages.late) || asking.stacks || (key && (built || key->stage == ask::Stage::Late));
    bool limits_early = (asking.rate_limit || key) && !asked.is_late;
    asked.is_early = decides(stages.early) || asking.sample || limits_early;
    asked.is_behind = decides(stages.behind);
    if (key && asked.is_behind)
        throw Error(ErrorKind::Usage,
                    "the kernel tells which calls are the first, and of this question it doesn't know the answer (see "
                    "--explain): it can't match regular expressions, patterns with a piece in the middle, and memory "
                    "in several places");
    std::vector<ask::KeyPart> by;
    if (key) by = key->inquiry.by;
    if (key) asked.key_size = ask::key_size(by);
    Predicate entered = ask::at_entry(stages.early);
    asked.is_entered = decides(entered) && !asking.sample;
    if (asked.is_entered) asked.entered = ask::compile({std::move(entered)}, ask::Stage::Early);
    if (asked.is_early) {
        ask::Inquiry early{std::move(stages.early)};
        if (!asked.is_late) early.by = by;
        asked.early = ask::compile(early, ask::Stage::Early);
    }
    if (asked.is_late) asked.late = ask::compile({std::move(stages.late), std::move(by)}, ask::Stage::Late);
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
    if (first) {
        std::string key;
        for (const std::string& each : by) key += (key.empty() ? "" : ", ") + each;
        add("the first " + std::to_string(first) + " by " + key);
    }
    return text;
}

std::vector<std::string> Asking::member_paths() const {
    std::vector<std::string> all;
    auto add = [&](const std::string& text) {
        for (std::string& path : ask::member_paths(text)) all.push_back(std::move(path));
    };
    if (where) add(where->text());
    for (const std::string& each : by) add(each);
    return all;
}

bool Asking::asks_duration() const {
    return (where && where->asks_duration()) || ask::asks_duration(ask::Measurement{.where = "", .by = by, .of = ""});
}

std::map<AskedPlace, AskedCall> ask_of(const Asking& asking, const std::vector<AskedPlace>& places,
                                       const EventSchema& schema) {
    std::map<AskedPlace, AskedCall> asked;
    std::map<AskedPlace, ask::MeasuredCall> keys = bind_keys(asking, places, schema);
    for (auto& [place, predicate] : bind(asking, places, schema))
        asked[place] = compile(asking, is_built(place), std::move(predicate), asking.first ? &keys.at(place) : nullptr);
    return asked;
}

}  // namespace traceleft
