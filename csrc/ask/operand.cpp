// SPDX-License-Identifier: MIT
#include "operand.h"

#include <traceleft/event.h>

#include <algorithm>
#include <utility>

#include "arithmetic.h"
#include "operand_parts.h"
#include "spot.h"

namespace traceleft::ask {

namespace {

constexpr std::size_t most_meanings = 64;  // of an operand

Number::Op op_of(std::string_view text) {
    static constexpr std::pair<std::string_view, Number::Op> ops[] = {
        {"+", Number::Op::Add},    {"-", Number::Op::Subtract}, {"*", Number::Op::Multiply}, {"/", Number::Op::Divide},
        {"%", Number::Op::Modulo}, {"&", Number::Op::And},      {"|", Number::Op::Or},       {"^", Number::Op::Xor},
        {"<<", Number::Op::Left},  {">>", Number::Op::Right}};
    for (const auto& [known, op] : ops)
        if (known == text) return op;
    return Number::Op::Add;
}

// The schema that the call is in, of the two.
const EventSchema& schema_of(const SyscallSchema* syscall, const EventSchema& schema) {
    const EventSchema* compat = schema.compat();
    bool is_compat = syscall && compat && compat->find(syscall->syscall.name) == syscall;
    return is_compat ? *compat : schema;
}

// A literal that fits either takes the other's sign.
bool is_flexible(const Number& number) { return number.op == Number::Op::Constant && fits_signed(number.constant); }

bool joined_sign(Number::Op op, const Number& a, const Number& b) {
    if (op == Number::Op::Subtract) return true;
    if (op == Number::Op::Left || op == Number::Op::Right) return a.is_signed;
    if (is_flexible(a) != is_flexible(b)) return is_flexible(a) ? b.is_signed : a.is_signed;
    return a.is_signed || b.is_signed;
}

}  // namespace

std::optional<Number> join(Number::Op op, const Number& a, const Number& b) {
    bool is_signed = joined_sign(op, a, b);
    if (a.op == Number::Op::Constant && b.op == Number::Op::Constant) {
        std::optional<std::uint64_t> value = apply(op, is_signed, a.constant, b.constant);
        return value ? std::optional(constant(*value, is_signed)) : std::nullopt;
    }
    Number number;
    number.op = op;
    number.is_signed = is_signed;
    number.operands = {a, b};
    return number;
}

OperandBinder::OperandBinder(std::string_view text, const SyscallSchema* syscall, const EventSchema& schema, bool entry,
                             bool one_of_many)
    : text_(text),
      syscall_(syscall),
      schema_(schema),
      own_(schema_of(syscall, schema)),
      entry_(entry),
      one_of_many_(one_of_many) {}

Operand OperandBinder::bind(const Expression& expression, const std::vector<Names>& context) {
    Operand operand;
    switch (expression.kind) {
        case Expression::Kind::Number:
            operand = of_number(constant(expression.number, fits_signed(expression.number)));
            operand.is_time = expression.is_time;
            break;
        case Expression::Kind::Text:
            operand = of_text(expression.text);
            break;
        case Expression::Kind::Name:
            operand = bind_name(expression, context);
            break;
        case Expression::Kind::Member:
            operand = bind_member(expression);
            break;
        case Expression::Kind::Index:
            operand = bind_register(expression);
            break;
        case Expression::Kind::Unary:
            operand = bind_unary(expression, context);
            break;
        case Expression::Kind::Binary:
            operand = bind_binary(expression, context);
            break;
        default:
            refuse(expression.place, "this is a condition, not a value: join conditions by `and` and `or`");
    }
    operand.place = expression.place;
    if (std::max(operand.numbers.size(), operand.texts.size()) > most_meanings)
        refuse(expression.place, "this has more than " + std::to_string(most_meanings) + " meanings");
    return operand;
}

std::vector<Names> OperandBinder::names_in(const Expression& expression) {
    std::vector<Names> all;
    switch (expression.kind) {
        case Expression::Kind::Name:
            if (std::optional<Operand> known = find_value(expression.text)) return known->names;
            for (const NamedSpots& each : fields_called(expression.text)) add_all(all, from_spots(each.spots).names);
            return all;
        case Expression::Kind::Member:
            if (std::optional<Operand> object = find_object(expression)) return object->names;
            if (std::optional<std::vector<Spot>> spots = spots_of(expression)) return from_spots(*spots).names;
            return {};
        case Expression::Kind::Unary:
        case Expression::Kind::Binary:
            for (const Expression& each : expression.operands) add_all(all, names_in(each));
            return all;
        default:
            return {};
    }
}

Operand OperandBinder::bind_register(const Expression& expression) const {
    Part part;
    part.in = Part::In::Argument;
    part.argument = static_cast<std::uint32_t>(expression.number);
    part.value = {Kind::Hex, 8};
    if (syscall_ && expression.number >= syscall_->arguments.size()) {
        Operand operand;
        operand.is_absent = true;
        return operand;
    }
    return of_number(load(part, {}, false));
}

void OperandBinder::check_numbers(const Operand& operand) const {
    if (operand.is_absent || !operand.numbers.empty()) return;
    refuse(operand.place, "this is no number, and only numbers can be calculated with");
}

Operand OperandBinder::bind_unary(const Expression& expression, const std::vector<Names>& context) {
    Operand operand = bind(expression.operands.front(), context);
    check_numbers(operand);
    Operand all;
    all.is_absent = operand.is_absent;
    all.is_time = operand.is_time;
    bool negates = expression.text == "-";
    Number::Op op = negates ? Number::Op::Negate : Number::Op::Complement;
    for (Number& each : operand.numbers) {
        bool is_signed = negates || each.is_signed;
        if (each.op == Number::Op::Constant) {
            all.numbers.push_back(constant(*apply(op, is_signed, each.constant, 0), is_signed));
            continue;
        }
        Number number;
        number.op = op;
        number.is_signed = is_signed;
        number.operands.push_back(std::move(each));
        all.numbers.push_back(std::move(number));
    }
    return all;
}

Operand OperandBinder::bind_binary(const Expression& expression, const std::vector<Names>& context) {
    const Expression &first = expression.operands[0], &second = expression.operands[1];
    std::vector<Names> for_first = names_in(second), for_second = names_in(first);
    add_all(for_first, context);
    add_all(for_second, context);
    Operand left = bind(first, for_first);
    if (left.is_absent) return left;  // a constant may be known only beside it
    Operand right = bind(second, for_second);
    check_numbers(left);
    check_numbers(right);
    Number::Op op = op_of(expression.text);
    // O_RDONLY is no bit.
    for (const Operand* each : {&left, &right})
        if (const Number* value = each->constant(); value && op == Number::Op::And && !value->constant &&
                                                    expression.operands[each == &right].kind == Expression::Kind::Name)
            refuse(each->place, "this is 0, so that & gives 0 always: compare the bits that it is one value of");
    Operand all;
    all.is_absent = left.is_absent || right.is_absent;
    all.is_time = left.is_time || right.is_time;
    if (left.numbers.size() * right.numbers.size() > most_meanings)
        refuse(expression.place, "this has more than " + std::to_string(most_meanings) + " meanings");
    for (const Number& a : left.numbers)
        for (const Number& b : right.numbers)
            if (std::optional<Number> joined = join(op, a, b)) all.numbers.push_back(std::move(*joined));
    if (all.numbers.empty()) all.is_absent = true;
    add_all(all.names, left.names);
    add_all(all.names, right.names);
    return all;
}

}  // namespace traceleft::ask
