// SPDX-License-Identifier: MIT
#include "schema_check.h"

#include <traceleft/event.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"
#include "piece_layouts.h"

namespace traceleft {

namespace {

// Several times the numbers of battery/generated's schemas, which are in brackets.
constexpr std::size_t most_syscalls = 1024;                  // [385]
constexpr std::size_t most_arguments = wire::SOURCE_FIELDS;  // [6; a tracepoint has up to 20]
constexpr std::size_t most_cases = 1024;                     // numbers by which an argument's meaning is chosen [178]
constexpr std::size_t deepest_choice = 2;                    // cases in cases, one level each [2]
constexpr std::size_t most_layouts = 1024;                   // [218]
constexpr std::size_t most_fields = 128;                     // [61]
constexpr std::size_t most_values = 512;                 // of a struct, with those of structs and arrays in it [141]
constexpr std::size_t most_values_at = 64;               // that a byte of a struct is part of: bit fields, unions [39]
constexpr std::size_t most_values_per_byte = 4;          // of a struct, for each byte of its size
constexpr std::size_t most_columns = 5000;               // a number, a text or a list each, of all arguments [2,524]
constexpr std::size_t most_flag_sets = 1024;             // [281]
constexpr std::size_t most_choices = 16'384;             // [3,155: ioctl's commands]
constexpr std::size_t most_bits = 64;                    // [31]
constexpr std::size_t most_parts = 16;                   // of a word of flags [6]
constexpr std::size_t longest_form = 64;                 // bytes, around those [25]
constexpr std::size_t longest_name = 64;                 // bytes [51]
constexpr std::size_t longest_type = 128;                // bytes [41]
constexpr int highest_number = 4095;                     // of a syscall, and of a struct's case [471]
constexpr std::size_t longest_path = 4096;               // include/uapi/linux/limits.h: PATH_MAX
constexpr std::size_t most_places = 1024;                // of one probe
constexpr int highest_source = 65'535;                   // tracefs' id of a tracepoint: include/linux/trace_events.h
constexpr std::uint32_t highest_message_field = 16'383;  // with what is added to it, below protobuf's own: 19,000

[[noreturn]] void refuse(const std::string& text) { throw Error(ErrorKind::Usage, "the schema " + text); }

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Names go to terminals as they are.
void check_name(const std::string& name) {
    if (name.empty() || name.size() > longest_name || !std::all_of(name.begin(), name.end(), is_name_character))
        refuse("has a name that is no identifier of C, or longer than " + std::to_string(longest_name) + " bytes");
}

// A tracepoint's field, or an argument's; of a function perhaps a way to a member, with dots.
void check_argument_name(std::string name, bool of_source) {
    if (of_source) std::replace(name.begin(), name.end(), '.', '_');
    check_name(name);
}

// A syscall's, or a tracepoint's SUBSYSTEM:EVENT, as which the subsystem may have a dash; a sampler's,
// KIND:NAME:PERIOD; or one of user space, whose file may have dots.
void check_call_name(const std::string& name) {
    std::string parts = name.substr(0, wire::EVENT_SYSCALL_LEN);
    if (parts.size() != name.size()) refuse("has a call with too long a name");
    if (std::size_t colon = parts.find(':'); colon != std::string::npos) {
        if (!colon || colon + 1 == parts.size()) refuse("has a tracepoint without a name");
        std::replace(parts.begin(), parts.end(), ':', '_');
        for (char each : {'-', '.', '+'}) std::replace(parts.begin(), parts.end(), each, '_');
    }
    check_name(parts);
}

bool has_right_number(const std::string& name, int nr) {
    if (is_source(name))
        return nr >= wire::SOURCE_NUMBERS &&
               (nr <= wire::SOURCE_NUMBERS + highest_source || nr >= wire::FUNCTION_NUMBERS);
    return nr >= -1 && nr <= highest_number;
}

// They go to terminals, too.
void check_form(const std::string& form) {
    auto is_plain = [](char c) {
        return is_name_character(c) || std::string_view("<>(){}, |").find(c) != std::string_view::npos;
    };
    if (form.size() > longest_form || !std::all_of(form.begin(), form.end(), is_plain))
        refuse("has a form that is no expression of C, or longer than " + std::to_string(longest_form) + " bytes");
}

void check_count(std::size_t count, std::size_t most, const std::string& of) {
    if (count > most) refuse("has " + std::to_string(count) + " " + of + ": at most " + std::to_string(most));
}

void check_message_field(std::uint32_t number, const std::string& place) {
    if (number > highest_message_field) refuse("has a message's field of number " + std::to_string(number) + place);
}

bool has_right_size(const Value& value) {
    std::uint32_t size = facts_of(value.kind).size;
    if (size == any_size) return value.size && value.size <= wire::EVENT_MEMORY_LIMIT;
    if (size != number_size) return value.size == size;
    return value.size == 1 || value.size == 2 || value.size == 4 || value.size == 8;
}

/// The size of a value's shape, by which a schema is measured.
struct Extent {
    std::size_t depth = 0;    ///< structs and arrays inside of each other
    std::size_t values = 1;   ///< shown for one of them
    std::size_t at = 1;       ///< values that one byte is part of
    std::size_t columns = 1;  ///< of a table
};

class Check {
public:
    explicit Check(const EventSchema& schema) : schema_(schema) {}

    void run() {
        check_count(schema_.flag_sets().size(), most_flag_sets, "sets of flags");
        for (const auto& [name, set] : schema_.flag_sets()) flag_set(name, set);
        check_count(schema_.layouts().size(), most_layouts, "structs");
        for (const auto& [name, each] : schema_.layouts()) check_name(name);
        for (const auto& [name, each] : schema_.layouts()) layout(each);
        check_count(schema_.calls().size(), most_syscalls, "syscalls");
        std::size_t columns = 0;
        for (const auto& [name, call] : schema_.calls()) columns += syscall(name, call);
        check_count(columns, most_columns, "values in all arguments");
        check_count(schema_.compat_syscalls.size(), most_syscalls, "calls of 32-bit programs");
        for (const SyscallInfo& each : schema_.compat_syscalls) {
            check_name(each.name.substr(0, each.name.find(compat_suffix)));
            if (each.nr < 0 || each.nr > highest_number) refuse("has another number than Linux for " + each.name);
        }
    }

private:
    static void flag_set(const std::string& name, const FlagSet& set) {
        check_name(name);
        check_count(set.choices.size(), most_choices, "names in the flags " + name);
        check_count(set.bits.size(), most_bits, "bits in the flags " + name);
        check_count(set.whole.size(), most_bits, "whole words in the flags " + name);
        for (const auto* part : {&set.choices, &set.bits, &set.whole})
            for (const NamedValue& each : *part) check_name(each.name);
        check_count(set.parts.size(), most_parts, "parts in the flags " + name);
        check_form(set.form);
        for (const WordPart& part : set.parts) {
            check_form(part.form);
            scalar(part.value, name);
            if (!is_scalar(part.value.kind) || facts_of(part.value.kind).shape != Shape::Number || part.shift >= 64)
                refuse("has a part that is no number in the flags " + name);
            if (const FlagSet* inner = part.value.flags; inner && (!inner->parts.empty() || !inner->form.empty()))
                refuse("has parts within a part of the flags " + name);
        }
    }

    /// Checks it where it wasn't yet: structs have structs in them.
    const Extent& layout(const StructLayout& layout) {
        auto [found, is_new] = extents_.try_emplace(&layout);
        Known& known = found->second;
        if (is_new) {
            known.extent = measure(layout);
            known.complete = true;
        }
        if (!known.complete) refuse("has a struct that is inside of itself: " + name_of(layout));
        return known.extent;
    }

    Extent measure(const StructLayout& layout) {
        const std::string name = name_of(layout);
        if (!layout.size) refuse("lacks the struct " + name + ", or that has no size");
        check_count(layout.size, wire::EVENT_MEMORY_LIMIT, "bytes in the struct " + name);
        check_count(layout.cases.size(), most_fields, "cases of the struct " + name);
        Extent extent = measure_fields(layout, name);
        for (const auto& [number, other] : layout.cases) {
            if (number > highest_number) refuse("has a case of a number above 4,095 in the struct " + name);
            Extent variant = measure_fields(*other, name);
            extent.depth = std::max(extent.depth, variant.depth);
            extent.values = std::max(extent.values, variant.values);
            extent.at = std::max(extent.at, variant.at);
            extent.columns += variant.columns;
        }
        check_records(layout, extent.values, name);
        check_count(extent.depth, deepest_value, "levels of structs in the struct " + name);
        check_count(extent.values, std::min(most_values, layout.size * most_values_per_byte),
                    "values in the struct " + name);
        check_count(extent.at, most_values_at, "values in one byte of the struct " + name);
        check_count(extent.columns, 2 * most_values, "values in all cases of the struct " + name);
        return extent;
    }

    /// Records are as short as their fixed part, which is all before their last field.
    static void check_records(const StructLayout& layout, std::size_t values, const std::string& name) {
        if (!layout.record_size) return;
        const Field& last = layout.fields.back();
        std::size_t fixed = last.offset;
        bool open = last.value.kind == Kind::Chars || !last.value.bytes();
        if (!open || !layout.cases.empty() || layout.record_size > 8 || !layout.record_align ||
            layout.record_align > 64 || std::size_t{layout.record_offset} + layout.record_size > fixed)
            refuse("has records without a length, or without an end, in the struct " + name);
        check_count(values, fixed * most_values_per_byte, "values in the fixed part of the struct " + name);
    }

    Extent measure_fields(const StructLayout& layout, const std::string& name) {
        check_count(layout.fields.size(), most_fields, "fields in the struct " + name);
        Extent all{1, 0, 0, 0};
        std::map<std::uint32_t, std::ptrdiff_t> changes;  // by offset: how many values begin there, less those that end
        for (const Field& field : layout.fields) {
            check_name(field.name);
            check_message_field(field.message_field, " in the struct " + name);
            Extent one = field_value(field, layout, "the struct " + name);
            std::size_t bytes = field.value.bytes();
            bool open = !bytes && &field == &layout.fields.back() && is_open(field.value);
            if ((!bytes && !open) || field.offset + bytes > wire::EVENT_MEMORY_LIMIT)
                refuse("has a field of no size, or too far behind, in the struct " + name);
            all.depth = std::max(all.depth, one.depth + 1);
            all.values += one.values;
            all.columns += one.columns;
            changes[field.offset] += static_cast<std::ptrdiff_t>(one.at);
            changes[field.offset + static_cast<std::uint32_t>(bytes)] -= static_cast<std::ptrdiff_t>(one.at);
        }
        std::ptrdiff_t here = 0;
        for (const auto& [offset, change] : changes) {
            here += change;
            all.at = std::max(all.at, static_cast<std::size_t>(here));
        }
        return all;
    }

    /// Whether it may go on up to the end of the memory.
    static bool is_open(const Value& value) {
        return value.kind == Kind::Beyond || value.kind == Kind::Buffer || value.kind == Kind::Array;
    }

    Extent field_value(const Field& field, const StructLayout& layout, const std::string& place) {
        const Value& value = field.value;
        if (value.linked) return linked(value, place);
        Value plain = value;
        plain.cases = nullptr;
        bool bytes = value.kind == Kind::Buffer || value.kind == Kind::Beyond;
        if (bytes && value.size) refuse("has bytes with a size in " + place);
        Extent all = bytes ? Extent{} : in_memory(plain, 1, place);
        if (value.cases) field_cases(*value.cases, value, layout, 1, place, all);
        return all;
    }

    Extent linked(const Value& value, const std::string& place) {
        if ((value.size != sizeof(std::uint32_t) && value.size != sizeof(std::uint64_t)) || value.cases || value.count)
            refuse("has a linked field that is no pointer in " + place);
        if (value.kind == Kind::String) return {};
        if (value.kind != Kind::Array) refuse("has a linked field of an unknown kind in " + place);
        Value there = value;
        there.linked = false;
        Extent all = in_memory(there, 1, place);
        all.values = all.at = 1;  // of the struct's own bytes
        return all;
    }

    /// The meanings that a struct's fields choose among: numbers like the field, or whatever lies up to the end.
    void field_cases(const Cases& cases, const Value& value, const StructLayout& layout, std::size_t depth,
                     const std::string& place, Extent& all) {
        check_count(cases.values.size(), most_cases, "meanings of a field in " + place);
        check_count(depth, deepest_choice, "choices within choices in " + place);
        if (cases.selector >= layout.fields.size() || !is_number(layout.fields[cases.selector].value))
            refuse("has a choice by what is no number in " + place);
        for (const auto& [number, each] : cases.values) {
            Value plain = each;
            plain.cases = nullptr;
            bool fits = is_scalar(value.kind) ? is_number(each) && each.size == value.size && !each.bit_width &&
                                                    may_be_negative(each.kind) == may_be_negative(value.kind)
                                              : value.kind == Kind::Buffer && !each.linked;
            if (!fits) refuse("has a choice of meanings that don't fit in " + place);
            if (each.kind != Kind::Buffer) {
                Extent one = in_memory(plain, 1, place);
                all.depth = std::max(all.depth, one.depth);
                all.values = std::max(all.values, one.values);
            }
            if (each.cases) field_cases(*each.cases, value, layout, depth + 1, place, all);
        }
    }

    static bool is_number(const Value& value) {
        return is_scalar(value.kind) && facts_of(value.kind).shape == Shape::Number;
    }

    /// A field, an element, or all that an argument points to.
    Extent in_memory(const Value& value, std::size_t depth, const std::string& place) {
        check_count(depth, deepest_value, "levels of arrays in " + place);
        if (value.cases || value.linked) refuse("has a choice of meanings, or a linked value, in " + place);
        if (value.kind == Kind::Struct) return layout(*value.layout);
        if (value.kind == Kind::Array) {
            Extent one = in_memory(*value.element, depth + 1, place);
            std::size_t bytes = value.element->bytes();
            if (!bytes || std::size_t{value.count} * bytes > wire::EVENT_MEMORY_LIMIT)
                refuse("has an array of too much, or of nothing, in " + place);
            return {one.depth + 1, one.values * std::max(value.count, 1U), one.at, one.columns + 1};
        }
        if (!is_scalar(value.kind)) refuse("has a pointer's memory in " + place);
        scalar(value, place);
        return {};
    }

    static void scalar(const Value& value, const std::string& place) {
        if (!has_right_size(value)) refuse("has a value of " + std::to_string(value.size) + " bytes in " + place);
        std::size_t end = std::size_t{value.bit_shift} + value.bit_width;
        if (value.bit_width ? end > 8 * value.size || value.size > 8 : value.bit_shift != 0)
            refuse("has bits that a value doesn't have in " + place);
    }

    /// The number of columns for a call's arguments.
    std::size_t syscall(const std::string& name, const SyscallSchema& call) {
        check_call_name(name);
        for (const std::string* each : {&call.syscall.tracepoint, &call.syscall.symbol})
            if (!each->empty()) check_name(*each);
        if (!has_right_number(name, call.syscall.nr)) refuse("has another number than Linux for " + name);
        if (is_user_probe(name) != call.probe.has_value()) refuse("lacks where a probe is, or has it for " + name);
        if (call.probe) check_probe(*call.probe, name);
        if (call.pair && !is_source(name)) refuse("has a syscall that is a function's pair: " + name);
        check_message_field(call.message_field, " for " + name);
        if (!is_scalar(call.returns.kind)) refuse("has a call that returns no number: " + name);
        scalar(call.returns, name);
        check_count(call.arguments.size(), most_arguments, "arguments of " + name);
        std::size_t columns = 0;
        for (const Argument& each : call.arguments) columns += argument(each, call, name);
        return columns;
    }

    static void check_probe(const UserProbe& probe, const std::string& name) {
        if (probe.file.empty() || probe.file.size() >= longest_path || probe.file.find('\0') != std::string::npos)
            refuse("has no path for " + name);
        check_count(probe.places.size(), most_places, "places of " + name);
        for (const ProbePlace& each : probe.places)
            check_count(each.operands.size(), wire::FUNCTION_ARGUMENTS, "operands of " + name);
    }

    std::size_t argument(const Argument& argument, const SyscallSchema& call, const std::string& name) {
        check_argument_name(argument.name, is_source(name));
        if (argument.type.size() > longest_type) refuse("has too long a type in " + name);
        if (!std::all_of(argument.type.begin(), argument.type.end(), [](char c) { return c >= ' ' && c <= '~'; }))
            refuse("has a type that is no text in " + name);
        if (std::count_if(call.arguments.begin(), call.arguments.end(),
                          [&](const Argument& other) { return other.name == argument.name; }) > 1)
            refuse("has two arguments of one name in " + name);
        check_message_field(argument.message_field, " in " + name);
        if (is_source(name) != argument.record.has_value())
            refuse("has a field of a record where there is none, or none in " + name);
        if (argument.record) check_way(*argument.record, name);
        if (argument.value.linked) refuse("has a linked argument in " + name);
        std::size_t columns = any_meaning(argument.value, name, 0);
        return argument.value.cases ? 2 : columns;  // the register, and all else as text
    }

    static void check_way(const RecordPlace& place, const std::string& name) {
        bool any = place.at == wire::SOURCE_MEMBER;
        if (any != !place.steps.empty() || place.steps.size() > wire::SOURCE_STEPS)
            refuse("has a member that no way, or a longer one than " + std::to_string(wire::SOURCE_STEPS) +
                   " steps, leads to in " + name);
    }

    /// The number of columns for the meaning that no case has.
    std::size_t any_meaning(const Value& value, const std::string& name, std::size_t depth) {
        check_count(depth, deepest_choice, "choices within choices in " + name);
        Value plain = value;
        plain.cases = nullptr;
        std::size_t columns = meaning(plain, name);
        if (!value.cases) return columns;
        check_count(value.cases->values.size(), most_cases, "meanings of an argument in " + name);
        for (const auto& [number, each] : value.cases->values) any_meaning(each, name, depth + 1);
        return columns;
    }

    /// The number of columns for an argument, or for the memory behind it.
    std::size_t meaning(const Value& value, const std::string& name) {
        bool whole = value.kind != Kind::Struct && value.kind != Kind::Array && !is_scalar(value.kind);
        return whole ? shown_columns(value) : in_memory(value, 0, name).columns;
    }

    /// The number of columns for text, bytes, or memory in pieces.
    std::size_t shown_columns(const Value& value) {
        if (value.kind == Kind::Pointers && value.element->kind != Kind::Struct)
            refuse("has a vector of pointers to what is no struct");
        Value shown = shown_as(value, schema_);
        if (shown.kind == Kind::Array) return shown_columns(*shown.element);
        if (shown.kind != Kind::Struct) return 1;
        if (!shown.layout->in_pieces) return layout(*shown.layout).columns;
        std::size_t all = 0;
        for (const Field& field : shown.layout->fields) all += shown_columns(field.value);
        return all;
    }

    std::string name_of(const StructLayout& layout) const { return std::string(schema_.layout_name(layout)); }

    struct Known {
        Extent extent;
        bool complete = false;  ///< otherwise it is being measured
    };

    const EventSchema& schema_;
    std::map<const StructLayout*, Known> extents_;
};

}  // namespace

void check_schema(const EventSchema& schema) { Check(schema).run(); }

}  // namespace traceleft
