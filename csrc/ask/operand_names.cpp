// SPDX-License-Identifier: MIT
// The names in questions, and what they mean for a syscall.
#include <traceleft/event.h>

#include <algorithm>
#include <utility>

#include "member_path.h"
#include "object_field.h"
#include "operand_parts.h"
#include "spot.h"

namespace traceleft::ask {

namespace {

bool has_field(const EventSchema& schema, std::string_view name) {
    for (const auto& [layout_name, layout] : schema.layouts())
        for (const Field& field : layout.fields)
            if (field.name == name) return true;
    return false;
}

bool has_argument(const EventSchema& schema, std::string_view name) {
    for (const EventSchema* each = &schema; each; each = each->more())
        for (const auto& [call_name, call] : each->calls())
            for (const Argument& argument : call.arguments)
                if (argument.name == name) return true;
    return false;
}

}  // namespace

std::optional<Operand> OperandBinder::find_header(const std::string& name) const {
    if (name == "error") {
        Operand operand;
        if (entry_ || lacks_result() || (syscall_ && is_user_probe(syscall_->syscall.name))) {
            operand.is_absent = true;
            return operand;
        }
        operand = of_number(error_number());
        operand.is_error = true;
        operand.names.push_back({Names::Of::Errors});
        add_all(operand.names, {{Names::Of::Set, own_.flags("errno")}});
        return operand;
    }
    if (name == "entry" || name == "is_entry") return of_number(constant(entry_, true));
    if (name == "exit") return of_number(constant(!entry_ && (!is_tracepoint() || is_pair()), true));
    if (std::uint32_t flag = header_flag(name)) {
        Part part;
        part.offset = offsetof(wire::event_header, flags);
        part.size = sizeof(wire::event_header::flags);
        part.value = {Kind::Uint, part.size};
        return of_number(*join(Number::Op::And, load(part, {}, false), constant(flag, true)));
    }
    if (name == "abi" && !syscall_) {  // of any ABI
        Operand operand;
        operand.is_absent = true;
        return operand;
    }
    if (name == "abi") return of_text(&own_ != &schema_ ? "i386" : "");
    if (name == "syscall" && syscall_) return of_text(syscall_->syscall.name);
    if (std::optional<Part> part = header_text(name)) {
        Operand operand;
        operand.texts.push_back({*part, {}});
        return operand;
    }
    std::optional<HeaderNumber> number = header_number(name);
    if (!number) return std::nullopt;
    Operand operand;
    if (number->is_result ? entry_ || lacks_result() : name == "duration" && is_tracepoint() && !is_pair()) {
        operand.is_absent = true;
        return operand;
    }
    operand.numbers.push_back(load(number->part, number->requirements, may_be_negative(number->part.value.kind)));
    operand.is_time = number->is_time;
    add_names(name == "ret" && syscall_ ? syscall_->returns : number->part.value, operand.names);
    return operand;
}

bool OperandBinder::is_tracepoint() const { return syscall_ && is_source(syscall_->syscall.name); }
bool OperandBinder::lacks_result() const { return is_tracepoint() && !syscall_->has_result(); }

std::optional<std::size_t> OperandBinder::argument_index(std::string_view name) const {
    if (!syscall_) return std::nullopt;
    for (std::size_t i = 0; i < syscall_->arguments.size(); i++)
        if (syscall_->arguments[i].name == name) return i;
    return std::nullopt;
}

Operand OperandBinder::from_spots(const std::vector<Spot>& spots) const {
    Operand operand;
    for (const Spot& spot : spots) {
        const Value& value = *spot.value;
        for (NumberSpot& each : numbers_of(spot))
            operand.numbers.push_back(load(each.part, each.requirements, may_be_negative(each.value.kind)));
        for (Text& each : texts_of(spot)) operand.texts.push_back(std::move(each));
        operand.is_address |= value.kind == Kind::InAddr;
        if (value.kind == Kind::In6Addr && spot.part.in != Part::In::Argument)
            operand.addresses.push_back({spot.part, spot.requirements});
        operand.is_time |= value.kind == Kind::UtimeNsec;
        add_names(value, operand.names);
    }
    return operand;
}

std::vector<NamedSpots> OperandBinder::fields_called(const std::string& name) const {
    if (!syscall_) return {};
    std::vector<NamedSpots> found = ask::find_fields(*syscall_, name);
    if (name == "port" && found.empty()) {
        for (const char* each : {"sin_port", "sin6_port"})
            for (NamedSpots& more : ask::find_fields(*syscall_, each)) {
                // Of the two fields of one struct.
                std::string path = more.path.substr(0, more.path.rfind('.') + 1) + name;
                if (found.empty() || found.back().path != path) found.push_back({path, {}});
                std::move(more.spots.begin(), more.spots.end(), std::back_inserter(found.back().spots));
            }
    }
    return found;
}

std::optional<Operand> OperandBinder::find_field(const std::string& name, Place place) const {
    std::vector<NamedSpots> found = fields_called(name);
    if (found.empty()) return std::nullopt;
    if (found.size() > 1)
        refuse(place, syscall_->syscall.name + " has more than one field " + name + ": write " + found[0].path +
                          " or " + found[1].path);
    return from_spots(found.front().spots);
}

std::optional<Operand> OperandBinder::find_value(const std::string& name) const {
    if (name == "retval" && is_pair() && !argument_index(name)) return find_header("ret");
    std::optional<Operand> header = find_header(name);
    // A field of a tracepoint may be called as a result is, which that doesn't have.
    bool is_field = header && header->is_absent && is_tracepoint() && argument_index(name);
    if (header && !is_field) return header;
    if (std::optional<std::size_t> index = argument_index(name)) return from_spots({spot_of(*syscall_, *index, false)});
    return std::nullopt;
}

Operand OperandBinder::absent(const std::string& name, Place place) {
    Operand operand;
    operand.is_absent = true;
    operand.place = place;
    if (std::find(missing_.begin(), missing_.end(), name) == missing_.end()) missing_.push_back(name);
    return operand;
}

Operand OperandBinder::bind_name(const Expression& expression, const std::vector<Names>& context) {
    const std::string& name = expression.text;
    if (std::optional<Operand> value = find_value(name)) return *value;
    if (name == "resolved_path") return resolved_path(expression.place);
    if (name == "path_mismatch") return path_mismatch(expression.place);
    bool is_word = std::find(context.begin(), context.end(), Names{Names::Of::FileKinds}) != context.end();
    if (is_word && is_file_kind(name)) return of_text(name);
    if (std::optional<Operand> field = find_field(name, expression.place)) return *field;
    if (std::optional<std::uint64_t> number = find_number(name, context, expression.place)) {
        Operand operand = of_number(constant(*number, fits_signed(*number)));
        operand.is_named = true;
        return operand;
    }
    if (is_known_elsewhere(name)) return absent(name, expression.place);
    refuse_name(name, expression.place, context);
}

std::optional<std::vector<Spot>> OperandBinder::spots_of(const Expression& expression) {
    if (!syscall_) return std::nullopt;
    if (expression.kind == Expression::Kind::Name) {
        if (std::optional<std::size_t> index = argument_index(expression.text))
            return std::vector{spot_of(*syscall_, *index, false)};
        std::vector<NamedSpots> found = ask::find_fields(*syscall_, expression.text);
        if (found.size() == 1) return found.front().spots;
        return std::nullopt;
    }
    if (expression.kind != Expression::Kind::Member) return std::nullopt;
    const Expression& of = expression.operands.front();
    bool is_passed = of.kind == Expression::Kind::Name && of.text == "passed";
    if (is_passed || (of.kind == Expression::Kind::Name && of.text == "args")) {
        std::optional<std::size_t> index = argument_index(expression.text);
        if (!index || (is_passed && !syscall_->arguments[*index].overwritten)) return std::nullopt;
        return std::vector{spot_of(*syscall_, *index, is_passed)};
    }
    std::optional<std::vector<Spot>> outer = spots_of(of);
    if (!outer) return std::nullopt;
    std::vector<Spot> all;
    for (const Spot& each : *outer)
        for (Spot& field : fields_of(each, expression.text)) all.push_back(std::move(field));
    return all.empty() ? std::nullopt : std::optional(std::move(all));
}

std::optional<Operand> OperandBinder::find_member(const Expression& expression) {
    std::optional<std::string> path = member_path(expression);
    if (!path) return std::nullopt;
    if (std::optional<std::size_t> index = argument_index(*path); index && is_tracepoint())
        return from_spots({spot_of(*syscall_, *index, false)});
    bool is_way = path->find('.') != std::string::npos;
    return is_way && has_argument(schema_, *path) ? std::optional(absent(*path, expression.place)) : std::nullopt;
}

Operand OperandBinder::bind_member(const Expression& expression) {
    if (std::optional<Operand> member = find_member(expression)) return *member;
    const Expression& of = expression.operands.front();
    bool is_plain = of.kind == Expression::Kind::Name || of.kind == Expression::Kind::Member;
    if (!is_plain) refuse(of.place, "only an argument, or a struct in one, has fields");
    bool is_root = of.kind == Expression::Kind::Name && (of.text == "args" || of.text == "passed");
    if (of.kind == Expression::Kind::Name && !is_root && find_header(of.text))
        refuse(expression.place, of.text + " has no fields");
    if (std::optional<Operand> object = find_object(expression)) return *object;
    if (std::optional<std::vector<Spot>> spots = spots_of(expression)) return from_spots(*spots);
    if (is_root) {
        if (has_argument(schema_, expression.text) ||
            (schema_.compat() && has_argument(*schema_.compat(), expression.text)))
            return absent(of.text + "." + expression.text, expression.place);
        refuse_name(expression.text, expression.place, {});
    }
    if (of.kind == Expression::Kind::Name && !is_known_elsewhere(of.text)) refuse_name(of.text, of.place, {});
    bool may_be_object = find_object_field(expression.text) && is_descriptor_somewhere(of);
    if (!may_be_object && !has_field(schema_, expression.text) &&
        !(schema_.compat() && has_field(*schema_.compat(), expression.text)))
        refuse_name(expression.text, expression.place, {});
    return absent(std::string(text_.substr(expression.place.begin, expression.place.end - expression.place.begin)),
                  expression.place);
}

std::optional<std::uint64_t> OperandBinder::find_in(const std::vector<Names>& sets, const std::string& name,
                                                    Place place) const {
    std::optional<std::uint64_t> found;
    for (const Names& each : sets) {
        std::optional<std::uint64_t> value = find_constant(each, name);
        if (found && value && *found != *value)
            refuse(place, "this stands for " + std::to_string(*found) + " and for " + std::to_string(*value) +
                              ": write the number that you mean");
        if (value) found = value;
    }
    return found;
}

std::optional<std::uint64_t> OperandBinder::find_number(const std::string& name, const std::vector<Names>& context,
                                                        Place place) const {
    if (std::optional<std::uint64_t> found = find_in(context, name, place)) return found;
    if (syscall_)
        if (std::optional<std::uint64_t> found = find_in(names_of_call(*syscall_), name, place)) return found;
    if (std::optional<std::uint64_t> found = find_in(names_of_schema(own_), name, place)) return found;
    if (std::optional<std::uint64_t> found = find_constant({Names::Of::Errors}, name)) return found;
    // A constant that only other calls have is one all the same.
    return &own_ != &schema_ ? find_in(names_of_schema(schema_), name, place) : std::nullopt;
}

bool OperandBinder::is_known_elsewhere(std::string_view name) const {
    if (name == "port") return true;
    for (const EventSchema* each : {&schema_, schema_.compat()})
        if (each && (has_argument(*each, name) || has_field(*each, name))) return true;
    return false;
}

void OperandBinder::refuse_name(const std::string& name, Place place, const std::vector<Names>& context) const {
    std::string of = one_of_many_ ? "any syscall" : syscall_ ? syscall_->syscall.name : "an event";
    std::string wrong = "no field or argument of " + of + " is called that";
    if (!suggests_) refuse(place, wrong);
    std::vector<std::string> known = header_names();
    auto add_all_arguments = [&] {
        for (const auto& [call_name, call] : schema_.calls())
            for (const Argument& each : call.arguments) known.push_back(each.name);
    };
    if (one_of_many_) {
        add_all_arguments();
    } else if (syscall_) {
        for (const Argument& each : syscall_->arguments) known.push_back(each.name);
        for (std::string& each : field_names(*syscall_)) known.push_back(std::move(each));
        for (const Names& each : names_of_call(*syscall_)) list_constants(each, known);
    }
    for (const Names& each : context) list_constants(each, known);
    std::string hint = did_you_mean(name, known);
    if (hint.empty()) {
        known.clear();
        add_all_arguments();
        for (const auto& [layout_name, layout] : schema_.layouts())
            for (const Field& each : layout.fields) known.push_back(each.name);
        for (const Names& each : names_of_schema(own_)) list_constants(each, known);
        hint = did_you_mean(name, known);
    }
    refuse(place, wrong + hint);
}

}  // namespace traceleft::ask
