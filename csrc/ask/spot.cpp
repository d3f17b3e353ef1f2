// SPDX-License-Identifier: MIT
#include "spot.h"

#include <traceleft/event.h>

#include <algorithm>
#include <set>
#include <utility>

#include "error.h"

namespace traceleft::ask {

namespace {

constexpr std::size_t deepest_struct = 5;           // structs in each other
constexpr std::size_t most_fields_below = 100'000;  // of a call's arguments, in all cases

/// One of several forms that a value may have, and what must hold for it.
template <typename Form>
struct Alternative {
    Form form;
    std::vector<Requirement> requirements;
};

/// The number in another value that chooses a meaning.
Part selector_part(const Spot& spot, std::size_t selector) {
    Part part;
    if (spot.layout) {
        if (selector >= spot.layout->fields.size()) selector = 0;
        const Field& field = spot.layout->fields[selector];
        part = spot.whole;
        part.offset += field.offset;
        part.size = field.value.size;
    } else {
        part.in = Part::In::Argument;
        part.argument = static_cast<std::uint32_t>(selector);
    }
    part.value = {};
    return part;
}

/// The forms of a value in its cases. Those of the same form as the value itself has without a case are one with it.
template <typename Form, typename FormOf>
std::vector<Alternative<Form>> alternatives(const Spot& spot, const Value& value, const FormOf& form_of) {
    std::optional<Form> own = form_of(value);
    std::vector<Alternative<Form>> all;
    std::vector<Requirement> otherwise;
    if (value.cases) {
        Part selector = selector_part(spot, value.cases->selector);
        for (const auto& [number, each] : value.cases->values) {
            std::vector<Alternative<Form>> inner = alternatives<Form>(spot, each, form_of);
            bool is_plain = inner.size() == 1 && inner.front().requirements.empty();
            if (own ? is_plain && inner.front().form == *own : inner.empty()) continue;
            Requirement chosen{selector, value.cases->mask, Requirement::Is::Equal, number};
            for (Alternative<Form>& alternative : inner) {
                alternative.requirements.insert(alternative.requirements.begin(), chosen);
                all.push_back(std::move(alternative));
            }
            chosen.is = Requirement::Is::Unequal;
            otherwise.push_back(chosen);
        }
    }
    if (own) all.push_back({*own, std::move(otherwise)});
    return all;
}

template <typename T>
void append(std::vector<T>& all, const std::vector<T>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

bool is_argument(const Spot& spot) { return spot.part.in == Part::In::Argument; }

/// The memory behind an argument, from its first byte; a field's own bytes.
Part memory_at(const Spot& spot) {
    Part part = spot.part;
    if (is_argument(spot)) part.in = Part::In::Memory;
    return part;
}

struct NumberForm {
    Value value;
    bool operator==(const NumberForm& other) const {
        return value.size == other.value.size && value.bit_shift == other.value.bit_shift &&
               value.bit_width == other.value.bit_width &&
               facts_of(value.kind).reading == facts_of(other.value.kind).reading;
    }
};

Value plain(const Value& value) {
    Value same = value;
    same.cases = nullptr;
    return same;
}

std::optional<NumberForm> number_form(const Value& value) {
    if (value.kind == Kind::Unused) return std::nullopt;
    if (value.kind == Kind::InAddr) return NumberForm{{Kind::Be32, 4}};
    if (value.linked) return NumberForm{{Kind::Pointer, value.size}};
    if (!is_scalar(value.kind) || facts_of(value.kind).shape != Shape::Number) return std::nullopt;
    return NumberForm{plain(value)};
}

struct TextForm {
    Part part;
    bool operator==(const TextForm& other) const {
        return part.in == other.part.in && part.size == other.part.size && part.value.kind == other.part.value.kind;
    }
};

std::optional<TextForm> text_form(const Spot& spot, const Value& value) {
    Part part = memory_at(spot);
    part.value = plain(value);
    switch (value.kind) {
        case Kind::String:
        case Kind::Buffer:
        case Kind::Beyond:
            if (value.linked) return std::nullopt;
            part.size = 0;
            return TextForm{part};
        case Kind::Chars:
        case Kind::SocketName:
            if (is_argument(spot)) return std::nullopt;
            part.size = value.size;
            return TextForm{part};
        case Kind::Strings:
        case Kind::Iovec:
        case Kind::Msghdr:
            if (!is_argument(spot)) return std::nullopt;
            part.in = Part::In::Pieces;
            part.size = 0;
            return TextForm{part};
        default:
            return std::nullopt;
    }
}

struct StructForm {
    const StructLayout* layout;
    Part part;
    bool operator==(const StructForm& other) const { return layout == other.layout && part.in == other.part.in; }
};

std::optional<StructForm> struct_form(const Spot& spot, const Value& value) {
    if (!value.layout || (value.linked && value.kind != Kind::Linked)) return std::nullopt;
    Part part = memory_at(spot);
    part.value = {};
    if (value.kind == Kind::Struct) return StructForm{value.layout, part};
    if (value.kind != Kind::Linked || !is_argument(spot)) return std::nullopt;
    part.in = Part::In::Piece;
    part.piece = wire::PIECE_STRUCT;
    return StructForm{value.layout, part};
}

std::vector<Alternative<StructForm>> structs_of(const Spot& spot) {
    return alternatives<StructForm>(spot, *spot.value, [&](const Value& value) { return struct_form(spot, value); });
}

const Field* find_field(const StructLayout& layout, std::string_view name) {
    auto found =
        std::find_if(layout.fields.begin(), layout.fields.end(), [&](const Field& each) { return each.name == name; });
    return found == layout.fields.end() ? nullptr : &*found;
}

/// A struct, and what must hold for it to be there.
struct StructAt {
    const StructLayout* layout;
    Part part;
    std::vector<Requirement> requirements;
};

/// The structs that a struct may be, each with what must hold for its own fields to be there. The selector itself is
/// always there.
std::vector<StructAt> cases_of(const StructAt& base) {
    const Field* selector = base.layout->selector.empty() ? nullptr : find_field(*base.layout, base.layout->selector);
    if (!selector) return {base};
    Part part = base.part;
    part.offset += selector->offset;
    part.size = selector->value.size;
    std::vector<StructAt> all;
    StructAt otherwise = base;
    for (const auto& [number, layout] : base.layout->cases) {
        StructAt chosen{layout, base.part, base.requirements};
        chosen.requirements.push_back({part, ~std::uint64_t{0}, Requirement::Is::Equal, number});
        all.push_back(std::move(chosen));
        otherwise.requirements.push_back({part, ~std::uint64_t{0}, Requirement::Is::Unequal, number});
    }
    all.push_back(otherwise);
    return all;
}

Spot field_spot(const StructAt& at, const Field& field) {
    Spot spot;
    spot.value = &field.value;
    spot.layout = at.layout;
    spot.whole = spot.part = at.part;
    spot.part.offset += field.offset;
    spot.part.size = field.value.size;
    spot.requirements = at.requirements;
    return spot;
}

std::vector<StructAt> structs_at(const Spot& spot) {
    std::vector<StructAt> all;
    for (Alternative<StructForm>& each : structs_of(spot)) {
        StructAt at{each.form.layout, each.form.part, spot.requirements};
        append(at.requirements, each.requirements);
        all.push_back(std::move(at));
    }
    return all;
}

/// Calls function(at, field) for each field of the structs that a spot may mean.
template <typename Function>
void for_each_field(const Spot& spot, Function&& function) {
    for (const StructAt& base : structs_at(spot)) {
        const std::string& selector = base.layout->selector;
        if (const Field* field = selector.empty() ? nullptr : find_field(*base.layout, selector))
            function(base, *field);
        for (const StructAt& at : cases_of(base))
            for (const Field& field : at.layout->fields)
                if (at.layout != base.layout || field.name != selector) function(at, field);
    }
}

/// A walk over all fields below a spot. A recording's schema may come from somebody who wants it to take long.
template <typename Function>
class Below {
public:
    explicit Below(Function function) : function_(std::move(function)) {}

    void walk(const Spot& spot, const std::string& path, std::size_t depth = 0) {
        if (depth == deepest_struct) return;
        for_each_field(spot, [&](const StructAt& at, const Field& field) {
            if (++fields_ > most_fields_below)
                throw Error(ErrorKind::Usage, "the schema has too many fields to look for a name in");
            function_(at, field, path);
            if (field.value.kind == Kind::Struct && !field.value.linked)
                walk(field_spot(at, field), path + "." + field.name, depth + 1);
        });
    }

private:
    Function function_;
    std::size_t fields_ = 0;
};

}  // namespace

std::vector<NumberSpot> numbers_of(const Spot& spot) {
    std::vector<NumberSpot> all;
    auto forms = alternatives<NumberForm>(spot, *spot.value, [&](const Value& value) { return number_form(value); });
    for (const Alternative<NumberForm>& each : forms) {
        NumberSpot number{each.form.value, spot.part, spot.requirements};
        number.part.size = is_argument(spot) ? 8 : number.value.size;
        number.part.value = number.value;
        append(number.requirements, each.requirements);
        all.push_back(std::move(number));
    }
    return all;
}

std::vector<Text> texts_of(const Spot& spot) {
    std::vector<Text> all;
    auto forms = alternatives<TextForm>(spot, *spot.value, [&](const Value& value) { return text_form(spot, value); });
    for (const Alternative<TextForm>& each : forms) {
        Text text{each.form.part, spot.requirements};
        append(text.requirements, each.requirements);
        all.push_back(std::move(text));
    }
    return all;
}

Spot spot_of(const SyscallSchema& call, std::size_t argument, bool passed) {
    const Argument& meaning = call.arguments[argument];
    Spot spot;
    spot.value = &meaning.value;
    spot.part.in = Part::In::Argument;
    spot.part.argument = static_cast<std::uint32_t>(argument);
    spot.part.passed = passed;
    if (meaning.when_argument) {
        Part part;
        part.in = Part::In::Argument;
        part.argument = static_cast<std::uint32_t>(*meaning.when_argument);
        spot.requirements.push_back({part, meaning.when_mask, Requirement::Is::Unequal, 0});
    }
    return spot;
}

std::vector<Spot> fields_of(const Spot& spot, std::string_view name) {
    std::vector<Spot> all;
    for_each_field(spot, [&](const StructAt& at, const Field& field) {
        if (field.name == name) all.push_back(field_spot(at, field));
    });
    return all;
}

std::vector<NamedSpots> find_fields(const SyscallSchema& call, std::string_view name) {
    std::vector<NamedSpots> all;
    Below below([&](const StructAt& at, const Field& field, const std::string& path) {
        if (field.name != name) return;
        std::string field_path = path + "." + field.name;
        auto known = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.path == field_path; });
        if (known == all.end()) known = all.insert(all.end(), {field_path, {}});
        known->spots.push_back(field_spot(at, field));
    });
    for (std::size_t i = 0; i < call.arguments.size(); i++) below.walk(spot_of(call, i, false), call.arguments[i].name);
    return all;
}

std::vector<std::string> field_names(const SyscallSchema& call) {
    std::set<std::string> all;
    Below below([&](const StructAt&, const Field& field, const std::string&) { all.insert(field.name); });
    for (std::size_t i = 0; i < call.arguments.size(); i++) below.walk(spot_of(call, i, false), "");
    return {all.begin(), all.end()};
}

}  // namespace traceleft::ask
