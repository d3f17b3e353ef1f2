// SPDX-License-Identifier: MIT
#include "question.h"

#include <algorithm>
#include <utility>

#include "bind.h"
#include "error.h"
#include "expression.h"
#include "object_field.h"
#include "operand.h"

namespace traceleft::ask {

namespace {

bool has_name(const Expression& expression, std::string_view name) {
    if (expression.kind == Expression::Kind::Name && expression.text == name) return true;
    return std::any_of(expression.operands.begin(), expression.operands.end(),
                       [&](const Expression& each) { return has_name(each, name); });
}

// `fd.path`; of a struct's field of that name it may be wrong, which costs a little.
bool asks_object(const Expression& expression) {
    bool is_field = expression.kind == Expression::Kind::Member && find_object_field(expression.text);
    bool is_path = expression.kind == Expression::Kind::Name &&
                   (expression.text == "resolved_path" || expression.text == "path_mismatch");
    return is_field || is_path || std::any_of(expression.operands.begin(), expression.operands.end(), asks_object);
}

/// A syscall for which a question makes no sense, and the names before that place which it lacks.
struct Misfit {
    const SyscallSchema* syscall;
    std::vector<std::string> lacks;
};

bool is_subset(const std::vector<std::string>& some, const std::vector<std::string>& all) {
    return std::all_of(some.begin(), some.end(),
                       [&](const std::string& each) { return std::find(all.begin(), all.end(), each) != all.end(); });
}

}  // namespace

Question::Question(std::string text)
    : text_(std::move(text)), expression_(std::make_unique<const Expression>(parse_question(text_))) {}

Question::~Question() = default;

std::shared_ptr<const Question> Question::parse(std::string_view text) {
    return std::shared_ptr<const Question>(new Question(std::string(text)));
}

Predicate Question::bind(const SyscallSchema* syscall, const EventSchema& schema, bool entry) const {
    OperandBinder operands(text_, syscall, schema, entry);
    return bind_condition(operands, *expression_);
}

std::map<const SyscallSchema*, Predicate> Question::bind_each(const std::vector<const SyscallSchema*>& syscalls,
                                                              const EventSchema& schema, bool entry) const {
    std::map<const SyscallSchema*, Predicate> all;
    std::vector<std::vector<std::string>> fitting;
    std::vector<Misfit> misfits;
    for (const SyscallSchema* syscall : syscalls) {
        OperandBinder operands(text_, syscall, schema, entry, /*one_of_many=*/true);
        operands.suggest_nothing();
        try {
            all[syscall] = bind_condition(operands, *expression_);
            fitting.push_back(operands.missing());
        } catch (const Error& error) {
            if (error.kind != ErrorKind::Usage) throw;
            all[syscall] = Predicate{Predicate::Op::False};
            misfits.push_back({syscall, operands.missing()});
        }
    }
    for (const Misfit& misfit : misfits) {
        auto lacks_no_more = [&](const std::vector<std::string>& lacks) { return is_subset(lacks, misfit.lacks); };
        if (std::any_of(fitting.begin(), fitting.end(), lacks_no_more)) continue;
        OperandBinder operands(text_, misfit.syscall, schema, entry, /*one_of_many=*/syscalls.size() > 1);
        bind_condition(operands, *expression_);  // throws again
    }
    return all;
}

std::vector<std::string> Question::missing(const SyscallSchema& syscall, const EventSchema& schema) const {
    OperandBinder operands(text_, &syscall, schema, false);
    bind_condition(operands, *expression_);
    return operands.missing();
}

bool Question::asks_files() const { return asks_object(*expression_); }

bool Question::asks_duration() const { return has_name(*expression_, "duration"); }

std::optional<KeyPart> bind_key(std::string_view text, const SyscallSchema* syscall, const EventSchema& schema) {
    OperandBinder operands(text, syscall, schema, false);
    Expression expression = parse_question(text);
    Operand operand = operands.bind(expression, {});
    if (operand.is_absent) return std::nullopt;
    KeyPart part;
    part.name = text;
    if (operand.literal && expression.kind == Expression::Kind::Name)
        if (std::optional<Part> known = header_text(expression.text)) operand.texts.push_back({*known, {}});
    if (operand.numbers.size() + operand.texts.size() != 1)
        operands.refuse(expression.place, "this has several meanings, or none, that events could be told apart by");
    part.is_text = operand.numbers.empty();
    if (part.is_text)
        part.text = operand.texts.front();
    else
        part.number = operand.numbers.front();
    return part;
}

std::optional<Number> bind_number(std::string_view text, const SyscallSchema* syscall, const EventSchema& schema) {
    OperandBinder operands(text, syscall, schema, false);
    Expression expression = parse_question(text);
    Operand operand = operands.bind(expression, {});
    if (operand.is_absent) return std::nullopt;
    if (operand.numbers.size() != 1) operands.refuse(expression.place, "this is no number, or one of several meanings");
    return operand.numbers.front();
}

}  // namespace traceleft::ask
