// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bpf_machine.h"
#include "captured_memory.h"
#include "match.h"
#include "predicate.h"
#include "raw_event.h"

namespace traceleft {

/// Random choices, the same in each run.
class Chance {
public:
    explicit Chance(std::mt19937_64& random) : random_(random) {}

    std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
    bool one_in(std::uint64_t number) { return !below(number); }
    template <typename T>
    const T& of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

    /// Of few letters and NULs, of which one is often at the begin.
    std::string text(std::size_t most, bool may_have_nul = true) {
        std::string made;
        if (may_have_nul && one_in(8)) made += '\0';
        bool has_nul = may_have_nul && one_in(2);
        for (std::size_t left = below(most - made.size() + 1); left; left--)
            made += has_nul && one_in(16) ? '\0' : one_in(6) ? 'b' : 'a';
        return made;
    }

    /// Often one at which something ends, and often a small one, so that two are equal now and then.
    std::uint64_t number() {
        static const std::vector<std::uint64_t> ends = {0,
                                                        1,
                                                        2,
                                                        63,
                                                        64,
                                                        65,
                                                        127,
                                                        128,
                                                        0x7fff,
                                                        0x8000,
                                                        0xffff,
                                                        0x7fffffff,
                                                        0x80000000,
                                                        0xffffffff,
                                                        std::uint64_t{INT64_MAX},
                                                        std::uint64_t{INT64_MAX} + 1};
        if (one_in(8)) return random_();
        return one_in(2) ? of(ends) : one_in(2) ? ~of(ends) : below(6);
    }

private:
    std::mt19937_64& random_;
};

/// Whether the memory behind an argument is captured up to its NUL.
inline bool is_string(std::uint32_t argument) { return argument == 5; }

/// An event with six arguments, of which each may have captured memory.
/// How many random questions are asked: TRACELEFT_ANSWERS where it is set, or as many as take little time.
inline std::size_t answers(std::size_t few) {
    const char* many = std::getenv("TRACELEFT_ANSWERS");
    return many ? std::strtoull(many, nullptr, 10) : few;
}

struct RandomEvent {
    explicit RandomEvent(std::mt19937_64& random) : raw("any") {
        Chance chance(random);
        raw.header.ret = static_cast<std::int64_t>(chance.number());
        raw.header.duration = chance.number();
        raw.header.uid = static_cast<std::uint32_t>(chance.number());
        raw.header.nr = static_cast<std::int32_t>(chance.number());
        raw.header.flags = static_cast<std::uint32_t>(chance.below(4));
        std::string comm = chance.text(16);
        if (chance.one_in(2)) comm.resize(16, '\0');
        std::copy(comm.begin(), comm.end(), raw.header.comm);
        std::vector<std::uint64_t> arguments;
        for (int i = 0; i < 6; i++) arguments.push_back(chance.number());
        raw.arguments(arguments);
        for (std::uint16_t i = 0; i < 6; i++) {
            capture(chance, i);
            if (chance.one_in(2)) capture(chance, i | wire::CAPTURED_PASSED);
        }
        bytes = raw.bytes();
    }

    void capture(Chance& chance, std::uint16_t argument) {
        std::string memory;
        if (is_string(argument & 7)) {
            memory = chance.text(chance.one_in(2) ? 12 : 140, false);
        } else if (chance.one_in(2)) {
            for (std::uint64_t left = chance.below(8); left; left--) memory += in_memory(chance.number());
            memory.resize(memory.size() - (memory.empty() ? 0 : chance.below(8)));
        } else {
            memory = chance.text(chance.one_in(2) ? 12 : 140);
        }
        std::uint16_t status = static_cast<std::uint16_t>(chance.one_in(2) ? 0 : chance.below(4));
        if (status > wire::CAPTURED_TRUNCATED) memory.clear();
        if (chance.one_in(4)) status |= wire::CAPTURED_LATE;
        raw.captured(argument, memory, status);
    }

    /// As a probe, and the handler, put it before the instructions.
    void put_into(BpfMachine& machine) const {
        std::memcpy(machine.event.data(), bytes.data(), bytes.size());
        std::uint32_t offset = sizeof(raw.header) + 6 * 8 + raw.header.captured * sizeof(wire::captured);
        for (wire::question_memory& each : machine.memory) each = {};
        for (const wire::captured& each : raw.records) {
            bool passed = each.arg & wire::CAPTURED_PASSED;
            wire::question_memory& memory = machine.memory[(each.arg & 7) + (passed ? wire::QUESTION_MEMORIES : 0)];
            int status = each.status & ~wire::CAPTURED_LATE;
            memory = {offset, each.size, wire::QUESTION_MEMORY_NONE};
            if (status == wire::CAPTURED_OK) memory.here = wire::QUESTION_MEMORY_ALL;
            if (status == wire::CAPTURED_TRUNCATED) memory.here = wire::QUESTION_MEMORY_CUT;
            offset += (each.size + 7) / 8 * 8;
        }
    }

    RawEvent raw;
    std::string bytes;
};

/// What the language says of an event, read once more, in numbers that don't wrap.
class Reading128 {
public:
    explicit Reading128(const RandomEvent& event) : event_(event) {}

    bool holds(const ask::Predicate& predicate) const {
        using Op = ask::Predicate::Op;
        switch (predicate.op) {
            case Op::True:
                return true;
            case Op::False:
                return false;
            case Op::And:
                for (const auto& child : predicate.children)
                    if (!holds(child)) return false;
                return true;
            case Op::Or:
                for (const auto& child : predicate.children)
                    if (holds(child)) return true;
                return false;
            case Op::Compare:
                return compares(predicate);
            case Op::Match: {
                std::optional<bool> matched = matches(predicate);
                return matched && *matched != predicate.negated;
            }
        }
        return false;
    }

    std::optional<std::uint64_t> number(const ask::Number& number) const {
        using Op = ask::Number::Op;
        if (number.op == Op::Constant) return number.constant;
        if (number.op == Op::Load) {
            for (const auto& each : number.requirements)
                if (!meets(each)) return std::nullopt;
            auto bits = load(number.part);
            if (!bits) return std::nullopt;
            return number_of(number.part.value, *bits);
        }
        auto first = this->number(number.operands[0]);
        if (!first) return std::nullopt;
        if (number.op == Op::Negate) return 0 - *first;
        if (number.op == Op::Complement) return ~*first;
        auto second = this->number(number.operands[1]);
        if (!second) return std::nullopt;
        return operation(number.op, number.is_signed, *first, *second);
    }

private:
    using Wide = __int128;

public:
    struct Found {
        std::string_view bytes;
        bool cut = false;
    };
    std::optional<Found> text(const ask::Text& text) const {
        const ask::Part& part = text.part;
        for (const auto& each : text.requirements)
            if (!meets(each)) return std::nullopt;
        if (part.in == ask::Part::In::Header) {
            std::string_view bytes = std::string_view(event_.bytes).substr(part.offset, part.size);
            return Found{bytes.substr(0, bytes.find('\0'))};
        }
        bool cut = false;
        std::optional<std::string_view> memory = this->memory(part, &cut);
        if (!memory || memory->size() < part.offset) return std::nullopt;
        if (!part.size) return Found{memory->substr(part.offset), cut};
        if (memory->size() == part.offset || (cut && memory->size() < part.offset + part.size)) return std::nullopt;
        std::string_view bytes = memory->substr(part.offset, part.size);
        bool is_abstract = part.value.kind == Kind::SocketName && bytes.size() > 1 && !bytes[0];
        if (part.value.kind == Kind::Buffer || is_abstract) return Found{bytes};
        return Found{bytes.substr(0, bytes.find('\0'))};
    }

private:
    // Whether the pattern takes all of the text, or begins it where `open`.
    static bool globs(std::string_view pattern, std::string_view text) {
        if (pattern.empty()) return text.empty();
        if (pattern[0] == '*')
            return globs(pattern.substr(1), text) || (!text.empty() && globs(pattern, text.substr(1)));
        if (text.empty() || (pattern[0] != '?' && pattern[0] != text[0])) return false;
        return globs(pattern.substr(1), text.substr(1));
    }

    std::optional<bool> matches(const ask::Predicate& predicate) const {
        using Matching = ask::Predicate::Matching;
        std::optional<Found> found = text(predicate.text);
        if (!found) return std::nullopt;
        const std::string& pattern = predicate.pattern;
        bool is_glob = predicate.matching == Matching::Glob;
        bool begins = predicate.matching == Matching::Prefix || (is_glob && pattern.ends_with('*'));
        std::size_t least = pattern.size() - is_glob;
        if (found->cut && (!begins || found->bytes.size() < least)) return std::nullopt;
        switch (predicate.matching) {
            case Matching::Equal:
                return found->bytes == pattern;
            case Matching::Prefix:
                return found->bytes.starts_with(pattern);
            case Matching::Suffix:
                return found->bytes.ends_with(pattern);
            default:
                return globs(pattern, found->bytes);
        }
    }

    static Wide wide(std::uint64_t bits, bool is_signed) {
        return is_signed ? Wide{static_cast<std::int64_t>(bits)} : Wide{bits};
    }

    bool compares(const ask::Predicate& predicate) const {
        auto left_bits = number(predicate.left), right_bits = number(predicate.right);
        if (!left_bits || !right_bits) return false;
        Wide left = wide(*left_bits, predicate.left.is_signed), right = wide(*right_bits, predicate.right.is_signed);
        switch (predicate.comparison) {
            case ask::Predicate::Comparison::Equal:
                return left == right;
            case ask::Predicate::Comparison::Unequal:
                return left != right;
            case ask::Predicate::Comparison::Less:
                return left < right;
            case ask::Predicate::Comparison::LessEqual:
                return left <= right;
            case ask::Predicate::Comparison::Greater:
                return left > right;
            default:
                return left >= right;
        }
    }

    static std::optional<std::uint64_t> operation(ask::Number::Op op, bool is_signed, std::uint64_t left,
                                                  std::uint64_t right) {
        using Op = ask::Number::Op;
        Wide first = wide(left, is_signed), second = wide(right, is_signed);
        switch (op) {
            case Op::Add:
                return static_cast<std::uint64_t>(first + second);
            case Op::Subtract:
                return static_cast<std::uint64_t>(first - second);
            case Op::Multiply:
                return left * right;
            case Op::Divide:
                if (!second) return std::nullopt;
                return static_cast<std::uint64_t>(first / second);
            case Op::Modulo:
                if (!second) return std::nullopt;
                return static_cast<std::uint64_t>(first % second);
            case Op::And:
                return left & right;
            case Op::Or:
                return left | right;
            case Op::Xor:
                return left ^ right;
            case Op::Left:
                return right < 64 ? left << right : 0;
            default:
                return static_cast<std::uint64_t>(first >> (right < 64 ? right : 64));
        }
    }

    bool meets(const ask::Requirement& requirement) const {
        auto bits = load(requirement.part);
        if (!bits) return false;
        bool equal = (*bits & requirement.mask) == requirement.value;
        return equal == (requirement.is == ask::Requirement::Is::Equal);
    }

    std::optional<std::uint64_t> load(const ask::Part& part) const {
        if (part.in == ask::Part::In::Argument) return event_.raw.raw[part.argument];
        if (part.in == ask::Part::In::Header)
            return load_bits(std::string_view(event_.bytes).substr(part.offset), part.size);
        std::optional<std::string_view> bytes = memory(part);
        if (!bytes || bytes->size() < part.offset + part.size) return std::nullopt;
        return load_bits(bytes->substr(part.offset), part.size);
    }

    std::optional<std::string_view> memory(const ask::Part& part, bool* cut = nullptr) const {
        std::uint16_t wanted = static_cast<std::uint16_t>(part.argument | (part.passed ? wire::CAPTURED_PASSED : 0));
        std::size_t offset = 0;
        for (const wire::captured& each : event_.raw.records) {
            bool there = (each.status & ~wire::CAPTURED_LATE) <= wire::CAPTURED_TRUNCATED;
            if (each.arg == wanted) {
                if (cut) *cut = (each.status & ~wire::CAPTURED_LATE) == wire::CAPTURED_TRUNCATED;
                if (!there) return std::nullopt;
                return std::string_view(event_.raw.memory).substr(offset, each.size);
            }
            offset += (each.size + 7) / 8 * 8;
        }
        return std::nullopt;
    }

    const RandomEvent& event_;
};

/// Typed trees as bind() may make them.
class RandomQuestion {
public:
    RandomQuestion(std::mt19937_64& random, ask::Stage stage) : chance_(random), stage_(stage) {}

    ask::Predicate predicate(int depth) {
        using Op = ask::Predicate::Op;
        ask::Predicate made;
        if (!depth || chance_.one_in(3)) {
            made.op = chance_.one_in(12) ? (chance_.one_in(2) ? Op::True : Op::False) : Op::Compare;
            if (made.op != Op::Compare) return made;
            if (chance_.one_in(3)) return match();
            made.comparison = static_cast<ask::Predicate::Comparison>(chance_.below(6));
            made.left = number(3);
            made.right = number(chance_.one_in(2) ? 0 : 3);
            return made;
        }
        made.op = chance_.one_in(2) ? Op::And : Op::Or;
        for (std::uint64_t left = 2 + chance_.below(2); left; left--) made.children.push_back(predicate(depth - 1));
        return made;
    }

    ask::Predicate match() {
        using Matching = ask::Predicate::Matching;
        ask::Predicate made{.op = ask::Predicate::Op::Match};
        made.text = text();
        made.matching = static_cast<Matching>(chance_.below(4));
        made.negated = chance_.one_in(3);
        made.pattern = chance_.text(chance_.one_in(2) ? 3 : 20);
        if (made.matching != Matching::Glob) return made;
        for (char& each : made.pattern)
            if (chance_.one_in(4)) each = '?';
        if (!chance_.one_in(3)) made.pattern.insert(chance_.below(made.pattern.size() + 1), "*");
        made.compiled = ask::compile_glob(made.pattern);
        return made;
    }

    ask::Text text() {
        ask::Text made;
        while (chance_.one_in(4)) made.requirements.push_back(requirement());
        if (stage_ == ask::Stage::Early || chance_.one_in(4)) {
            made.part.offset = offsetof(wire::event_header, comm);
            made.part.size = 16;
            return made;
        }
        made.part.in = ask::Part::In::Memory;
        made.part.argument = static_cast<std::uint32_t>(chance_.below(6));
        made.part.passed = chance_.one_in(3);
        made.part.size = 0;
        made.part.value.kind = is_string(made.part.argument) ? Kind::String : Kind::Buffer;
        if (chance_.one_in(2)) return made;
        static const std::vector<Kind> kinds = {Kind::Chars, Kind::SocketName, Kind::Buffer};
        made.part.value.kind = chance_.of(kinds);
        made.part.size = static_cast<std::uint32_t>(1 + chance_.below(chance_.one_in(2) ? 12 : 140));
        made.part.value.size = made.part.size;
        made.part.offset = static_cast<std::uint32_t>(chance_.below(4));
        return made;
    }

    ask::KeyPart key() {
        ask::KeyPart made;
        made.is_text = chance_.one_in(2);
        if (made.is_text)
            made.text = text();
        else
            made.number = number(2);
        return made;
    }

    ask::Number number(int depth) {
        using Op = ask::Number::Op;
        ask::Number made;
        if (!depth || chance_.one_in(3)) {
            if (chance_.one_in(2)) {
                made.constant = chance_.number();
                made.is_signed = chance_.one_in(2);
                return made;
            }
            made.op = Op::Load;
            made.part = part();
            made.is_signed = may_be_negative(made.part.value.kind);
            while (chance_.one_in(4)) made.requirements.push_back(requirement());
            return made;
        }
        made.op = static_cast<Op>(static_cast<int>(Op::Negate) + chance_.below(12));
        made.operands.push_back(number(depth - 1));
        made.is_signed = made.operands[0].is_signed || made.op == Op::Negate || made.op == Op::Subtract;
        if (made.op == Op::Negate || made.op == Op::Complement) return made;
        made.operands.push_back(number(depth - 1));
        made.is_signed = made.is_signed || made.operands[1].is_signed;
        return made;
    }

private:
    ask::Part part() {
        using Header = wire::event_header;
        static const std::vector<ask::Part> header = {
            {.offset = offsetof(Header, ret), .size = 8, .value = {Kind::Int, 8}},
            {.offset = offsetof(Header, duration), .size = 8, .value = {}},
            {.offset = offsetof(Header, uid), .size = 4, .value = {Kind::Uid, 4}},
            {.offset = offsetof(Header, nr), .size = 4, .value = {Kind::Int, 4}},
            {.offset = offsetof(Header, flags), .size = 4, .value = {Kind::Uint, 4, 1, 1}},
        };
        static const std::vector<Kind> kinds = {Kind::Int, Kind::Uint, Kind::Uid, Kind::Be16, Kind::Be32, Kind::Flags};
        if (chance_.one_in(3)) return chance_.of(header);
        ask::Part part;
        part.argument = static_cast<std::uint32_t>(chance_.below(6));
        bool late = stage_ == ask::Stage::Late && !chance_.one_in(3);
        part.in = late ? ask::Part::In::Memory : ask::Part::In::Argument;
        part.passed = late && chance_.one_in(3);
        part.value.kind = chance_.of(kinds);
        std::uint32_t fixed = part.value.kind == Kind::Be16 ? 2 : part.value.kind == Kind::Be32 ? 4 : 0;
        part.size = fixed ? fixed : 1U << chance_.below(4);
        part.value.size = part.size;
        if (!fixed && chance_.one_in(4)) {
            part.value.bit_width = static_cast<std::uint32_t>(1 + chance_.below(part.size * 8));
            part.value.bit_shift = static_cast<std::uint32_t>(chance_.below(part.size * 8 - part.value.bit_width + 1));
        }
        part.offset = late ? static_cast<std::uint32_t>(chance_.below(40)) : 0;
        return part;
    }

    ask::Requirement requirement() {
        ask::Requirement made{.part = part()};
        made.part.value = {};
        if (chance_.one_in(2)) made.mask = chance_.number();
        made.is = chance_.one_in(3) ? ask::Requirement::Is::Equal : ask::Requirement::Is::Unequal;
        made.value = chance_.number();
        return made;
    }

    Chance chance_;
    ask::Stage stage_;
};

}  // namespace traceleft
