// SPDX-License-Identifier: MIT
#include <traceleft/event.h>

#include <cstddef>
#include <string>

#include "captured_memory.h"
#include "compiler.h"
#include "error.h"

namespace traceleft::ask {

namespace {

constexpr std::uint32_t memory_mask = 65535;  // of question_memory.offset, which is below: the verifier wants to see it

struct HeaderNeed {
    std::size_t begin, end;  // bytes of the header
    std::uint64_t needs;
};
constexpr HeaderNeed header_needs[] = {
    {offsetof(wire::event_header, timestamp), offsetof(wire::event_header, pid), wire::QUESTION_NEEDS_TIMESTAMP},
    {offsetof(wire::event_header, pid), offsetof(wire::event_header, ret), wire::QUESTION_NEEDS_IDS},
    {offsetof(wire::event_header, ret), offsetof(wire::event_header, syscall), wire::QUESTION_NEEDS_RET},
    {offsetof(wire::event_header, tid), offsetof(wire::event_header, cpu), wire::QUESTION_NEEDS_IDS},
    {offsetof(wire::event_header, uid), offsetof(wire::event_header, duration), wire::QUESTION_NEEDS_OWNER},
    {offsetof(wire::event_header, duration), offsetof(wire::event_header, comm), wire::QUESTION_NEEDS_DURATION},
    {offsetof(wire::event_header, comm), offsetof(wire::event_header, nr), wire::QUESTION_NEEDS_COMM},
    {offsetof(wire::event_header, ns_pid), offsetof(wire::event_header, question), wire::QUESTION_NEEDS_NAMESPACE},
};

std::uint64_t bits_of(const Value& value) {
    if (!value.bit_width || value.bit_width >= 64) return ~std::uint64_t{0};
    return ((std::uint64_t{1} << value.bit_width) - 1) << value.bit_shift;
}

std::uint64_t lowest_bytes(std::uint32_t size) {
    return size >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * size) - 1;
}

}  // namespace

void Compiler::require(const std::vector<Requirement>& requirements, Label absent) {
    for (const Requirement& each : requirements) require(each, absent);
}

void Compiler::require(const Requirement& requirement, Label absent) {
    Jump to_absent = requirement.is == Requirement::Is::Equal ? Jump::Unequal : Jump::Equal;
    Part part = requirement.part;
    std::uint64_t loaded = part.in == Part::In::Argument ? ~std::uint64_t{0} : lowest_bytes(part.size);
    if (part.in == Part::In::Header) part.value = {};
    load(part, Reg::R0, absent);
    if (part.in == Part::In::Header) needs_header(part, requirement.mask);
    if ((requirement.mask & loaded) != loaded) {
        if (fits_instruction(requirement.mask)) {
            write_.compute(Alu::And, Reg::R0, requirement.mask);
        } else {
            write_.set(Reg::R5, requirement.mask);
            write_.compute(Alu::And, Reg::R0, Reg::R5);
        }
    }
    if (fits_instruction(requirement.value)) return write_.jump_if(to_absent, Reg::R0, requirement.value, absent);
    write_.set(Reg::R5, requirement.value);
    write_.jump_if(to_absent, Reg::R0, Reg::R5, absent);
}

// `mask`: the bits that are looked at.
void Compiler::needs_header(const Part& part, std::uint64_t mask) {
    constexpr std::size_t flags = offsetof(wire::event_header, flags);
    for (const HeaderNeed& each : header_needs)
        if (part.offset < each.end && part.offset + part.size > each.begin) needs_ |= each.needs;
    if (part.offset != flags) return;
    if (mask & wire::EVENT_SECCOMP) needs_ |= wire::QUESTION_NEEDS_RET;
    if (mask & wire::EVENT_DURATION) needs_ |= wire::QUESTION_NEEDS_DURATION;
}

void Compiler::load(const Part& part, Reg to, Label absent) {
    if (part.in == Part::In::Argument && record_) return load_field(part.argument, to);
    if (part.in == Part::In::Argument) {
        if (stage_ == Stage::Early) needs_ |= std::uint64_t{wire::QUESTION_NEEDS_ARGUMENT} << part.argument;
        return write_.load(8, to, Reg::R1, sizeof(wire::event_header) + 8 * part.argument);
    }
    if (part.size != 1 && part.size != 2 && part.size != 4 && part.size != 8)
        throw Error(ErrorKind::Usage, "a number of " + std::to_string(part.size) + " bytes can't be asked for");
    if (part.in == Part::In::Header) {
        if (part.offset < offsetof(wire::event_header, magic) && part.offset >= offsetof(wire::event_header, syscall))
            throw Error(ErrorKind::Usage, "a syscall's name is no number");
        return write_.load(part.size, to, Reg::R1, part.offset);
    }
    memory(part, absent);
    write_.jump_if(Jump::Less, Reg::R0, part.offset + part.size, absent);
    write_.load(part.size, to, Reg::R5, part.offset);
}

// kernel/trace/bpf_trace.c: tp_prog_is_valid_access() refuses what is not aligned.
void Compiler::load_field(std::size_t argument, Reg to) {
    const RecordPlace& place = *record_->arguments.at(argument).record;
    bool is_word = place.size == 1 || place.size == 2 || place.size == 4 || place.size == 8;
    if (place.at != wire::SOURCE_HERE || !is_word || place.offset % place.size) {
        loads_record_ = false;
        return write_.set(to, 0);
    }
    write_.load(8, Reg::R5, Reg::R2, offsetof(wire::question_room, context));
    write_.load(place.size, to, Reg::R5, static_cast<std::int16_t>(place.offset));
}

void Compiler::memory(const Part& part, Label absent) {
    if (stage_ != Stage::Late)
        throw Error(ErrorKind::Usage, "captured memory can't be asked for before there is an event");
    if (part.argument >= wire::QUESTION_MEMORIES || part.offset + part.size > INT16_MAX)
        throw Error(ErrorKind::Usage, "byte " + std::to_string(part.offset) + " of the memory behind argument " +
                                          std::to_string(part.argument + 1) + " is too far away to be asked for");
    memories_ |= 1U << part.argument;
    std::size_t index = part.argument + (part.passed ? wire::QUESTION_MEMORIES : 0);
    std::size_t place = index * sizeof(wire::question_memory);
    write_.load(8, Reg::R5, Reg::R2, offsetof(wire::question_room, memory));
    write_.load(8, Reg::R0, Reg::R5, place + offsetof(wire::question_memory, here));
    write_.jump_if(Jump::Equal, Reg::R0, 0, absent);
    write_.load(4, Reg::R0, Reg::R5, place + offsetof(wire::question_memory, size));
    write_.load(4, Reg::R5, Reg::R5, place + offsetof(wire::question_memory, offset));
    write_.compute(Alu::And, Reg::R5, memory_mask);
    write_.compute(Alu::Add, Reg::R5, Reg::R1);
}

// captured_memory.h: number_of(), of `loaded` bytes that zeros extend.
void Compiler::meaning(const Value& value, std::uint32_t loaded, Reg reg) {
    std::uint32_t width = value.bit_width ? value.bit_width : value.size * 8;
    if (value.bit_shift) write_.compute(Alu::Right, reg, value.bit_shift);
    if (!width || width >= 64) return;
    auto shift_both_ways = [&](Alu back) {
        write_.compute(Alu::Left, reg, 64 - width);
        write_.compute(back, reg, 64 - width);
    };
    Reading reading = facts_of(value.kind).reading;
    if (reading == Reading::Signed) return shift_both_ways(Alu::ArithmeticRight);
    if (reading == Reading::Owner) {
        // All ones become -1, and no other number has its sign.
        Label done = write_.label();
        shift_both_ways(Alu::ArithmeticRight);
        write_.jump_if(Jump::Equal, reg, ~std::uint64_t{0}, done);
        shift_both_ways(Alu::Right);
        return write_.place(done);
    }
    if (width == 32 && loaded > 4)
        write_.cut_to_32(reg);
    else if (width < 32 && width < loaded * 8)
        write_.compute(Alu::And, reg, (std::uint64_t{1} << width) - 1);
    else if (width < loaded * 8)
        shift_both_ways(Alu::Right);
    if (reading == Reading::BigEndian) write_.from_network(reg, value.size == 2 ? 2 : 4);
}

void Compiler::simple(const Number& number, Reg to, Label absent) {
    if (number.op == Number::Op::Constant) return write_.set(to, number.constant);
    require(number.requirements, absent);
    load(number.part, to, absent);
    if (number.part.in == Part::In::Header) needs_header(number.part, bits_of(number.part.value));
    meaning(number.part.value, number.part.in == Part::In::Argument ? 8 : number.part.size, to);
}

}  // namespace traceleft::ask
