// SPDX-License-Identifier: MIT
#include "source_record.h"

#include <traceleft/event.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "error.h"
#include "probe_operand.h"

namespace traceleft {

namespace {

using Fields = std::array<wire::source_field, wire::SOURCE_FIELDS>;
using Name = std::array<char, wire::EVENT_SYSCALL_LEN>;

std::uint16_t form_of(const Value& value) {
    if (is_scalar(value.kind)) return wire::SOURCE_NUMBER;
    return value.kind == Kind::String ? wire::SOURCE_TEXT : wire::SOURCE_BYTES;
}

wire::source_field field_of(const Argument& argument, std::uint32_t buffer_limit) {
    const RecordPlace& place = *argument.record;
    wire::source_field field{};
    field.offset = static_cast<std::uint16_t>(place.offset);
    field.size = static_cast<std::uint16_t>(place.size);
    field.form = form_of(argument.value);
    field.at = place.at;
    bool any_length = argument.value.kind == Kind::Buffer && field.at != wire::SOURCE_HERE;
    field.limit = wire::EVENT_PATH_LIMIT;
    if (any_length) field.limit = std::min(field.limit, buffer_limit);
    field.steps = static_cast<std::uint16_t>(place.steps.size());
    field.of_result = place.of_result;
    std::copy(place.steps.begin(), place.steps.end(), field.step);
    return field;
}

std::uint32_t captured_count(const SyscallSchema& source) {
    return static_cast<std::uint32_t>(std::count_if(source.arguments.begin(), source.arguments.end(),
                                                    [](const auto& each) { return !is_scalar(each.value.kind); }));
}

// The arguments of a function that its fields are read from, each a word; behind them its result has its own.
std::uint32_t argument_words(const SyscallSchema& source) {
    std::uint32_t words = 0;
    for (const Argument& each : source.arguments) {
        auto word = static_cast<std::uint32_t>(each.record->offset / sizeof(std::uint64_t));
        words = std::max(words, word + !each.record->of_result);
    }
    return words;
}

void set_function(BpfObject& object, const SyscallSchema& source) {
    const std::string& name = source.syscall.name;
    if (argument_words(source) > wire::FUNCTION_ARGUMENTS)
        throw Error(ErrorKind::Usage,
                    name + " has more than " + std::to_string(wire::FUNCTION_ARGUMENTS) + " arguments");
    if (captured_count(source) > wire::KEPT_TEXTS)
        throw Error(ErrorKind::Usage, name + " has more than " + std::to_string(wire::KEPT_TEXTS) +
                                          " texts: ask for fewer of its members");
    object.set_constant<std::uint32_t>("traceleft_hook", source.pair ? wire::SOURCE_PAIR : wire::SOURCE_ENTRY);
    object.set_constant("traceleft_arguments", argument_words(source));
    object.set_constant("traceleft_result_size", source.has_result() ? source.returns.size : 0);
    object.set_constant<std::uint8_t>("traceleft_result_signed", may_be_negative(source.returns.kind));
    if (source.pair) object.set_constant("traceleft_kept_size", kept_size(source));
}

using Operands = std::array<wire::source_operand, wire::FUNCTION_ARGUMENTS>;

Operands operands_of(const ProbePlace& place, const std::string& name) {
    Operands all{};
    std::optional<Machine> machine = own_machine();
    for (std::size_t i = 0; i < place.operands.size(); i++) {
        auto operand = machine ? parse_operand(place.operands[i], *machine) : std::nullopt;
        if (!operand) throw Error(ErrorKind::Usage, name + " has an argument that can't be read: " + place.operands[i]);
        all[i] = *operand;
    }
    return all;
}

// Places are told from each other by their addresses within a page, where their arguments are elsewhere.
void set_operands(BpfObject& object, const SyscallSchema& source) {
    const std::string& name = source.syscall.name;
    std::map<std::uint16_t, Operands> places;
    bool all_alike = true;
    for (const ProbePlace& each : source.probe->places) {
        Operands operands = operands_of(each, name);
        auto [known, is_new] = places.emplace(each.offset & wire::PROBE_PAGE_MASK, operands);
        auto bytes = [](const Operands& of) {
            return std::string_view(reinterpret_cast<const char*>(&of), sizeof(of));
        };
        if (bytes(known->second) != bytes(operands))
            throw Error(ErrorKind::Usage, name +
                                              " has two places with different arguments, whose addresses within a page "
                                              "are the same: programs can't tell which one it is");
        all_alike = all_alike && bytes(places.begin()->second) == bytes(operands);
    }
    std::array<Operands, wire::PROBE_PLACES> operands{};
    std::array<std::uint16_t, wire::PROBE_PLACES> addresses{};
    if (!all_alike && places.size() > operands.size())
        throw Error(ErrorKind::Usage, name + " has its arguments in different registers at " +
                                          std::to_string(places.size()) + " places: at most " +
                                          std::to_string(operands.size()) + " can be traced");
    std::size_t count = 0;
    for (const auto& [address, each] : places) {
        operands[count] = each;
        addresses[count++] = address;
        if (all_alike) break;
    }
    object.set_constant("traceleft_operands", operands);
    object.set_constant("traceleft_places", addresses);
    object.set_constant("traceleft_place_count", static_cast<std::uint32_t>(count));
}

}  // namespace

std::string source_path(const std::string& name) {
    std::string path = name;
    std::replace(path.begin(), path.end(), ':', '/');
    return path;
}

void set_source_record(BpfObject& object, const SyscallSchema& source, std::uint32_t buffer_limit) {
    const std::string& name = source.syscall.name;
    Fields fields{};
    std::uint32_t captured = 0, size = sizeof(std::uint64_t);
    if (source.arguments.size() > fields.size())
        throw Error(ErrorKind::Usage, name + " has more than " + std::to_string(fields.size()) + " fields");
    for (std::size_t i = 0; i < source.arguments.size(); i++) {
        fields[i] = field_of(source.arguments[i], buffer_limit);
        size = std::max<std::uint32_t>(size, fields[i].offset + fields[i].size);
        if (fields[i].form == wire::SOURCE_NUMBER) continue;
        captured++;
        if (i >= wire::QUESTION_MEMORIES)
            throw Error(ErrorKind::Usage,
                        name + " has text or bytes behind its " + std::to_string(wire::QUESTION_MEMORIES) + "th field");
    }
    if (size > wire::SOURCE_RECORD)
        throw Error(ErrorKind::Usage, name + " has fields of " + std::to_string(size) + " bytes: at most " +
                                          std::to_string(wire::SOURCE_RECORD));
    if (is_function(source.syscall) || source.probe) set_function(object, source);
    if (source.probe) set_operands(object, source);
    Name padded{};
    name.copy(padded.data(), padded.size() - 1);
    object.set_constant("traceleft_fields", fields);
    object.set_constant("traceleft_field_count", static_cast<std::uint32_t>(source.arguments.size()));
    object.set_constant("traceleft_captured_count", captured);
    object.set_constant("traceleft_record_size", size);
    object.set_constant("traceleft_source", static_cast<std::int32_t>(source.syscall.nr));
    object.set_constant("traceleft_source_name", padded);
}

std::uint32_t kept_size(const SyscallSchema& source) {
    if (!source.pair) return 0;
    std::uint32_t texts = captured_count(source);
    if (!texts) return offsetof(wire::kept_call, values) + sizeof(std::uint64_t) * source.arguments.size();
    return offsetof(wire::kept_call, texts) + texts * sizeof(wire::kept_text);
}

}  // namespace traceleft
