// SPDX-License-Identifier: MIT
// From what a question says to what it means for a syscall.
#include "bind.h"

#include <algorithm>
#include <utility>

#include "arithmetic.h"
#include "comparison.h"
#include "match.h"
#include "network_address.h"
#include "text_match.h"

namespace traceleft::ask {

namespace {

constexpr std::size_t most_leaves = 4096;

using Comparison = Predicate::Comparison;

Predicate truth(bool holds) { return Predicate{holds ? Predicate::Op::True : Predicate::Op::False}; }

/// Binds conditions. `negated`: the opposite is asked for.
class Binder {
public:
    Binder(OperandBinder& operands) : operands_(operands) {}

    Predicate condition(const Expression& expression, bool negated) {
        switch (expression.kind) {
            case Expression::Kind::And:
            case Expression::Kind::Or: {
                std::vector<Predicate> children;
                for (const Expression& each : expression.operands) children.push_back(condition(each, negated));
                return join((expression.kind == Expression::Kind::And) != negated, std::move(children));
            }
            case Expression::Kind::Not:
                return condition(expression.operands.front(), !negated);
            case Expression::Kind::Compare:
                return comparison(expression, negated);
            case Expression::Kind::In:
                return membership(expression, expression.negated != negated);
            default:
                return truth_of(expression, negated);
        }
    }

private:
    [[noreturn]] void refuse(Place place, const std::string& wrong) const { operands_.refuse(place, wrong); }

    /// What the leaves that follow are about.
    void enter(Place place) { place_ = place; }

    Predicate leaf(Predicate predicate) {
        if (++leaves_ > most_leaves) refuse(place_, "this asks for too much at once");
        predicate.begin = place_.begin;
        predicate.end = place_.end;
        return predicate;
    }

    static Predicate join(bool all_of, std::vector<Predicate> children) {
        return join_predicates(all_of ? Predicate::Op::And : Predicate::Op::Or, std::move(children));
    }

    Predicate compare_numbers(const Number& left, Comparison comparison, const Number& right) {
        if (left.op == Number::Op::Constant && right.op == Number::Op::Constant)
            return truth(compare(comparison, left.constant, left.is_signed, right.constant, right.is_signed));
        Predicate predicate{Predicate::Op::Compare};
        predicate.comparison = comparison;
        predicate.left = left;
        predicate.right = right;
        return leaf(std::move(predicate));
    }

    Predicate truth_of(const Expression& expression, bool negated) {
        enter(expression.place);
        Operand operand = operands_.bind(expression, {});
        if (operand.is_absent) return truth(false);
        if (operand.literal) return truth(operand.literal->empty() == negated);
        std::vector<Predicate> any;
        Number zero;
        zero.is_signed = true;
        for (const Number& each : operand.numbers)
            any.push_back(compare_numbers(each, negated ? Comparison::Equal : Comparison::Unequal, zero));
        for (const Text& each : operand.texts) any.push_back(match(each, Predicate::Matching::Equal, "", !negated));
        if (any.empty()) refuse_kind(operand);
        return join(false, std::move(any));
    }

    [[noreturn]] void refuse_kind(const Operand& operand) const {
        if (!operand.addresses.empty()) refuse(operand.place, "an address is compared by == with one like \"::1\"");
        refuse(operand.place, "this is memory, of which a field can be asked, or its address: args[0] to args[5]");
    }

    Predicate comparison(const Expression& expression, bool negated) {
        const Expression &first = expression.operands[0], &second = expression.operands[1];
        std::vector<Names> for_first = operands_.names_in(second), for_second = operands_.names_in(first);
        Operand left = operands_.bind(first, for_first);
        if (left.is_absent) return truth(false);  // a user's or a flag's name may be known only beside it
        Operand right = operands_.bind(second, for_second);
        return compare_operands(left, expression.text, right, negated, expression.place);
    }

    Predicate membership(const Expression& expression, bool negated) {
        const Expression& first = expression.operands.front();
        std::vector<Names> names = operands_.names_in(first);
        Operand left = operands_.bind(first, operands_.names_in(expression.operands[1]));
        if (left.is_absent) return truth(false);
        std::vector<Predicate> children;
        for (auto each = expression.operands.begin() + 1; each != expression.operands.end(); ++each)
            children.push_back(compare_operands(left, "==", operands_.bind(*each, names), negated, expression.place));
        return join(negated, std::move(children));
    }

    Predicate compare_operands(const Operand& left, const std::string& op, const Operand& right, bool negated,
                               Place place) {
        enter(place);
        if (left.is_absent || right.is_absent) return truth(false);
        std::optional<Comparison> comparison = comparison_of(op);
        bool is_equality = op == "==" || op == "!=";
        if (!comparison || left.literal || right.literal) {
            if (left.literal && !right.literal && is_equality) return match_operand(right, op, left, negated);
            return match_operand(left, op, right, negated);
        }
        if (left.numbers.empty() || right.numbers.empty()) refuse_texts(left, right);
        check_time(left, right);
        Comparison wanted = negated ? opposite(*comparison) : *comparison;
        if (left.is_error && is_equality) return compare_error(left, wanted, right);
        return compare_all(left, wanted, right);
    }

    Predicate compare_all(const Operand& left, Comparison comparison, const Operand& right) {
        std::vector<Predicate> any;
        for (Number a : left.numbers)
            for (Number b : right.numbers) {
                if (left.is_named) a.is_signed = b.is_signed;
                if (right.is_named) b.is_signed = a.is_signed;
                any.push_back(compare_numbers(a, comparison, b));
            }
        return join(false, std::move(any));
    }

    /// An error is compared as the value that was returned: one load in place of three.
    Predicate compare_error(const Operand& left, Comparison comparison, const Operand& right) {
        const Number* wanted = right.constant();
        constexpr std::uint64_t max_errno = 4095;
        if (!wanted || !wanted->constant || wanted->constant > max_errno) return compare_all(left, comparison, right);
        Number value = *wanted;
        value.constant = 0 - value.constant;
        value.is_signed = true;
        return compare_numbers(returned_number(), comparison, value);
    }

    void check_time(const Operand& left, const Operand& right) const {
        for (auto [one, other] : {std::pair(&left, &right), std::pair(&right, &left)})
            if (one->constant() && one->is_time && !other->is_time && !other->constant())
                refuse(one->place,
                       "a time is compared with duration or timestamp; this is no time in ns: write a plain "
                       "number, in the unit of the call");
    }

    [[noreturn]] void refuse_texts(const Operand& left, const Operand& right) const {
        const Operand& wrong = left.numbers.empty() ? left : right;
        if (wrong.texts.empty() || (left.texts.empty() && right.texts.empty())) refuse_kind(wrong);
        if (!left.texts.empty() && !right.texts.empty())
            refuse(right.place, "a text is compared with one in quotation marks");
        refuse(wrong.place, "this is a text, and the other side a number");
    }

    Predicate match_operand(const Operand& left, const std::string& op, const Operand& right, bool negated) {
        if (!right.literal) {
            if (!left.literal && left.texts.empty()) refuse_no_text(left, op);
            refuse(right.place, left.literal ? "write the name first, and the text behind the operator"
                                             : "write what a text is compared with in quotation marks");
        }
        if (op == "!=" || op == "!~") negated = !negated;
        if (left.literal) return match_literals(*left.literal, op, *right.literal, negated, right.place);
        if (left.texts.empty()) return match_number(left, op, right, negated);
        std::vector<Predicate> any;
        for (const Text& each : left.texts) any.push_back(match_text(each, op, right, negated));
        return join(false, std::move(any));
    }

    [[noreturn]] void refuse_no_text(const Operand& left, const std::string& op) const {
        if (left.numbers.empty()) refuse_kind(left);
        refuse(left.place, "this is a number, and " + op + " is for texts");
    }

    /// A number against a text: an owner's name, a constant in quotation marks, an address.
    Predicate match_number(const Operand& left, const std::string& op, const Operand& right, bool negated) {
        if (op != "==" && op != "!=") refuse_no_text(left, op);
        if (left.is_address || !left.addresses.empty())
            return match_address(left, *right.literal, negated, right.place);
        if (left.numbers.empty()) refuse_kind(left);
        Comparison comparison = negated ? Comparison::Unequal : Comparison::Equal;
        for (const Names& each : left.names)
            if (std::optional<std::uint64_t> value = find_constant(each, *right.literal)) {
                Operand number;
                number.numbers.emplace_back().constant = *value;
                number.is_named = true;
                if (left.is_error) return compare_error(left, comparison, number);
                return compare_all(left, comparison, number);
            }
        refuse_constant(left, right);
    }

    [[noreturn]] void refuse_constant(const Operand& left, const Operand& right) const {
        if (left.names.empty()) refuse(right.place, "this is a text, and the other side a number");
        bool users = left.names.front().of == Names::Of::Users;
        if (users || left.names.front().of == Names::Of::Groups)
            refuse(right.place, std::string("this machine has no ") + (users ? "user" : "group") + " of that name");
        std::vector<std::string> known;
        for (const Names& each : left.names) list_constants(each, known);
        refuse(right.place, "no value of the other side is called that" + did_you_mean(*right.literal, known));
    }

    Predicate match_address(const Operand& left, const std::string& text, bool negated, Place place) {
        std::vector<Predicate> any;
        if (left.is_address) {
            std::optional<Network4> network = parse_network4(text);
            if (!network) refuse(place, "this is no IPv4 address: write one like \"10.0.0.1\" or \"10.0.0.0/8\"");
            for (const Number& each : left.numbers)
                any.push_back(compare_bits(each, network->address, network->mask, negated));
        } else {
            std::optional<Network6> network = parse_network6(text);
            if (!network) refuse(place, "this is no IPv6 address: write one like \"::1\" or \"fe80::/10\"");
            for (const Text& each : left.addresses) {
                std::vector<Predicate> halves;
                for (std::size_t half = 0; half < 2; half++)
                    halves.push_back(
                        compare_bits(half_address(each, half), network->address[half], network->mask[half], negated));
                any.push_back(join(!negated, std::move(halves)));
            }
        }
        return join(false, std::move(any));
    }

    static Number half_address(const Text& address, std::size_t half) {
        Number number;
        number.op = Number::Op::Load;
        number.part = address.part;
        number.part.offset += static_cast<std::uint32_t>(8 * half);
        number.part.size = 8;
        number.part.value = {};
        number.requirements = address.requirements;
        return number;
    }

    Predicate compare_bits(const Number& number, std::uint64_t wanted, std::uint64_t mask, bool negated) {
        Number value, bits;
        value.constant = wanted & mask;
        bits.constant = mask;
        Number masked;
        masked.op = Number::Op::And;
        masked.operands = {number, bits};
        return compare_numbers(masked, negated ? Comparison::Unequal : Comparison::Equal, value);
    }

    Predicate match_literals(const std::string& text, const std::string& op, const std::string& pattern, bool negated,
                             Place place) {
        Predicate wanted = matching(op, pattern, place);
        bool found = false;
        switch (wanted.matching) {
            case Predicate::Matching::Equal:
                found = text == wanted.pattern;
                break;
            case Predicate::Matching::Prefix:
                found = text.starts_with(wanted.pattern);
                break;
            case Predicate::Matching::Suffix:
                found = text.ends_with(wanted.pattern);
                break;
            default:
                found = wanted.compiled->matches(text);
        }
        return truth(found != negated);
    }

    Predicate match_text(const Text& text, const std::string& op, const Operand& right, bool negated) {
        Predicate predicate = matching(op, *right.literal, right.place);
        bool is_whole = predicate.matching == Predicate::Matching::Equal;
        bool has_nul = predicate.pattern.find('\0') != std::string::npos;
        bool is_bytes = text.part.value.kind == Kind::Buffer || text.part.value.kind == Kind::Beyond ||
                        text.part.value.kind == Kind::SocketName || text.part.in == Part::In::Pieces;
        if (has_nul && !is_bytes) refuse(right.place, "a text ends at a NUL, so that no text has one");
        bool is_literal =
            predicate.matching != Predicate::Matching::Glob && predicate.matching != Predicate::Matching::Regex;
        if (text.part.in == Part::In::Header && is_literal && predicate.pattern.size() >= text.part.size)
            refuse(right.place,
                   std::string("this has ") + std::to_string(predicate.pattern.size()) +
                       " bytes, and the kernel keeps " + std::to_string(text.part.size - 1) + " of a thread's name" +
                       (is_whole ? ": write \"" + printable_prefix(predicate.pattern, text.part.size - 1) + "\""
                                 : std::string()));
        predicate.text = text;
        predicate.negated = negated;
        return leaf(std::move(predicate));
    }

    static std::string printable_prefix(const std::string& pattern, std::size_t size) {
        std::string all = pattern.substr(0, size);
        for (char& each : all)
            if (each < ' ' || each > '~') each = '?';
        return all;
    }

    Predicate match(const Text& text, Predicate::Matching matching, std::string pattern, bool negated) {
        Predicate predicate{Predicate::Op::Match};
        predicate.matching = matching;
        predicate.pattern = std::move(pattern);
        predicate.text = text;
        predicate.negated = negated;
        return leaf(std::move(predicate));
    }

    Predicate matching(const std::string& op, const std::string& pattern, Place place) const {
        try {
            return text_match(op, pattern);
        } catch (const Error& error) {
            refuse(place, error.what());
        }
    }

    OperandBinder& operands_;
    std::size_t leaves_ = 0;
    Place place_;
};

}  // namespace

Predicate bind_condition(OperandBinder& operands, const Expression& expression) {
    return Binder(operands).condition(expression, /*negated=*/false);
}

}  // namespace traceleft::ask
