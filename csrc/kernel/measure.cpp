// SPDX-License-Identifier: MIT
#include "measure.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "error.h"
#include "open_files.h"
#include "question_code.h"

namespace traceleft {

namespace {

const char* const table_map = "measures";

constexpr std::size_t most_one_by_one = 256;  // functions, of which each has programs of its own

// Without them it is an early question, and needs no register.
bool asks_arguments(const ask::MeasuredCall& call) {
    auto is_early = [](const ask::KeyPart& part) {
        return (part.is_text ? stage_of(part.text) : stage_of(part.number)) == ask::Stage::Early;
    };
    const ask::Inquiry& inquiry = call.inquiry;
    if (stage_of(inquiry.holds) != ask::Stage::Early || stage_of(inquiry.of) != ask::Stage::Early ||
        !std::all_of(inquiry.by.begin(), inquiry.by.end(), is_early))
        return true;
    constexpr std::uint64_t registers = wire::QUESTION_NEEDS_ARGUMENT * 63;
    return compile(inquiry, ask::Stage::Early).needs & registers;
}

std::vector<std::string> names_of(const ask::BoundMeasurement& bound) {
    std::vector<std::string> names;
    for (const ask::MeasuredCall& each : bound.calls) names.push_back(each.call.syscall);
    return names;
}

}  // namespace

Measure::Measure(Dispatcher& dispatcher, ask::BoundMeasurement bound, MeasureOptions options)
    : dispatcher_(dispatcher),
      bound_(std::move(bound)),
      options_(std::move(options)),
      kept_(dispatcher, names_of(bound_)) {
    if (options_.spans) {
        options_.spans->check(bound_);
        stacks_ = options_.spans->stacks();
    } else {
        stacks_ = std::make_shared<StackMaps>(
            StackChoice{bound_.user_stack_word != 0, bound_.kernel_stack_word != 0, options_.max_stacks});
    }
    if (options_.max_keys < 1) throw Error(ErrorKind::Usage, "a table needs room for one key at least");
    for (ask::MeasuredCall& each : bound_.calls)
        if (options_.compat) each.call.syscall += compat_suffix;
    if (!options_.all_named && !options_.compat) leave_out_calls_without_hooks();
    for (const Group& group : group_early()) load_early(group);
    load_late();
    const std::vector<Sources> groups = group_sources();
    constexpr std::size_t files_per_group = 12;  // three objects' programs and maps, perf's events and links
    reserve_open_files(groups.size() * files_per_group);
    for (const Sources& each : groups) load_sources(each);
}

std::vector<MeasureRow> Measure::read() const {
    return keyed().is_keyless() ? read_keyless_measure(table_, keyed().key_size)
                                : read_measures(table_, keyed().key_size);
}

void Measure::leave_out_calls_without_hooks() {
    const Backend backend = dispatcher_.options().hooking.backend;
    std::vector<std::string> traceable = dispatcher_.traceable();
    std::set<std::string> here(traceable.begin(), traceable.end());
    if (backend == wire::BACKEND_RAW_TP) here.insert(Dispatcher::unnamed);
    std::vector<ask::MeasuredCall>& calls = bound_.calls;
    calls.erase(std::remove_if(
                    calls.begin(), calls.end(),
                    [&](const auto& each) { return !is_source(each.call.syscall) && !here.count(each.call.syscall); }),
                calls.end());
    if (calls.empty())
        throw Error(ErrorKind::Handler,
                    "this kernel can trace none of these calls under backend " + std::string(backend_name(backend)));
}

// Under fentry, programs of one prototype only can stand in for each other.
std::vector<Measure::Group> Measure::group_early() const {
    std::map<std::tuple<std::string, std::uint64_t, Side, std::uint32_t, bool>, Group> groups;
    const Backend backend = dispatcher_.hooking_of(options_.compat).backend;
    for (const ask::MeasuredCall& each : bound_.calls) {
        if (each.stage != ask::Stage::Early || is_source(each.call.syscall)) continue;
        ask::Program code = compile(each.inquiry, ask::Stage::Early);
        const SyscallInfo& syscall = dispatcher_.syscall(each.call.syscall);
        Side side = each.call.entry ? Side::entry : Side::exit;
        Group& group = groups[{code.bytes(), code.needs, side, dispatcher_.tail_call_group(syscall),
                               gives_registers(backend, syscall)}];
        if (group.syscalls.empty()) group = {std::move(code), side, {}};
        group.syscalls.push_back(each.call.syscall);
    }
    std::vector<Group> all;
    for (auto& [key, group] : groups) all.push_back(std::move(group));
    return all;
}

void Measure::load_early(const Group& group) {
    const SyscallInfo& first = dispatcher_.syscall(group.syscalls.front());
    const Hooking hooking = dispatcher_.hooking_of(options_.compat);
    BpfObject object = open_questions();
    object.set_constant<std::uint64_t>("traceleft_needs", group.code.needs);
    object.set_constant<std::uint8_t>("traceleft_entry", group.side == Side::entry);
    object.set_constant<std::uint8_t>("traceleft_registers_given", gives_registers(hooking.backend, first));
    bpf_program* program = object.program("measure_early");
    bpf_program__set_autoload(program, true);
    set_program_type(object, program, hooking, group.side, first);
    insert_question(program, group.code.instructions);
    load(object);
    objects_.push_back(std::move(object));
    add_programs(group, bpf_program__fd(program));
}

/// The programs behind handlers that measure the events of these.
class Measure::LateQuestions : public QuestionPrograms {
public:
    explicit LateQuestions(Measure& measure) : QuestionPrograms(measure.dispatcher_, {}), measure_(measure) {}

    void bind(const std::vector<SlotProgram>& programs) override {
        std::map<std::string, const ask::MeasuredCall*> calls;
        for (const ask::MeasuredCall& each : measure_.bound_.calls) calls[each.call.syscall] = &each;
        for (const SlotProgram& program : programs) {
            if (!program.records) continue;
            ask::Inquiry inquiry = calls.at(program.syscall)->inquiry;
            AskedCall& asked = asked_[place_of(program)];
            asked = compile({}, /*built=*/false, inquiry.holds);
            inquiry.holds = ask::split(std::move(inquiry.holds)).late;
            asked.late = ask::compile(inquiry, ask::Stage::Late);
            asked.is_late = true;
        }
    }

private:
    int load_late(const SlotProgram& program, std::uint32_t) override {
        BpfObject object = measure_.open_questions();
        bpf_program* late = object.program("measure_late");
        bpf_program__set_autoload(late, true);
        set_program_type(object, late, dispatcher_.hooking_of(measure_.options_.compat), program.side,
                         dispatcher_.syscall(program.syscall));
        insert_question(late, asked(program).late.instructions);
        measure_.load(object);
        objects_.push_back(std::move(object));
        return bpf_program__fd(late);
    }

    Measure& measure_;
};

// No handler captures the memory of calls that none knows.
void Measure::load_late() {
    HandlerOptions options;
    for (const ask::MeasuredCall& each : bound_.calls)
        if (each.stage == ask::Stage::Late && each.call.syscall != Dispatcher::unnamed && !is_source(each.call.syscall))
            options.syscalls.push_back(each.call.syscall.substr(0, each.call.syscall.find(compat_suffix)));
    if (options.syscalls.empty()) return;
    options.buffer_limit = wire::QUESTION_TEXT_SIZE;
    options.questions = std::make_shared<LateQuestions>(*this);
    late_ = std::make_unique<Handler>(options_.handlers, dispatcher_, std::move(options));
    programs_.insert(programs_.end(), late_->programs().begin(), late_->programs().end());
}

// All of them share the table of the first.
BpfObject Measure::open_questions() {
    BpfObject object = dispatcher_.open_questions(options_.compat);
    share_table(object);
    return object;
}

std::vector<Measure::Sources> Measure::group_sources() {
    std::vector<Sources> all;
    std::map<std::tuple<std::string, bool, std::uint32_t, bool>, Sources> functions;
    for (const ask::MeasuredCall& each : bound_.calls) {
        if (!is_source(each.call.syscall)) continue;
        if (!is_function(dispatcher_.syscall(each.call.syscall)) || asks_arguments(each)) {
            all.push_back({&each});
            continue;
        }
        const bool pair = dispatcher_.is_pair(each.call.syscall);
        const Value returns = pair ? dispatcher_.returns_of(each.call.syscall) : Value{};  // an entry reads no result
        functions[{compile(each.inquiry, ask::Stage::Late).bytes(), pair, returns.size, may_be_negative(returns.kind)}]
            .push_back(&each);
    }
    for (auto& [alike, group] : functions) {
        std::string refusal = group.size() > 1 ? dispatcher_.many_refusal(group.front()->call.syscall) : "";
        if (refusal.empty()) {
            all.push_back(std::move(group));
            continue;
        }
        if (group.size() > most_one_by_one)
            throw Error(ErrorKind::Handler, refusal + "; name at most " + std::to_string(most_one_by_one) +
                                                " of these " + std::to_string(group.size()));
        for (const ask::MeasuredCall* each : group) all.push_back({each});
    }
    return all;
}

// Of a tracepoint's record nothing is copied where the instructions can load what they need.
std::optional<ask::Program> Measure::compile_early(const ask::MeasuredCall& call) const {
    const SyscallInfo& source = dispatcher_.syscall(call.call.syscall);
    if (call.stage != ask::Stage::Early || options_.spans || is_function(source) || is_sampler(source) ||
        is_user_probe(source.name))
        return std::nullopt;
    ask::Program code = compile_record(call.inquiry, dispatcher_.source(source.name));
    if (!code.loads_record) return std::nullopt;
    return code;
}

// Their record is an event, which is measured and sent nowhere.
void Measure::load_sources(const Sources& sources) {
    const ask::MeasuredCall& call = *sources.front();
    std::vector<std::string> names;
    for (const ask::MeasuredCall* each : sources) names.push_back(each->call.syscall);
    const bool many = names.size() > 1;
    if (many) dispatcher_.share_probes(names);
    BpfObject object =
        many ? dispatcher_.open_functions(names) : dispatcher_.open_source(call.call.syscall, wire::QUESTION_TEXT_SIZE);
    share_table(object);
    ask::Program code = compile(call.inquiry, ask::Stage::Late);
    const char* name = !options_.spans ? "measure_source" : options_.begins ? "begin_span" : "end_span";
    if (options_.spans) options_.spans->share(object);
    if (std::optional<ask::Program> early = compile_early(call)) {
        code = *std::move(early);
        name = "measure_source_early";
    }
    bpf_program* program = object.program(name);
    dispatcher_.select_source_program(object, program, call.call.syscall, Side::exit);
    bpf_program* enter = kept_.share(object, call.call.syscall);
    object.set_constant<std::uint64_t>("traceleft_needs", code.needs);
    insert_question(program, code.instructions);
    load(object);
    if (many) dispatcher_.name_functions(object, names);
    objects_.push_back(std::move(object));
    programs_.push_back({call.call.syscall, Side::exit, name, bpf_program__fd(program)});
    if (enter) programs_.push_back(KeptCalls::entry(call.call.syscall, enter));
}

// The kernel makes the room for all keys at once, some 10 ms for 10,240.
void Measure::share_table(BpfObject& object) {
    bpf_map* map = object.map(table_map);
    const bool keyless = keyed().is_keyless();
    const std::uint32_t key_size = keyless ? sizeof(std::uint32_t) : keyed().key_size;
    const std::uint64_t most_keys =
        keyless ? 1 : std::min<std::uint64_t>(options_.max_keys, keyed().most_keys.value_or(UINT32_MAX));
    if (!map || bpf_map__set_autocreate(map, true) || bpf_map__set_key_size(map, key_size) ||
        bpf_map__set_type(map, keyless ? BPF_MAP_TYPE_PERCPU_ARRAY : BPF_MAP_TYPE_PERCPU_HASH) ||
        bpf_map__set_max_entries(map, static_cast<std::uint32_t>(most_keys)))
        throw Error::os("size map " + std::string(table_map), map ? errno : ENOENT, object.path());
    if (table_ >= 0) object.reuse_map(table_map, table_);
    object.set_constant<std::uint8_t>("traceleft_keyless", keyless);
    object.set_constant<std::uint32_t>("traceleft_key_words", keyed().key_size / sizeof(std::uint64_t));
    object.set_constant<std::uint8_t>("traceleft_measures", keyed().calls.front().inquiry.measures);
    object.set_constant<std::uint32_t>("traceleft_bucket", keyed().bucket_word);
    share_stacks(object);
}

// Before Linux 6.8 functions that are verified apart are so even if none calls them: their maps are always there.
void Measure::share_stacks(BpfObject& object) {
    stacks_->share(object);
    object.set_constant<std::uint32_t>("traceleft_user_stack", bound_.user_stack_word);
    object.set_constant<std::uint32_t>("traceleft_kernel_stack", bound_.kernel_stack_word);
}

void Measure::load(BpfObject& object) {
    object.load();
    if (table_ < 0) table_ = map_fd(object.map(table_map));
}

// One probe serves them all, where the hook lets it.
void Measure::add_programs(const Group& group, int program) {
    std::vector<std::string> probes = group.syscalls;
    if (dispatcher_.probes_can_serve_others(options_.compat)) {
        dispatcher_.share_probes(group.syscalls);
        probes.resize(1);
    }
    bool timed = dispatcher_.options().durations && group.side == Side::exit;
    for (const std::string& each : probes) {
        programs_.push_back({each, group.side, "measure_early", program});
        if (timed)
            programs_.push_back(
                {each, Side::entry, Dispatcher::entry_time_name, dispatcher_.entry_time_program(each), false});
    }
}

}  // namespace traceleft
