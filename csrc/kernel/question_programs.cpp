// SPDX-License-Identifier: MIT
#include "question_programs.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <cerrno>

#include "at_fork.h"
#include "error.h"
#include "question_code.h"

namespace traceleft {

namespace {

constexpr std::uint32_t most_rate_buckets = 10240;  // processes; the longest idle make room for others
constexpr std::uint32_t most_first_keys = 10240;
constexpr std::uint64_t second = 1000000000;  // ns
constexpr std::uint32_t highest_rate = 1000000;

void enter(const bpf_map* map, std::uint32_t index, int program) {
    if (bpf_map_update_elem(map_fd(map), &index, &program, BPF_ANY))
        throw Error::os("enter a program into " + std::string(bpf_map__name(map)), errno);
}

bpf_program* select(BpfObject& object, const char* name, const std::vector<bpf_insn>& instructions) {
    bpf_program* program = object.program(name);
    if (!program) throw Error::os("find " + std::string(name), ENOENT, object.path());
    bpf_program__set_autoload(program, true);
    insert_question(program, instructions);
    return program;
}

}  // namespace

void enter_handler(const Dispatcher& dispatcher, const bpf_map* handlers, const SlotProgram& program, bool one_call) {
    std::vector<std::uint32_t> numbers = dispatcher.numbers(program.syscall);
    for (std::uint32_t nr : numbers)
        enter(handlers, one_call ? 0 : std::min<std::uint32_t>(nr, wire::ABI_CALLS - 1), program.fd);
    // Of unnamed calls the last number stands for all above it, too.
    if (!one_call && program.syscall == Dispatcher::unnamed)
        for (std::uint32_t nr = numbers.back(); nr < wire::ABI_CALLS; nr++) enter(handlers, nr, program.fd);
}

QuestionPrograms::QuestionPrograms(Dispatcher& dispatcher, Asking asking)
    : dispatcher_(dispatcher), asking_(std::move(asking)) {
    asking_.stacks = dispatcher.options().stacks != nullptr;
    if (asking_.rate_limit > highest_rate)
        throw Error(ErrorKind::Usage, "a rate limit of " + std::to_string(asking_.rate_limit) +
                                          " events a second is above the highest, " + std::to_string(highest_rate));
}

AskedPlace QuestionPrograms::place_of(const SlotProgram& program) const {
    bool known = program.syscall != Dispatcher::unnamed;
    return {known ? &dispatcher_.syscall(program.syscall) : nullptr, program.keeps ? Side::exit : program.side};
}

void QuestionPrograms::bind(const std::vector<SlotProgram>& programs) {
    std::vector<AskedPlace> places;
    for (const SlotProgram& program : programs)
        if (program.records) places.push_back(place_of(program));
    auto is_call = [](const SlotProgram& each) { return !is_source(each.syscall); };
    bool calls = std::any_of(programs.begin(), programs.end(), is_call);
    if (calls && asking_.asks_duration() && !dispatcher_.options().durations)
        throw Error(ErrorKind::Usage,
                    "the question asks for durations, which this tracer does not measure: create it with "
                    "Tracer(durations=True)");
    BehindQuestions& behind = *dispatcher_.options().behind;
    asked_ = ask_of(asking_, places, behind.schema());
    for (const auto& [place, asked] : asked_) {
        if (!asked.is_behind) continue;
        if (ask::asks_objects(asked.behind) && !dispatcher_.options().files)
            throw Error(
                ErrorKind::Usage,
                "the question asks for the files that descriptors stand for, which this tracer does not record: "
                "create it with Tracer(files=True)");
        behind_ = behind.number(asking_.where->text());
        behind.add(behind_, place.syscall, place.side, asked.behind);
    }
}

bool QuestionPrograms::is_late() const {
    return std::any_of(asked_.begin(), asked_.end(), [](const auto& each) { return each.second.is_late; });
}

bool QuestionPrograms::is_alone(const SlotProgram& program) {
    std::string name = program.syscall.substr(0, program.syscall.find(compat_suffix));
    return name == "execve" || name == "execveat";
}

QuestionPrograms::Kind QuestionPrograms::kind_of(const SlotProgram& program, const std::vector<SlotProgram>& all,
                                                 const ask::Program& code) const {
    const SyscallInfo& syscall = dispatcher_.syscall(program.syscall);
    Kind kind{};
    kind.side = program.side;
    kind.keeps = program.keeps;
    kind.group = dispatcher_.tail_call_group(syscall);
    kind.registers_given = gives_registers(dispatcher_.hooking_of(syscall.compat).backend, syscall);
    for (const SlotProgram& each : all) {
        if (program.keeps || each.records || each.syscall != program.syscall || each.side == program.side) continue;
        kind.entered |= each.name != Dispatcher::entry_time_name;
        kind.entry_timed |= dispatcher_.options().durations;
    }
    if (is_alone(program)) kind.alone = program.syscall;
    kind.code = code.bytes();
    return kind;
}

void QuestionPrograms::put_before(std::vector<SlotProgram>& programs) {
    std::map<Kind, std::vector<SlotProgram*>> kinds;
    for (SlotProgram& program : programs) {
        if (!program.records && !program.keeps) continue;
        const AskedCall& call = asked(program);
        if (program.keeps ? call.is_entered : call.is_early)
            kinds[kind_of(program, programs, program.keeps ? call.entered : call.early)].push_back(&program);
    }
    for (const auto& [kind, alike] : kinds) load_early(alike, kind);
}

void QuestionPrograms::load_early(const std::vector<SlotProgram*>& programs, const Kind& kind) {
    const SlotProgram& first = *programs.front();
    const SyscallInfo& syscall = dispatcher_.syscall(first.syscall);
    const AskedCall& call = asked(first);
    const ask::Program& code = kind.keeps ? call.entered : call.early;
    bool one_call = programs.size() == 1;
    BpfObject object = dispatcher_.open_questions(syscall.compat);
    bpf_program* program = select(object, "question_early", code.instructions);
    set_program_type(object, program, dispatcher_.hooking_of(syscall.compat), kind.side, syscall);
    bpf_map* handlers = object.map("question_handlers");
    bpf_map__set_autocreate(handlers, true);
    if (one_call) bpf_map__set_max_entries(handlers, 1);
    object.set_constant<std::uint8_t>("traceleft_entry", kind.side == Side::entry);
    object.set_constant<std::uint8_t>("traceleft_one_call", one_call);
    object.set_constant<std::uint8_t>("traceleft_registers_given", kind.registers_given);
    object.set_constant<std::uint8_t>("traceleft_entered", kind.entered);
    object.set_constant<std::uint8_t>("traceleft_entry_timed", kind.entry_timed);
    object.set_constant<std::uint64_t>("traceleft_needs", code.needs);
    object.set_constant<std::uint8_t>("traceleft_takes_time", kind.keeps && dispatcher_.options().durations);
    if (!kind.keeps) {
        object.set_constant<std::uint32_t>("traceleft_sample", asking_.sample);
        if (!call.is_late) limit(object, call);
    }
    object.load();
    for (SlotProgram* each : programs) {
        enter_handler(dispatcher_, handlers, *each, one_call);
        each->fd = bpf_program__fd(program);
    }
    objects_.push_back(std::move(object));
}

void QuestionPrograms::put_behind(const BpfObject& object, const std::vector<SlotProgram>& programs,
                                  std::uint32_t handler) {
    const bpf_map* questions = object.map("late_question");
    std::map<std::string, int> loaded;
    for (const SlotProgram& program : programs) {
        if (!program.records || !asked(program).is_late) continue;
        auto [late, is_new] = loaded.try_emplace(asked(program).late.bytes(), -1);
        if (is_new) late->second = load_late(program, handler);
        for (std::uint32_t nr : dispatcher_.numbers(program.syscall))
            enter(questions, is_alone(program) ? 0 : nr, late->second);
    }
}

int QuestionPrograms::load_late(const SlotProgram& handler, std::uint32_t number) {
    const SyscallInfo& syscall = dispatcher_.syscall(handler.syscall);
    BpfObject object = dispatcher_.open_questions(syscall.compat);
    bpf_program* program = select(object, asking_.stacks ? "question_late_with_stacks" : "question_late",
                                  asked(handler).late.instructions);
    dispatcher_.share_stacks(object);
    set_program_type(object, program, dispatcher_.hooking_of(syscall.compat), handler.side, syscall);
    object.set_constant<std::uint32_t>("traceleft_handler", number);
    limit(object, asked(handler));
    object.load();
    objects_.push_back(std::move(object));
    return bpf_program__fd(program);
}

bpf_program* QuestionPrograms::put_into(BpfObject& object, const SlotProgram& program) {
    const AskedCall& call = asked(program);
    const ask::Program always = ask::compile({}, ask::Stage::Late);
    object.set_constant<std::uint32_t>("traceleft_sample", asking_.sample);
    limit(object, call);
    dispatcher_.share_stacks(object);
    return select(object, program.name.c_str(), (call.is_late ? call.late : always).instructions);
}

void QuestionPrograms::limit(BpfObject& object, const AskedCall& call) {
    if (asking_.rate_limit) limit_rate(object);
    if (asking_.first) limit_key(object, call.key_size);
}

void QuestionPrograms::limit_rate(BpfObject& object) {
    bpf_map* buckets = object.map("rate_buckets");
    if (!rate_buckets_) {
        NoFork until_kept;
        rate_buckets_ = UniqueFd(bpf_map_create(BPF_MAP_TYPE_LRU_HASH, "rate_buckets", bpf_map__key_size(buckets),
                                                bpf_map__value_size(buckets), most_rate_buckets, nullptr));
        if (!rate_buckets_) throw Error::os("make room for the rates of processes", errno);
    }
    bpf_map__set_autocreate(buckets, true);
    object.reuse_map("rate_buckets", rate_buckets_.get());
    object.set_constant<std::uint64_t>("traceleft_rate_interval", second / asking_.rate_limit);
}

void QuestionPrograms::limit_key(BpfObject& object, std::uint32_t key_size) {
    bpf_map* calls = object.map("first_calls");
    if (!first_calls_) {
        NoFork until_kept;
        first_calls_ = UniqueFd(bpf_map_create(BPF_MAP_TYPE_HASH, "first_calls", key_size, bpf_map__value_size(calls),
                                               most_first_keys, nullptr));
        if (!first_calls_) throw Error::os("make room for the keys of the first calls", errno);
    }
    bpf_map__set_autocreate(calls, true);
    bpf_map__set_key_size(calls, key_size);
    object.reuse_map("first_calls", first_calls_.get());
    object.set_constant<std::uint64_t>("traceleft_first", asking_.first);
}

}  // namespace traceleft
