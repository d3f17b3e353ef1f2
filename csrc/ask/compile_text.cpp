// SPDX-License-Identifier: MIT
#include <traceleft/event.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "compiler.h"
#include "error.h"
#include "match.h"

namespace traceleft::ask {

namespace {

constexpr std::uint32_t longest_field = 256;  // whose length is measured, a byte at a time
// Of one captured memory, which begins below 65536: both end within the scratch, and the verifier wants to see it.
constexpr std::uint32_t most_bytes = 65000;

PatternBytes bytes_of(const std::string& text) {
    PatternBytes bytes;
    for (char each : text) bytes.push_back(static_cast<unsigned char>(each));
    return bytes;
}

PatternEnds ends_of_glob(const std::string& pattern) {
    std::vector<GlobStep> steps = parse_glob(pattern);
    if (!is_simple(steps))
        throw Error(ErrorKind::Usage, "the kernel can't match " + pattern + ": it has more than one * or a set");
    PatternEnds ends;
    for (const GlobStep& step : steps) {
        PatternBytes& end = ends.is_open ? ends.tail : ends.head;
        if (step.kind == GlobStep::Kind::Star)
            ends.is_open = true;
        else if (step.kind == GlobStep::Kind::Any)
            end.push_back(std::nullopt);
        else
            end.push_back(static_cast<unsigned char>(step.byte));
    }
    return ends;
}

bool has_nul(const PatternBytes& bytes) { return std::find(bytes.begin(), bytes.end(), 0) != bytes.end(); }

// What `size` bytes of the pattern are, and which of their bits count.
struct Word {
    std::uint64_t bits = 0, mask = 0;
};
Word word_at(const PatternBytes& pattern, std::size_t at, std::size_t size) {
    Word word;
    for (std::size_t i = 0; i < size; i++) {
        if (!pattern[at + i]) continue;
        word.bits |= std::uint64_t{*pattern[at + i]} << 8 * i;
        word.mask |= std::uint64_t{0xff} << 8 * i;
    }
    return word;
}

std::uint64_t extend(std::uint32_t number) {
    return static_cast<std::uint64_t>(std::int64_t{static_cast<std::int32_t>(number)});
}

}  // namespace

PatternEnds pattern_ends(const Predicate& predicate) {
    using Matching = Predicate::Matching;
    if (predicate.matching == Matching::Regex)
        throw Error(ErrorKind::Usage, "the kernel can't match regular expressions");
    if (predicate.pattern.size() > longest_in_kernel)
        throw Error(ErrorKind::Usage,
                    "the kernel can't match more than " + std::to_string(longest_in_kernel) + " bytes");
    PatternBytes bytes = bytes_of(predicate.pattern);
    if (predicate.matching == Matching::Equal) return {bytes, {}, false};
    if (predicate.matching == Matching::Prefix) return {bytes, {}, true};
    if (predicate.matching == Matching::Suffix) return {{}, bytes, true};
    return ends_of_glob(predicate.pattern);
}

Ending ending_of(const Part& part) {
    bool whole = part.in == Part::In::Memory && part.value.kind == Kind::String;
    bool bytes = part.value.kind == Kind::Buffer || part.value.kind == Kind::Beyond;
    return whole || bytes ? Ending::Size : Ending::Nul;
}

void Compiler::match(const Predicate& predicate, bool wanted, Label to, Label absent) {
    const Part& part = predicate.text.part;
    PatternEnds pattern = pattern_ends(predicate);
    bool jumps_if_matched = wanted != predicate.negated;
    Label matched = write_.label(), mismatch = jumps_if_matched ? write_.label() : to;
    require(predicate.text.requirements, absent);
    if (part.in == Part::In::Header) {
        match_header(part, pattern, mismatch, matched);
    } else {
        memory_text(part, absent);
        if (part.size) {
            match_field(part, pattern, mismatch, matched);
        } else {
            // Of text that goes on the beginning is known.
            Label enough = write_.label();
            load_here(part, Reg::R4);
            bool by_begin =
                pattern.is_open && predicate.matching != Predicate::Matching::Suffix && pattern.tail.empty();
            if (by_begin) write_.jump_if(Jump::GreaterEqual, Reg::R3, pattern.head.size(), enough);
            write_.jump_if(Jump::Equal, Reg::R4, wire::QUESTION_MEMORY_CUT, absent);
            write_.place(enough);
            match_known(pattern, mismatch);
        }
    }
    write_.place(matched);
    if (!jumps_if_matched) return;
    write_.jump(to);
    write_.place(mismatch);
}

void Compiler::load_here(const Part& part, Reg to) {
    std::size_t index = part.argument + (part.passed ? wire::QUESTION_MEMORIES : 0);
    write_.load(8, to, Reg::R2, offsetof(wire::question_room, memory));
    write_.load(8, to, to, index * sizeof(wire::question_memory) + offsetof(wire::question_memory, here));
}

// A struct's field is there where it begins in the memory, unless the capture ended in it.
void Compiler::memory_text(const Part& part, Label absent) {
    if (part.in != Part::In::Memory) throw Error(ErrorKind::Usage, "the kernel can't ask for memory in pieces");
    if (!part.size && ending_of(part) == Ending::Nul)
        throw Error(ErrorKind::Usage, "the kernel can't ask for text that a NUL ends somewhere");
    memory(part, absent);
    if (part.size) {
        Label whole = write_.label();
        write_.jump_if(Jump::GreaterEqual, Reg::R0, part.offset + part.size, whole);
        load_here(part, Reg::R4);
        write_.jump_if(Jump::Equal, Reg::R4, wire::QUESTION_MEMORY_CUT, absent);
        write_.place(whole);
        write_.jump_if(Jump::LessEqual, Reg::R0, part.offset, absent);
    } else {
        if (part.offset) write_.jump_if(Jump::Less, Reg::R0, part.offset, absent);
        write_.jump_if(Jump::Greater, Reg::R0, most_bytes, absent);
    }
    write_.copy(Reg::R3, Reg::R0);
    if (part.offset) {
        write_.compute(Alu::Subtract, Reg::R3, part.offset);
        write_.compute(Alu::Add, Reg::R5, part.offset);
    }
    if (!part.size) return;
    Label fits = write_.label();
    write_.jump_if(Jump::LessEqual, Reg::R3, part.size, fits);
    write_.set(Reg::R3, part.size);
    write_.place(fits);
}

// Of text in r5 whose bytes are as many as r3 says.
void Compiler::match_known(const PatternEnds& pattern, Label mismatch) {
    std::size_t least = pattern.head.size() + pattern.tail.size();
    if (least || !pattern.is_open)
        write_.jump_if(pattern.is_open ? Jump::Less : Jump::Unequal, Reg::R3, least, mismatch);
    match_bytes(pattern.head, Reg::R5, 0, mismatch, Ending::Size);
    if (pattern.tail.empty()) return;
    write_.compute(Alu::Subtract, Reg::R3, pattern.tail.size());
    write_.compute(Alu::Add, Reg::R5, Reg::R3);
    match_bytes(pattern.tail, Reg::R5, 0, mismatch, Ending::Size);
}

void Compiler::jump_if_abstract(const Part& part, Label abstract) {
    if (part.value.kind != Kind::SocketName) return;
    Label other = write_.label();
    write_.jump_if(Jump::LessEqual, Reg::R3, 1, other);
    write_.load(1, Reg::R0, Reg::R5, 0);
    write_.jump_if(Jump::Equal, Reg::R0, 0, abstract);
    write_.place(other);
}

// Of a struct's field in r5, of which there are as many bytes as r3 says.
void Compiler::match_field(const Part& part, const PatternEnds& pattern, Label mismatch, Label matched) {
    if (ending_of(part) == Ending::Size) return match_known(pattern, mismatch);
    Label abstract = write_.label();
    jump_if_abstract(part, abstract);
    if (has_nul(pattern.head) || has_nul(pattern.tail)) {
        write_.jump(mismatch);
    } else if (!pattern.tail.empty()) {
        write_.copy(Reg::R4, Reg::R3);
        measure_text(Reg::R5, 0, part.size, /*in_memory=*/true);
        match_known(pattern, mismatch);
    } else {
        std::uint32_t size = static_cast<std::uint32_t>(pattern.head.size());
        write_.jump_if(Jump::Less, Reg::R3, size, mismatch);
        match_bytes(pattern.head, Reg::R5, 0, mismatch, Ending::Nul);
        if (!pattern.is_open) {
            write_.jump_if(Jump::Equal, Reg::R3, size, matched);
            write_.load(1, Reg::R0, Reg::R5, size);
            write_.jump_if(Jump::Unequal, Reg::R0, 0, mismatch);
        }
    }
    write_.jump(matched);
    write_.place(abstract);
    if (part.value.kind == Kind::SocketName) match_known(pattern, mismatch);
}

// Early, the header is on the stack, where no place may depend on a number: each length has instructions of its own.
void Compiler::match_header(const Part& part, const PatternEnds& pattern, Label mismatch, Label matched) {
    if (stage_ == Stage::Early && part.offset < offsetof(wire::event_header, magic))
        throw Error(ErrorKind::Usage, "a syscall's name can't be asked for before there is an event");
    needs_header(part, ~std::uint64_t{0});
    std::uint32_t head = static_cast<std::uint32_t>(pattern.head.size());
    std::uint32_t tail = static_cast<std::uint32_t>(pattern.tail.size());
    if (head + tail > part.size || has_nul(pattern.head) || has_nul(pattern.tail)) return write_.jump(mismatch);
    PatternBytes begin = pattern.head;
    if (!pattern.is_open && head < part.size) begin.push_back('\0');
    match_bytes(begin, Reg::R1, part.offset, mismatch, Ending::Nul);
    if (tail) {
        std::vector<Label> ends;
        for (std::uint32_t size = head; size <= part.size; size++) {
            ends.push_back(write_.label());
            if (size == part.size) break;
            write_.load(1, Reg::R0, Reg::R1, part.offset + size);
            write_.jump_if(Jump::Equal, Reg::R0, 0, size < head + tail ? mismatch : ends.back());
        }
        for (std::uint32_t size = part.size; size >= head + tail; size--) {
            write_.place(ends[size - head]);
            match_bytes(pattern.tail, Reg::R1, part.offset + size - tail, mismatch, Ending::Size);
            write_.jump(matched);
        }
    }
}

// In words. In memory the last one may begin in the one before; a stack's words must be read as they lie, so that bytes
// around the pattern are read, too. Where a NUL ends the text none of the bytes is one.
void Compiler::match_bytes(PatternBytes pattern, Reg base, std::uint32_t at, Label mismatch, Ending ending) {
    if (ending == Ending::Nul)
        for (std::size_t i = 0; i < pattern.size(); i++) {
            if (pattern[i]) continue;
            write_.load(1, Reg::R0, base, at + static_cast<std::uint32_t>(i));
            write_.jump_if(Jump::Equal, Reg::R0, 0, mismatch);
        }
    if (base == Reg::R1) {
        pattern.insert(pattern.begin(), at % 8, std::nullopt);
        at -= at % 8;
        pattern.resize((pattern.size() + 7) / 8 * 8);
    }
    std::size_t left = pattern.size();
    while (left) {
        std::uint32_t size = 8;
        while (size > pattern.size()) size /= 2;
        std::size_t begin = std::min(pattern.size() - left, pattern.size() - size);
        left -= std::min<std::size_t>(left, size);
        Word word = word_at(pattern, begin, size);
        if (!word.mask) continue;
        write_.load(size, Reg::R0, base, at + static_cast<std::uint32_t>(begin));
        if (size == 8) {
            if (~word.mask) {
                write_.set(Reg::R4, word.mask);
                write_.compute(Alu::And, Reg::R0, Reg::R4);
            }
            write_.set(Reg::R4, word.bits);
            write_.jump_if(Jump::Unequal, Reg::R0, Reg::R4, mismatch);
        } else {
            if (word.mask != (std::uint64_t{1} << 8 * size) - 1)
                write_.compute(Alu::And, Reg::R0, extend(static_cast<std::uint32_t>(word.mask)));
            write_.jump_if_low(Jump::Unequal, Reg::R0, static_cast<std::uint32_t>(word.bits), mismatch);
        }
    }
}

void Compiler::measure_text(Reg base, std::uint32_t at, std::uint32_t size, bool in_memory) {
    if (size > longest_field)
        throw Error(ErrorKind::Usage,
                    "the kernel can't look for the end of text of " + std::to_string(size) + " bytes");
    Label end = write_.label();
    write_.set(Reg::R3, 0);
    for (std::uint32_t i = 0; i < size; i++) {
        if (in_memory) write_.jump_if(Jump::LessEqual, Reg::R4, i, end);
        write_.load(1, Reg::R0, base, at + i);
        write_.jump_if(Jump::Equal, Reg::R0, 0, end);
        write_.compute(Alu::Add, Reg::R3, 1);
    }
    write_.place(end);
}

}  // namespace traceleft::ask
