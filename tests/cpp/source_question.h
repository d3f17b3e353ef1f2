// SPDX-License-Identifier: MIT
// Random questions about random events of tracepoints, whose answers are known as they are written.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bpf_machine.h"
#include "random_question.h"
#include "raw_event.h"

namespace traceleft {

/// A field of a record, and what one event has in it.
struct SourceField {
    using Wide = __int128;

    Argument meaning;
    Wide number = 0;
    std::string memory = {};
    std::uint16_t status = wire::CAPTURED_OK;

    bool is_number() const { return is_scalar(meaning.value.kind); }
};

/// An event of as many fields as a tracepoint may have, those that are captured among the first.
struct SourceEvent {
    explicit SourceEvent(std::mt19937_64& random) : chance(random) {
        for (std::size_t i = 0; i < wire::SOURCE_FIELDS; i++) fields.push_back(field(i));
        for (const SourceField& each : fields) meaning.arguments.push_back(each.meaning);
        meaning.syscall = {"any:event", wire::SOURCE_NUMBERS + 7, "", ""};
        meaning.returns = {Kind::Int, 8};
        schema.add(meaning);
        raw.header.nr = meaning.syscall.nr;
        raw.header.flags = wire::EVENT_SOURCE;
        std::vector<std::uint64_t> arguments;
        for (SourceField& each : fields) {
            std::uint64_t bits = chance.number();
            if (each.is_number()) {
                std::uint32_t unused = 64 - 8 * each.meaning.value.size;
                bits = bits << unused >> unused;  // as sources.bpf.c, source_bits() loads it
                bool negative = each.meaning.value.kind == Kind::Int && bits << unused >> 63;
                each.number = negative ? SourceField::Wide{bits} - (SourceField::Wide{1} << (64 - unused))
                                       : SourceField::Wide{bits};
            }
            arguments.push_back(bits);
            std::memcpy(&record[each.meaning.record->offset], &bits, each.meaning.record->size);
        }
        raw.arguments(arguments);
        for (std::size_t i = 0; i < fields.size(); i++)
            if (!fields[i].is_number()) raw.captured(static_cast<std::uint16_t>(i), fields[i].memory, fields[i].status);
        bytes = raw.bytes();
    }

    void put_into(BpfMachine& machine) const {
        std::memcpy(machine.event.data(), bytes.data(), bytes.size());
        std::size_t offset = sizeof(raw.header) + 8 * fields.size() + raw.records.size() * sizeof(wire::captured);
        for (wire::question_memory& each : machine.memory) each = {};
        machine.record = record;
        for (const wire::captured& each : raw.records) {
            auto here = each.status == wire::CAPTURED_OK          ? wire::QUESTION_MEMORY_ALL
                        : each.status == wire::CAPTURED_TRUNCATED ? wire::QUESTION_MEMORY_CUT
                                                                  : wire::QUESTION_MEMORY_NONE;
            machine.memory[each.arg] = {static_cast<std::uint32_t>(offset), each.size,
                                        static_cast<std::uint64_t>(here)};
            offset += (each.size + 7) / 8 * 8;
        }
    }

    Chance chance;
    std::vector<SourceField> fields;
    SyscallSchema meaning;
    EventSchema schema;
    RawEvent raw{"any:event"};
    std::string bytes;
    std::vector<std::byte> record = std::vector<std::byte>(8 + 8 * wire::SOURCE_FIELDS);  ///< what it was made of

private:
    SourceField field(std::size_t index) {
        SourceField made = typed_field(index);
        std::uint32_t size = made.is_number() ? made.meaning.value.size : 8;
        made.meaning.record = RecordPlace{static_cast<std::uint32_t>(8 + 8 * index), size};
        return made;
    }

    // The first are called as what every event has.
    SourceField typed_field(std::size_t index) {
        static const std::vector<std::string> taken = {"pid", "comm", "ret", "duration"};
        std::string name = index < taken.size() ? taken[index] : "f" + std::to_string(index);
        std::uint32_t size = 1U << chance.below(4);
        if (index >= wire::QUESTION_MEMORIES || chance.one_in(2))
            return {argument_of(name, chance.one_in(2) ? Kind::Int : Kind::Uint, size)};
        bool is_text = chance.one_in(2);
        SourceField made{argument_of(name, is_text ? Kind::String : Kind::Buffer)};
        made.memory = chance.text(chance.one_in(2) ? 5 : 60, !is_text);
        if (chance.one_in(3)) made.status = wire::CAPTURED_TRUNCATED;
        if (chance.one_in(6)) made.status = wire::CAPTURED_FAULT;
        if (made.status == wire::CAPTURED_FAULT) made.memory.clear();
        return made;
    }
};

/// A question's text, and whether it holds.
struct AskedSource {
    std::string text;
    bool holds;
};

/// Writes questions, each beside its answer.
class AskingSource {
public:
    AskingSource(const SourceEvent& event, std::mt19937_64& random) : event_(event), chance_(random) {}

    /// `negated`: the answer to its contrary, which holds neither where there is no value.
    AskedSource question(int depth, bool negated = false) {
        if (!depth || chance_.one_in(4)) return leaf(negated);
        if (chance_.one_in(4)) {
            AskedSource inner = question(depth - 1, !negated);
            return {"not (" + inner.text + ")", inner.holds};
        }
        bool conjunction = chance_.one_in(2);
        AskedSource left = question(depth - 1, negated), right = question(depth - 1, negated);
        bool all = conjunction != negated;
        return {"(" + left.text + (conjunction ? " and " : " or ") + right.text + ")",
                all ? left.holds && right.holds : left.holds || right.holds};
    }

private:
    using Wide = SourceField::Wide;

    AskedSource leaf(bool negated) {
        if (chance_.one_in(12)) return absent();
        const SourceField& field = chance_.of(event_.fields);
        auto [text, truth] = field.is_number() ? about_number(field) : about_memory(field);
        return {text, truth && *truth != negated};
    }

    // A tracepoint returns nothing; a field called `ret` is asked for where there is one.
    AskedSource absent() { return {chance_.one_in(2) ? "error == ENOENT" : "error != ENOENT", false}; }

    std::string name_of(const SourceField& field) {
        const std::string& name = field.meaning.name;
        bool is_own = name[0] == 'f' || name == "ret" || name == "duration";
        return is_own && chance_.one_in(2) ? name : "args." + name;
    }

    static std::string digits(Wide number) {
        if (number < 0) return "-" + digits(-number);
        return std::to_string(static_cast<std::uint64_t>(number));
    }

    // Often one beside the field's number; of those that the language can write.
    Wide near(Wide number) {
        if (chance_.one_in(3)) {
            std::uint64_t any = chance_.number();
            return chance_.one_in(2) ? Wide{any} : Wide{static_cast<std::int64_t>(any)};
        }
        number += static_cast<int>(chance_.below(3)) - 1;
        return number < INT64_MIN || number > Wide{UINT64_MAX} ? 0 : number;
    }

    std::pair<std::string, std::optional<bool>> about_number(const SourceField& field) {
        std::string name = name_of(field);
        if (chance_.one_in(5)) {
            std::uint64_t mask = chance_.below(256);
            bool any = static_cast<std::uint64_t>(field.number) & mask;
            return {name + " & " + std::to_string(mask) + " != 0", any};
        }
        Wide other = near(field.number);
        std::string right = digits(other);
        const SourceField& second = chance_.of(event_.fields);
        if (second.is_number() && chance_.one_in(3)) {
            other = second.number;
            right = name_of(second);
        }
        switch (chance_.below(6)) {
            case 0:
                return {name + " == " + right, field.number == other};
            case 1:
                return {name + " != " + right, field.number != other};
            case 2:
                return {name + " < " + right, field.number < other};
            case 3:
                return {name + " <= " + right, field.number <= other};
            case 4:
                return {name + " > " + right, field.number > other};
            default:
                return {name + " >= " + right, field.number >= other};
        }
    }

    static std::string quoted(const std::string& text) {
        std::string all;
        for (char each : text) all += each ? std::string(1, each) : "\\x00";
        return "\"" + all + "\"";
    }

    // Of cut text only its beginning is known.
    std::pair<std::string, std::optional<bool>> about_memory(const SourceField& field) {
        const std::string& text = field.memory;
        bool cut = field.status == wire::CAPTURED_TRUNCATED, unknown = field.status == wire::CAPTURED_FAULT;
        std::string other = chance_.text(4, field.meaning.value.kind == Kind::Buffer);
        std::string begin = text.substr(0, chance_.below(text.size() + 1));
        std::string name = name_of(field);
        switch (chance_.below(4)) {
            case 0: {
                std::string right = chance_.one_in(2) ? text : other;
                bool is_equal = chance_.one_in(2);
                std::optional<bool> truth = (text == right) == is_equal;
                return {name + (is_equal ? " == " : " != ") + quoted(right), unknown || cut ? std::nullopt : truth};
            }
            case 1: {
                std::string right = chance_.one_in(2) ? begin : other;
                bool may_go_on = cut && text.size() < right.size();
                std::optional<bool> truth = text.starts_with(right);
                return {name + " ^= " + quoted(right), unknown || may_go_on ? std::nullopt : truth};
            }
            case 2: {
                std::string right = chance_.one_in(2) ? text.substr(begin.size()) : other;
                std::optional<bool> truth = text.ends_with(right);
                return {name + " $= " + quoted(right), unknown || cut ? std::nullopt : truth};
            }
            default: {
                std::string right = chance_.one_in(2) ? begin : other;
                bool may_go_on = cut && text.size() < right.size();
                std::optional<bool> truth = text.starts_with(right);
                return {name + " ~ " + quoted(right + "*"), unknown || may_go_on ? std::nullopt : truth};
            }
        }
    }

    const SourceEvent& event_;
    Chance chance_;
};

}  // namespace traceleft
