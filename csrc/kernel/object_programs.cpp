// SPDX-License-Identifier: MIT
#include "object_programs.h"

#include <bpf/bpf.h>

#include <cerrno>
#include <set>
#include <string>

#include "error.h"

namespace traceleft {

namespace {

constexpr const char* closing_entry = "keep_closed_file";

bpf_program* select(BpfObject& object, const char* name) {
    bpf_program* program = object.program(name);
    if (!program) throw Error::os("find " + std::string(name), ENOENT, object.path());
    bpf_program__set_autoload(program, true);
    return program;
}

}  // namespace

bool ObjectPrograms::describes(const SlotProgram& program) const {
    return program.records && program.syscall != Dispatcher::unnamed &&
           dispatcher_.files_of(program.syscall).flags & wire::CALL_DESCRIBED;
}

void ObjectPrograms::put_behind(const BpfObject& object, const std::vector<SlotProgram>& programs,
                                std::uint32_t handler, QuestionPrograms* questions) {
    const SlotProgram& first = programs.front();
    const SyscallInfo& syscall = dispatcher_.syscall(first.syscall);
    bool asked = questions && questions->asked(first).is_late;  // so are the others that record
    bool alone = QuestionPrograms::is_alone(first);
    BpfObject behind = dispatcher_.open_objects(syscall.compat);
    bpf_program* program = select(behind, "describe_objects");
    set_program_type(behind, program, dispatcher_.hooking_of(syscall.compat), first.side, syscall);
    bpf_map__set_autocreate(behind.map("late_question"), asked);
    behind.set_constant<std::uint8_t>("traceleft_late", asked);
    behind.set_constant<std::uint8_t>("traceleft_one_call", alone);
    behind.set_constant<std::uint32_t>("traceleft_handler", handler);
    behind.load();
    if (asked) questions->put_behind(behind, programs, handler);
    std::set<std::uint32_t> places;
    for (const SlotProgram& each : programs) {
        if (!describes(each)) continue;
        for (std::uint32_t nr : dispatcher_.numbers(each.syscall)) places.insert(alone || !asked ? 0 : nr);
    }
    int fd = bpf_program__fd(program);
    const bpf_map* map = object.map("late_question");
    for (std::uint32_t place : places)
        if (bpf_map_update_elem(map_fd(map), &place, &fd, BPF_ANY))
            throw Error::os("enter the program that describes files", errno);
    objects_.push_back(std::move(behind));
}

void ObjectPrograms::add_entries(std::vector<SlotProgram>& programs) {
    std::set<std::string> entered;
    std::vector<SlotProgram> entries;
    for (const SlotProgram& program : programs)
        if (program.side == Side::entry) entered.insert(program.syscall);
    for (const SlotProgram& program : programs) {
        if (!describes(program) || program.side == Side::entry || entered.count(program.syscall)) continue;
        if (!(dispatcher_.files_of(program.syscall).flags & wire::CALL_CLOSES)) continue;
        entries.push_back({program.syscall, Side::entry, closing_entry, load_entry(program), false});
    }
    // First, for programs are attached in this order: of a call that is seen to return the entry was seen.
    programs.insert(programs.begin(), entries.begin(), entries.end());
}

int ObjectPrograms::load_entry(const SlotProgram& target) {
    const SyscallInfo& syscall = dispatcher_.syscall(target.syscall);
    auto [entry, is_new] = entries_.try_emplace(dispatcher_.tail_call_group(syscall), -1);
    if (!is_new) return entry->second;
    BpfObject object = dispatcher_.open_objects(syscall.compat);
    bpf_program* program = select(object, closing_entry);
    set_program_type(object, program, dispatcher_.hooking_of(syscall.compat), Side::entry, syscall);
    bool given = gives_registers(dispatcher_.hooking_of(syscall.compat).backend, syscall);
    object.set_constant<std::uint8_t>("traceleft_registers_given", given);
    object.load();
    entry->second = bpf_program__fd(program);
    objects_.push_back(std::move(object));
    return entry->second;
}

}  // namespace traceleft
