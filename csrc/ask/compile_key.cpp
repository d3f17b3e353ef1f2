// SPDX-License-Identifier: MIT
#include <traceleft/event.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "compiler.h"
#include "error.h"

namespace traceleft::ask {

namespace {

constexpr std::uint32_t presence_size = 8;
constexpr std::size_t most_parts = 31;  // their bits fit an instruction

std::uint32_t text_size(const Part& part) {
    std::uint32_t most = wire::QUESTION_TEXT_SIZE;
    return part.size ? std::min((part.size + 7) / 8 * 8, most) : most;
}

std::uint32_t end_of(const std::vector<KeyPlace>& places) {
    return places.empty() ? presence_size : places.back().offset + places.back().size;
}

void check_size(std::uint32_t size, std::uint32_t most) {
    if (size > most)
        throw Error(ErrorKind::Usage, "the keys take " + std::to_string(size) + " bytes, and there is room for " +
                                          std::to_string(most) + ": ask by fewer");
}

}  // namespace

std::vector<KeyPlace> key_places(const std::vector<KeyPart>& parts) {
    if (parts.size() > most_parts)
        throw Error(ErrorKind::Usage, "there can be at most " + std::to_string(most_parts) + " keys");
    std::vector<KeyPlace> places;
    for (const KeyPart& part : parts)
        places.push_back({end_of(places), part.is_text ? text_size(part.text.part) : presence_size});
    check_size(end_of(places), wire::QUESTION_LATE_KEY);
    return places;
}

std::uint32_t key_size(const std::vector<KeyPart>& parts) { return end_of(key_places(parts)); }

// All bytes are written, for late the last event's key is still there.
void Compiler::keys(const std::vector<KeyPart>& parts) {
    std::vector<KeyPlace> places = key_places(parts);
    if (stage_ == Stage::Early) check_size(end_of(places), wire::QUESTION_EARLY_KEY);
    write_.load(8, Reg::R5, Reg::R2, offsetof(wire::question_room, key));
    write_.store_number(Reg::R5, 0, 0);
    std::uint64_t always = 0;
    for (std::size_t i = 0; i < parts.size(); i++) {
        Label absent = write_.label(), next = write_.label();
        if (parts[i].is_text) {
            text_key(parts[i].text, places[i], absent);
        } else {
            number(parts[i].number, absent);
            write_.load(8, Reg::R5, Reg::R2, offsetof(wire::question_room, key));
            write_.store(8, Reg::R5, places[i].offset, Reg::R3);
        }
        if (!write_.is_awaited(absent)) {
            always |= std::uint64_t{1} << i;
            continue;
        }
        add_to_key(std::uint64_t{1} << i);
        write_.jump(next);
        write_.place(absent);
        clear_key(places[i]);
        write_.place(next);
    }
    if (always) add_to_key(always);
}

void Compiler::add_to_key(std::uint64_t presence) {
    write_.load(8, Reg::R5, Reg::R2, offsetof(wire::question_room, key));
    write_.load(8, Reg::R0, Reg::R5, 0);
    write_.compute(Alu::Or, Reg::R0, presence);
    write_.store(8, Reg::R5, 0, Reg::R0);
}

void Compiler::clear_key(KeyPlace place) {
    write_.load(8, Reg::R5, Reg::R2, offsetof(wire::question_room, key));
    for (std::uint32_t at = 0; at < place.size; at += 8) write_.store_number(Reg::R5, place.offset + at, 0);
}

// In words; of the last one the bytes behind the text become 0, and so do all words behind it.
void Compiler::text_key(const Text& text, KeyPlace place, Label absent) {
    const Part& part = text.part;
    require(text.requirements, absent);
    Reg base = part.in == Part::In::Header ? Reg::R1 : Reg::R5;
    std::uint32_t begin = part.in == Part::In::Header ? part.offset : 0;
    if (part.in == Part::In::Header) {
        needs_header(part, ~std::uint64_t{0});
        measure_text(base, begin, std::min(part.size, place.size), /*in_memory=*/false);
    } else {
        memory_text(part, absent);
        Label known = write_.label();
        jump_if_abstract(part, known);
        if (ending_of(part) == Ending::Nul) {
            write_.copy(Reg::R4, Reg::R3);
            measure_text(base, 0, std::min(part.size, place.size), /*in_memory=*/true);
        }
        write_.place(known);
    }
    write_.load(8, Reg::R4, Reg::R2, offsetof(wire::question_room, key));
    std::vector<Label> rest;
    for (std::uint32_t at = 0; at < place.size; at += 8) {
        Label whole = write_.label();
        rest.push_back(write_.label());
        write_.jump_if(Jump::Equal, Reg::R3, 0, rest.back());
        write_.load(8, Reg::R0, base, begin + at);
        write_.jump_if(Jump::GreaterEqual, Reg::R3, 8, whole);
        write_.compute(Alu::Left, Reg::R3, 3);
        write_.negate(Reg::R3);
        write_.compute(Alu::Add, Reg::R3, 64);
        write_.compute(Alu::Left, Reg::R0, Reg::R3);
        write_.compute(Alu::Right, Reg::R0, Reg::R3);
        write_.set(Reg::R3, 8);
        write_.place(whole);
        write_.store(8, Reg::R4, place.offset + at, Reg::R0);
        write_.compute(Alu::Subtract, Reg::R3, 8);
    }
    Label there = write_.label();
    write_.jump(there);
    for (std::uint32_t at = 0; at < place.size; at += 8) {
        write_.place(rest[at / 8]);
        write_.store_number(Reg::R4, place.offset + at, 0);
    }
    write_.place(there);
}

}  // namespace traceleft::ask
