// SPDX-License-Identifier: MIT
#include "handler.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "error.h"
#include "kernel_features.h"
#include "open_files.h"
#include "program_shares.h"
#include "shared_work.h"

namespace traceleft {

namespace {

struct Section {
    Side side;
    std::string syscall;
};

// "kprobe/handle_read" and "kretprobe/handle_read": any object tells its calls by such section names.
std::optional<Section> parse_section(std::string_view name) {
    for (auto [prefix, side] : {std::pair{std::string_view("kprobe/handle_"), Side::entry},
                                std::pair{std::string_view("kretprobe/handle_"), Side::exit}})
        if (name.substr(0, prefix.size()) == prefix && name.size() > prefix.size())
            return Section{side, std::string(name.substr(prefix.size()))};
    return std::nullopt;
}

// Whether it hands an event over itself. What the ring's helpers are called from is inlined where <traceleft/handler.h>
// is used.
bool calls_ring(const bpf_program* program) {
    const bpf_insn* first = bpf_program__insns(program);
    return std::any_of(first, first + bpf_program__insn_cnt(program), [](const bpf_insn& each) {
        return each.code == (BPF_JMP | BPF_CALL) && each.src_reg == 0 && each.imm >= BPF_FUNC_ringbuf_output &&
               each.imm <= BPF_FUNC_ringbuf_submit;
    });
}

}  // namespace

/// The programs of one object: behind all of them stands another program, or behind none.
struct Handler::Part {
    std::vector<SlotProgram> programs;
    bool is_late = false;
    bool ends_in_one = false;  ///< the same one
};

Handler::Handler(const std::string& path, Dispatcher& dispatcher, HandlerOptions options)
    : path_(path), options_(std::move(options)) {
    objects_.push_back(open(dispatcher));
    BpfObject& object = objects_.front();
    compat_ = object.has_constant("traceleft_compat");
    select_programs(dispatcher);
    if (!object.map("events"))
        throw Error(ErrorKind::Handler, path + ": declares no map `events`, so no event of it could be received");
    if (dispatcher.options().handler_times && object.has_constant("traceleft_handler"))
        number_ = dispatcher.next_handler();
    bool takes_times = dispatcher.options().durations && object.has_constant("traceleft_durations");
    bool unnamed = dispatcher.options().hooking.backend == wire::BACKEND_RAW_TP && !compat_ && !options_.questions &&
                   options_.syscalls.size() == dispatcher.traceable().size();
    bool stacks = dispatcher.options().stacks && object.has_constant("traceleft_late");
    if (options_.questions || options_.asking.anything() || stacks) ask(dispatcher, unnamed);
    // A measure has no events.
    if (dispatcher.options().files && !options_.questions && object.has_constant("traceleft_late"))
        describers_ = std::make_unique<ObjectPrograms>(dispatcher);
    reserve_open_files(programs_.size());
    load_all(dispatcher);
    if (unnamed)
        programs_.push_back({Dispatcher::unnamed, Side::exit, Dispatcher::unnamed_name,
                             dispatcher.unnamed_program(options_.program_id, questions_ ? questions_->behind() : 0),
                             true});
    if (describers_) describers_->add_entries(programs_);
    if (takes_times) add_entry_times(dispatcher);
    if (dispatcher.options().calls) counting_.put_before(dispatcher, programs_);  // of the calls that are wanted
    if (questions_) questions_->put_before(programs_);
    if (dispatcher.options().calls) counting_.add_exits(dispatcher, programs_);
}

Handler::Handler(std::shared_ptr<const Handler> loaded, Dispatcher& dispatcher,
                 const std::vector<std::string>& syscalls, Asking asking)
    : loaded_(std::move(loaded)) {
    const std::set<std::string> wanted(syscalls.begin(), syscalls.end());
    bool all = wanted.size() == dispatcher.traceable().size();
    for (const SlotProgram& program : loaded_->programs())
        if (wanted.count(program.syscall) || (all && program.syscall == Dispatcher::unnamed))
            programs_.push_back(program);
    questions_ = std::make_shared<QuestionPrograms>(dispatcher, std::move(asking));
    questions_->bind(programs_);
    questions_->put_before(programs_);
}

bool Handler::is_early(Dispatcher& dispatcher, const std::vector<std::string>& syscalls, const Asking& asking) {
    QuestionPrograms questions(dispatcher, asking);
    std::vector<SlotProgram> programs;
    for (const std::string& syscall : syscalls) programs.push_back({syscall, Side::exit, "", -1});
    questions.bind(programs);
    return !questions.is_late() && !questions.behind();
}

// Nothing asks for the times of a handler that is no more, and there is room for so many.
Handler::~Handler() {
    const bpf_map* times = number_ ? objects_.front().map("handler_times") : nullptr;
    if (!times) return;
    std::vector<wire::handler_runs> ours;
    wire::handler_runs key{};
    wire::handler_runs next{};
    for (bool first = true; bpf_map_get_next_key(bpf_map__fd(times), first ? nullptr : &key, &next) == 0;
         first = false) {
        key = next;
        if (key.handler == number_) ours.push_back(key);
    }
    for (const wire::handler_runs& each : ours) bpf_map_delete_elem(bpf_map__fd(times), &each);
}

// A user's object is loaded whole.
BpfObject Handler::open(const Dispatcher& dispatcher) const {
    const std::string& btf = dispatcher.options().hooking.btf;
    return options_.syscalls.empty() ? BpfObject::open(path_, btf) : BpfObject::open_own(path_, btf);
}

void Handler::select_programs(const Dispatcher& dispatcher) {
    const std::set<std::string> wanted(options_.syscalls.begin(), options_.syscalls.end());
    std::set<std::string> found;
    bpf_program* program = nullptr;
    bpf_object__for_each_program(program, objects_.front().get()) {
        std::optional<Section> section = parse_section(bpf_program__section_name(program));
        if (!section || (!wanted.empty() && !wanted.count(section->syscall))) continue;
        found.insert(section->syscall);
        programs_.push_back({section->syscall + (compat_ ? compat_suffix : ""), section->side,
                             bpf_program__name(program), -1, calls_ring(program)});
    }
    for (const std::string& syscall : wanted)
        if (!found.count(syscall)) throw Error(ErrorKind::Handler, path() + ": has no handler for '" + syscall + "'");
    if (found.empty())
        throw Error(ErrorKind::Handler, path() +
                                            ": no section kprobe/handle_SYSCALL or kretprobe/handle_SYSCALL in it, so "
                                            "it handles no syscall; name its program's section so");
    std::set<std::string> returning;
    for (const SlotProgram& each : programs_)
        if (each.side == Side::exit) returning.insert(each.syscall);
    for (SlotProgram& each : programs_) {
        each.records |= each.side == Side::exit || !returning.count(each.syscall);
        each.keeps = !each.records;
        enters_ |= each.side == Side::entry && returning.count(each.syscall);
    }
    require_hooks(dispatcher);
}

void Handler::require_hooks(const Dispatcher& dispatcher) const {
    for (const SlotProgram& program : programs_) try {
            dispatcher.syscall(program.syscall);
        } catch (const Error& error) {
            throw Error(error.kind, path() + ": " + error.what(), error.errnum);
        }
}

// Binds the question to each program's calls: so it is refused before anything is loaded.
void Handler::ask(Dispatcher& dispatcher, bool unnamed) {
    questions_ =
        options_.questions ? options_.questions : std::make_shared<QuestionPrograms>(dispatcher, options_.asking);
    std::vector<SlotProgram> programs = programs_;
    if (unnamed) programs.push_back({Dispatcher::unnamed, Side::exit, "", -1});
    questions_->bind(programs);
    const BpfObject& object = objects_.front();
    if ((questions_->is_late() && !object.has_constant("traceleft_late")) ||
        (questions_->behind() && !object.has_constant("traceleft_question")))
        throw Error(ErrorKind::Handler, path() +
                                            ": was compiled with the headers of an earlier traceleft, and can be asked "
                                            "about a call's arguments and result only; compile it again");
}

bool Handler::ends_late(const SlotProgram& program) const {
    return (questions_ && questions_->asked(program).is_late) || (describers_ && describers_->describes(program));
}

// Programs that come to others by one map must be able to call each other. Those that only keep something at a call's
// entry are wherever there is room.
std::vector<Handler::Part> Handler::parts(const Dispatcher& dispatcher) const {
    std::map<std::tuple<bool, Side, std::uint32_t, std::string, bool>, Part> parts;
    std::vector<SlotProgram> keepers;
    for (const SlotProgram& program : programs_) {
        if (!program.records) {
            keepers.push_back(program);
            continue;
        }
        bool is_late = ends_late(program);
        bool asked = questions_ && questions_->asked(program).is_late;
        bool alone = asked && QuestionPrograms::is_alone(program);
        Part& part = is_late
                         ? parts[{true, program.side, dispatcher.tail_call_group(dispatcher.syscall(program.syscall)),
                                  alone ? program.syscall : "", asked}]
                         : parts[{}];
        part.is_late = is_late;
        part.ends_in_one = is_late && (alone || !asked);
        part.programs.push_back(program);
    }
    std::vector<Part> all;
    for (auto& [key, part] : parts) all.push_back(std::move(part));
    all.front().programs.insert(all.front().programs.end(), keepers.begin(), keepers.end());
    return all;
}

// Where there are many programs, some for each CPU to verify.
std::vector<Handler::Part> Handler::share_out(const std::vector<Part>& parts) const {
    std::vector<Part> all;
    for (const Part& part : parts) {
        std::vector<const bpf_program*> programs;
        for (const SlotProgram& each : part.programs) programs.push_back(objects_.front().program(each.name.c_str()));
        for (const std::vector<std::size_t>& share : program_shares(programs)) {
            Part& some = all.emplace_back(Part{{}, part.is_late, part.ends_in_one});
            for (std::size_t place : share) some.programs.push_back(part.programs[place]);
        }
    }
    return all;
}

void Handler::load_all(Dispatcher& dispatcher) {
    std::vector<Part> all = share_out(parts(dispatcher));
    programs_.clear();
    set_up(objects_.front(), all.front(), dispatcher);  // first: it makes what all of them share
    std::vector<std::optional<BpfObject>> others(all.size());
    share_work(all.size(), usable_cpus(), [&](std::size_t i) {
        if (!i) return objects_.front().load();
        set_up(others[i].emplace(open(dispatcher)), all[i], dispatcher);
        others[i]->load();
    });
    for (std::size_t i = 0; i < all.size(); i++) {
        if (i) objects_.push_back(std::move(*others[i]));
        put_behind(objects_[i], all[i]);
    }
}

void Handler::set_up(BpfObject& object, const Part& part, Dispatcher& dispatcher) const {
    bpf_program* program = nullptr;
    bpf_object__for_each_program(program, object.get()) bpf_program__set_autoload(program, false);
    std::map<std::pair<std::uint32_t, Side>, std::vector<bpf_program*>> alike;
    for (const SlotProgram& each : part.programs) {
        const SyscallInfo& syscall = dispatcher.syscall(each.syscall);
        program = object.program(each.name.c_str());
        bpf_program__set_autoload(program, true);
        set_program_type(object, program, dispatcher.hooking_of(compat_), each.side, syscall);
        alike[{dispatcher.tail_call_group(syscall), each.side}].push_back(program);
    }
    for (auto& [group, programs] : alike) object.load_alike_once(std::move(programs));
    dispatcher.configure(object, enters_, compat_);
    set_constants(object, part, dispatcher);
    if (part.is_late) bpf_map__set_autocreate(object.map("late_question"), true);
}

void Handler::put_behind(const BpfObject& object, Part& part) {
    for (SlotProgram& each : part.programs) {
        each.fd = object.program_fd(each.name.c_str());
        programs_.push_back(each);
    }
    if (!part.is_late) return;
    if (questions_) questions_->put_behind(object, part.programs, number_);
    if (describers_) describers_->put_behind(object, part.programs, number_, questions_.get());
}

void Handler::set_constants(BpfObject& object, const Part& part, const Dispatcher& dispatcher) const {
    // Reading the task directly is faster for each event, but some kernels take 3 ms longer to verify each program that
    // does: see maps.h. There only a few programs at once have it.
    constexpr std::size_t few = 16;
    bool direct = part.programs.size() <= few || !dispatcher.options().hooking.btf.empty() ||
                  btf_function(trusted_walk_function).prototype == 0;
    object.set_constant<std::uint8_t>("traceleft_direct_task_reads", direct);
    const Backend backend = dispatcher.hooking_of(compat_).backend;
    bool given = std::all_of(part.programs.begin(), part.programs.end(), [&](const SlotProgram& program) {
        return gives_registers(backend, dispatcher.syscall(program.syscall));
    });
    object.set_constant<std::uint8_t>("traceleft_registers_given", given);
    if (options_.program_id && !object.set_constant("traceleft_program_id", options_.program_id))
        throw Error(ErrorKind::Handler, path() +
                                            ": can't carry a program id: it has no traceleft_program_id; include "
                                            "<traceleft/handler.h> and compile it again");
    if (options_.buffer_limit > wire::EVENT_BUFFER_LIMIT)
        throw Error(ErrorKind::Usage, "a buffer limit of " + std::to_string(options_.buffer_limit) +
                                          " bytes is above the highest, " + std::to_string(wire::EVENT_BUFFER_LIMIT));
    object.set_constant<std::uint32_t>("traceleft_buffer_limit", options_.buffer_limit);
    object.set_constant<std::uint32_t>("traceleft_handler", number_);
    object.set_constant<std::uint8_t>("traceleft_late", part.is_late);
    object.set_constant<std::uint8_t>("traceleft_one_call", part.ends_in_one);
    object.set_constant<std::uint32_t>("traceleft_question", questions_ ? questions_->behind() : 0);
}

// Where a call's entry time is wanted, and it has no entry program of its own to overwrite, it gets the dispatcher's.
void Handler::add_entry_times(Dispatcher& dispatcher) {
    std::set<std::string> entered;
    for (const SlotProgram& program : programs_)
        if (program.side == Side::entry) entered.insert(program.syscall);
    for (std::size_t i = 0, count = programs_.size(); i < count; i++)
        if (!entered.count(programs_[i].syscall) && programs_[i].syscall != Dispatcher::unnamed)
            programs_.push_back({programs_[i].syscall, Side::entry, Dispatcher::entry_time_name,
                                 dispatcher.entry_time_program(programs_[i].syscall), false});
}

}  // namespace traceleft
