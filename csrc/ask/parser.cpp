// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "expression.h"
#include "lexer.h"

namespace traceleft::ask {

namespace {

constexpr std::size_t longest_question = 16 << 10;  // bytes
constexpr std::size_t deepest_nesting = 100;        // expressions in each other

// Operators on numbers, loosest first.
constexpr std::array<std::array<std::string_view, 3>, 6> levels = {
    {{"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"}}};

constexpr std::array<std::string_view, 11> comparisons = {
    "==", "!=", "<", "<=", ">", ">=", "~", "!~", "^=", "$=", "=~"};

/// Recursive descent.
class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {
        if (text.size() > longest_question)
            throw question_error(text, {0, 0}, "a question may have " + std::to_string(longest_question) + " bytes");
        tokens_ = tokens(text);
    }

    Expression run() {
        if (here().kind == Token::Kind::End) refuse(here().place, "nothing is asked");
        Expression all = disjunction();
        if (here().kind != Token::Kind::End) refuse_rest();
        return all;
    }

private:
    struct Level {
        explicit Level(Parser& parser) : parser(parser) {
            if (++parser.depth_ > 2 * deepest_nesting) parser.refuse(parser.here().place, too_deep);
        }
        ~Level() { parser.depth_--; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        Parser& parser;
    };
    static constexpr const char* too_deep = "this is nested too deep: at most 100 levels";

    const Token& here() const { return tokens_[at_]; }
    const Token& ahead() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }

    Token take() { return tokens_[here().kind == Token::Kind::End ? at_ : at_++]; }

    bool accept(std::string_view op) {
        if (!here().is(op)) return false;
        at_++;
        return true;
    }

    Token expect(std::string_view op, const std::string& wrong) {
        if (!here().is(op)) refuse(here().place, wrong);
        return take();
    }

    [[noreturn]] void refuse(Place place, const std::string& wrong) const { throw question_error(text_, place, wrong); }

    [[noreturn]] void refuse_rest() const {
        if (here().is(")")) refuse(here().place, "no parenthesis was opened for this one");
        if (here().is("in")) refuse(here().place, "comparisons can't follow each other: join them by `and`");
        refuse(here().place, "an operator is missing before this");
    }

    std::string source(const Expression& each) const {
        return std::string(text_.substr(each.place.begin, each.place.end - each.place.begin));
    }

    /// Joins operands to one expression.
    Expression make(Expression::Kind kind, std::string text, std::vector<Expression> operands, Place place) const {
        Expression all{kind, place, std::move(text)};
        for (const Expression& each : operands) all.depth = std::max(all.depth, each.depth + 1);
        all.operands = std::move(operands);
        if (all.depth > deepest_nesting) refuse(place, too_deep);
        return all;
    }

    Expression make_binary(Expression::Kind kind, const std::string& op, Expression left, Expression right) const {
        Place place{left.place.begin, right.place.end};
        std::vector<Expression> operands;
        operands.push_back(std::move(left));
        operands.push_back(std::move(right));
        return make(kind, op, std::move(operands), place);
    }

    Expression chain(std::string_view op, Expression::Kind kind, Expression (Parser::*next)()) {
        std::vector<Expression> operands;
        operands.push_back((this->*next)());
        while (accept(op)) operands.push_back((this->*next)());
        if (operands.size() == 1) return std::move(operands.front());
        Place place{operands.front().place.begin, operands.back().place.end};
        return make(kind, std::string(op), std::move(operands), place);
    }

    Expression disjunction() { return chain("or", Expression::Kind::Or, &Parser::conjunction); }
    Expression conjunction() { return chain("and", Expression::Kind::And, &Parser::negation); }

    Expression negation() {
        Level level(*this);
        if (!here().is("not")) return comparison();
        std::size_t begin = take().place.begin;
        std::vector<Expression> operands;
        operands.push_back(negation());
        Place place{begin, operands.front().place.end};
        return make(Expression::Kind::Not, "not", std::move(operands), place);
    }

    static bool is_comparison(const Token& token) {
        return token.kind == Token::Kind::Operator &&
               std::find(comparisons.begin(), comparisons.end(), token.text) != comparisons.end();
    }

    Expression comparison() {
        Expression left = binary(0);
        if (here().is("in") || (here().is("not") && ahead().is("in"))) return membership(std::move(left));
        if (!is_comparison(here())) return left;
        Token op = take();
        Expression right = binary(0);
        if (is_comparison(here())) refuse_chain(left, op, right);
        return make_binary(Expression::Kind::Compare, op.text, std::move(left), std::move(right));
    }

    [[noreturn]] void refuse_chain(const Expression& left, const Token& op, const Expression& right) {
        Token second = take();
        Expression third = binary(0);
        refuse(second.place, "comparisons can't follow each other: write " + source(left) + " " + op.text + " " +
                                 source(right) + " and " + source(right) + " " + second.text + " " + source(third));
    }

    Expression membership(Expression left) {
        bool negated = accept("not");
        take();
        expect("(", "write the values in parentheses: in (A, B)");
        std::vector<Expression> operands;
        operands.push_back(std::move(left));
        while (!here().is(")")) {
            operands.push_back(binary(0));
            if (!accept(",")) break;
        }
        Token close = expect(")", "a comma or a closing parenthesis is missing before this");
        if (operands.size() == 1) refuse(close.place, "the list has no values");
        Place place{operands.front().place.begin, close.place.end};
        Expression all = make(Expression::Kind::In, "in", std::move(operands), place);
        all.negated = negated;
        return all;
    }

    Expression binary(std::size_t level) {
        if (level == levels.size()) return unary();
        Expression left = binary(level + 1);
        for (;;) {
            auto is_here = [&](std::string_view op) { return !op.empty() && here().is(op); };
            if (std::none_of(levels[level].begin(), levels[level].end(), is_here)) return left;
            Token op = take();
            Expression right = binary(level + 1);
            left = make_binary(Expression::Kind::Binary, op.text, std::move(left), std::move(right));
        }
    }

    Expression unary() {
        Level level(*this);
        if (!here().is("-") && !here().is("~")) return postfix();
        Token op = take();
        std::vector<Expression> operands;
        operands.push_back(unary());
        Place place{op.place.begin, operands.front().place.end};
        return make(Expression::Kind::Unary, op.text, std::move(operands), place);
    }

    Expression postfix() {
        Expression all = primary();
        for (;;) {
            if (accept(".")) {
                Token name = here();
                if (name.kind != Token::Kind::Name) refuse(name.place, "the name of a field is missing here");
                take();
                Place place{all.place.begin, name.place.end};
                all = member(name.text, std::move(all), place);
            } else if (here().is("[")) {
                all = index(all);
            } else {
                return all;
            }
        }
    }

    Expression member(const std::string& name, Expression of, Place place) const {
        std::vector<Expression> operands;
        operands.push_back(std::move(of));
        return make(Expression::Kind::Member, name, std::move(operands), place);
    }

    Expression index(const Expression& of) {
        Token open = take();
        if (of.kind != Expression::Kind::Name || of.text != "args")
            refuse(open.place, "only args has elements: args[0] to args[5] are the registers of the arguments");
        Token number = take();
        if (number.kind != Token::Kind::Number || number.number > 5)
            refuse(number.place, "a call has the arguments 0 to 5");
        Token close = expect("]", "the closing bracket is missing before this");
        Expression all{Expression::Kind::Index, {of.place.begin, close.place.end}, "args"};
        all.number = number.number;
        return all;
    }

    Expression primary() {
        Token token = take();
        switch (token.kind) {
            case Token::Kind::Number: {
                Expression all{Expression::Kind::Number, token.place};
                all.number = token.number;
                all.is_time = token.is_time;
                return all;
            }
            case Token::Kind::Text:
                return {Expression::Kind::Text, token.place, token.text};
            case Token::Kind::Name:
                if (here().is("(")) return call(token);
                return {Expression::Kind::Name, token.place, token.text};
            default:
                break;
        }
        if (token.is("(")) return parenthesis(token);
        refuse(token.place, token.kind == Token::Kind::End ? "something is missing at the end"
                                                           : "a name, a number or a text is missing before this");
    }

    Expression call(const Token& name) {
        take();
        Expression argument = disjunction();
        Token close = expect(")", "a closing parenthesis is missing before this: " + name.text + "(X) takes one value");
        return member(name.text, std::move(argument), {name.place.begin, close.place.end});
    }

    Expression parenthesis(const Token& open) {
        Expression all = disjunction();
        if (!here().is(")")) {
            if (here().kind == Token::Kind::End) refuse(open.place, "this parenthesis is never closed");
            refuse(here().place, "an operator or a closing parenthesis is missing before this");
        }
        all.place = {open.place.begin, take().place.end};
        return all;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace

Expression parse_question(std::string_view text) { return Parser(text).run(); }

}  // namespace traceleft::ask
