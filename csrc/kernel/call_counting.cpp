// SPDX-License-Identifier: MIT
#include "call_counting.h"

#include <bpf/bpf.h>

#include <cerrno>
#include <compare>
#include <map>
#include <set>
#include <utility>

#include "call_table.h"
#include "error.h"
#include "question_programs.h"

namespace traceleft {

namespace {

// Of calls that return, an entry is half a call.
bool sees_calls(const SlotProgram& program) {
    return program.records && (program.side == Side::exit || never_returns(program.syscall));
}

}  // namespace

/// Calls that one program can count, as far as its constants and type go.
struct CallCounting::Kind {
    Side side;
    std::uint32_t group;  ///< Dispatcher::tail_call_group()
    bool compat;
    bool registers_given;
    bool handled;
    std::string alone;  ///< the call's name; empty where it can share
    auto operator<=>(const Kind&) const = default;
};

void CallCounting::put_before(Dispatcher& dispatcher, std::vector<SlotProgram>& programs) {
    std::map<Kind, std::vector<SlotProgram*>> kinds;
    for (SlotProgram& program : programs) {
        if (!sees_calls(program)) continue;
        const SyscallInfo& syscall = dispatcher.syscall(program.syscall);
        Kind kind{program.side,    dispatcher.tail_call_group(syscall),
                  syscall.compat,  gives_registers(dispatcher.hooking_of(syscall.compat).backend, syscall),
                  program.fd >= 0, QuestionPrograms::is_alone(program) ? program.syscall : ""};
        kinds[kind].push_back(&program);
    }
    for (const auto& [kind, alike] : kinds) load(dispatcher, alike, kind);
}

void CallCounting::add_exits(Dispatcher& dispatcher, std::vector<SlotProgram>& programs) {
    std::set<std::string> missing;
    for (const SlotProgram& each : programs) missing.insert(each.syscall);
    for (const SlotProgram& each : programs)
        if (sees_calls(each)) missing.erase(each.syscall);
    std::vector<SlotProgram> exits;
    for (const std::string& each : missing) exits.push_back({each, Side::exit, program_name, -1, true});
    put_before(dispatcher, exits);
    programs.insert(programs.end(), exits.begin(), exits.end());
}

void CallCounting::load(Dispatcher& dispatcher, const std::vector<SlotProgram*>& programs, const Kind& kind) {
    const SyscallInfo& syscall = dispatcher.syscall(programs.front()->syscall);
    bool one_call = programs.size() == 1 && programs.front()->syscall != Dispatcher::unnamed;
    BpfObject object = dispatcher.open_questions(kind.compat);
    bpf_program* program = object.program(program_name);
    bpf_program__set_autoload(program, true);
    set_program_type(object, program, dispatcher.hooking_of(kind.compat), kind.side, syscall);
    dispatcher.options().calls->share_with(object);
    bpf_map* handlers = object.map("question_handlers");
    bpf_map__set_autocreate(handlers, kind.handled);
    if (one_call) bpf_map__set_max_entries(handlers, 1);
    object.set_constant<std::uint8_t>("traceleft_entry", kind.side == Side::entry);
    object.set_constant<std::uint8_t>("traceleft_one_call", one_call);
    object.set_constant<std::uint8_t>("traceleft_registers_given", kind.registers_given);
    object.set_constant<std::uint8_t>("traceleft_call_handled", kind.handled);
    object.set_constant<std::uint8_t>("traceleft_call_compat", kind.compat);
    if (!kind.alone.empty()) object.set_constant<std::int32_t>("traceleft_call_number", syscall.nr);
    object.load();
    for (SlotProgram* each : programs) {
        if (kind.handled) enter_handler(dispatcher, handlers, *each, one_call);
        each->fd = bpf_program__fd(program);
    }
    objects_.push_back(std::move(object));
}

CountedCalls::CountedCalls(std::string path, Dispatcher& dispatcher, std::uint64_t program_id,
                           const std::vector<std::string>& syscalls)
    : path_(std::move(path)), program_id_(program_id) {
    for (const std::string& each : syscalls)
        programs_.push_back(
            {each, never_returns(each) ? Side::entry : Side::exit, CallCounting::program_name, -1, true});
    bool compat = !syscalls.empty() && dispatcher.syscall(syscalls.front()).compat;
    if (dispatcher.options().hooking.backend == wire::BACKEND_RAW_TP && !compat &&
        syscalls.size() == dispatcher.traceable().size())
        programs_.push_back({Dispatcher::unnamed, Side::exit, CallCounting::program_name, -1, true});
    counting_.put_before(dispatcher, programs_);
    if (!dispatcher.options().durations) return;
    for (const std::string& each : syscalls)
        if (!never_returns(each))
            programs_.push_back(
                {each, Side::entry, Dispatcher::entry_time_name, dispatcher.entry_time_program(each), false});
}

}  // namespace traceleft
