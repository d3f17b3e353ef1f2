// SPDX-License-Identifier: MIT
#include "lexer.h"

#include <array>
#include <optional>

namespace traceleft::ask {

namespace {

// Longer ones first.
constexpr std::array<std::string_view, 33> operators = {
    "->", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "!~", "^=", "$=", "=~", "<", ">", "~", "!",
    "|",  "^",  "&",  "+",  "-",  "*",  "/",  "%",  "(",  ")",  "[",  "]",  ",",  ".", "=", "$"};

struct Unit {
    std::string_view name;
    std::uint64_t factor;
    bool is_time;
};
constexpr std::uint64_t second = 1'000'000'000;
constexpr Unit units[] = {
    {"ns", 1, true},          {"us", 1'000, true},        {"ms", 1'000'000, true},  {"s", second, true},
    {"m", 60 * second, true}, {"h", 3600 * second, true}, {"k", 1 << 10, false},    {"K", 1 << 10, false},
    {"M", 1 << 20, false},    {"G", 1 << 30, false},      {"T", 1ULL << 40, false}, {"Ki", 1 << 10, false},
    {"Mi", 1 << 20, false},   {"Gi", 1 << 30, false},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

int digit_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 16;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        std::vector<Token> all;
        while (skip_blank(), at_ < text_.size()) {
            begin_ = at_;
            all.push_back(next());
            all.back().place = {begin_, at_};
        }
        all.push_back({Token::Kind::End, {text_.size(), text_.size()}});
        return all;
    }

private:
    char here(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    [[noreturn]] void refuse(const std::string& wrong, std::optional<std::size_t> from = {}) const {
        throw question_error(text_, {from.value_or(begin_), at_}, wrong);
    }

    void skip_blank() {
        for (; at_ < text_.size(); at_++) {
            if (text_[at_] == '#')
                at_ = std::min(text_.find('\n', at_), text_.size() - 1);
            else if (std::string_view(" \t\r\n").find(text_[at_]) == std::string_view::npos)
                return;
        }
    }

    Token next() {
        if (is_digit(here())) return number();
        if (is_letter(here())) return word();
        if (here() == '"' || here() == '\'') return quoted(text_[at_++]);
        for (std::string_view op : operators) {
            if (text_.substr(at_, op.size()) != op) continue;
            at_ += op.size();
            return operation(op);
        }
        at_++;
        refuse("no operator and no name begins with this");
    }

    Token operation(std::string_view op) const {
        if (op == "=") refuse("write == to compare");
        if (op == "$") refuse("no operator is $; $= matches the end of a text");
        if (op == "&&") op = "and";
        if (op == "||") op = "or";
        if (op == "!") op = "not";
        if (op == "->") op = ".";  // as C has it
        return {Token::Kind::Operator, {}, std::string(op)};
    }

    Token word() {
        while (is_letter(here()) || is_digit(here())) at_++;
        std::string name(text_.substr(begin_, at_ - begin_));
        bool is_operator = name == "and" || name == "or" || name == "not" || name == "in";
        return {is_operator ? Token::Kind::Operator : Token::Kind::Name, {}, name};
    }

    Token quoted(char quote) {
        Token token{Token::Kind::Text};
        while (here() != quote) {
            if (at_ >= text_.size()) refuse("this text has no end: a quotation mark is missing");
            if (here() == '\\')
                token.text += escape();
            else
                token.text += text_[at_++];
        }
        at_++;
        return token;
    }

    // An unknown one stays as it is, as in Python: patterns have their own.
    std::string escape() {
        std::size_t begin = at_++;
        char c = here();
        if (at_ < text_.size()) at_++;
        switch (c) {
            case 'n':
                return "\n";
            case 't':
                return "\t";
            case '0':
                return std::string(1, '\0');
            case '\\':
            case '"':
            case '\'':
                return std::string(1, c);
            case 'x': {
                int high = digit_value(here()), low = digit_value(here(1));
                if (high == 16 || low == 16) refuse("write two hexadecimal digits behind \\x", begin);
                at_ += 2;
                return std::string(1, static_cast<char>(high * 16 + low));
            }
            default:
                return std::string(text_.substr(begin, at_ - begin));
        }
    }

    Token number() {
        int base = number_base();
        std::uint64_t value = digits(base);
        if (base == 10 && here() == '.' && is_digit(here(1))) return fraction(value);
        std::size_t unit_begin = at_;
        std::string_view unit = unit_name();
        Token token{Token::Kind::Number};
        token.number = value;
        if (unit.empty()) return token;
        const Unit& known = find_unit(unit, base, unit_begin);
        if (__builtin_mul_overflow(value, known.factor, &token.number)) refuse_size();
        token.is_time = known.is_time;
        return token;
    }

    int number_base() {
        if (here() != '0') return 10;
        static constexpr std::pair<char, int> bases[] = {{'x', 16}, {'o', 8}, {'b', 2}};
        for (auto [letter, base] : bases)
            if ((here(1) | 0x20) == letter) {
                at_ += 2;
                if (digit_value(here()) >= base) refuse("a number's digits are missing");
                return base;
            }
        return is_digit(here(1)) ? 8 : 10;
    }

    [[noreturn]] void refuse_size() const { refuse("this number has more than 64 bits"); }

    std::uint64_t digits(int base) {
        std::uint64_t value = 0;
        for (;; at_++) {
            if (here() == '_' && at_ > begin_ && digit_value(text_[at_ - 1]) < 16 && digit_value(here(1)) < base)
                continue;
            int digit = digit_value(here());
            if (base < 16 && !is_digit(here())) return value;
            if (digit == 16) return value;
            if (digit >= base) {
                at_++;
                refuse("an octal or a binary number has no such digit", at_ - 1);
            }
            if (__builtin_mul_overflow(value, static_cast<std::uint64_t>(base), &value) ||
                __builtin_add_overflow(value, static_cast<std::uint64_t>(digit), &value)) {
                while (digit_value(here()) < 16) at_++;
                refuse_size();
            }
        }
    }

    std::string_view unit_name() {
        std::size_t begin = at_;
        while (is_letter(here()) || is_digit(here())) at_++;
        return text_.substr(begin, at_ - begin);
    }

    const Unit& find_unit(std::string_view name, int base, std::size_t begin) const {
        if (base == 10)
            for (const Unit& each : units)
                if (each.name == name) return each;
        refuse("no unit is called that: times have ns, us, ms, s, m or h, and sizes k, M, G or T", begin);
    }

    // Exact as far as the unit goes.
    Token fraction(std::uint64_t whole) {
        at_++;
        std::uint64_t part = 0, scale = 1;
        for (; is_digit(here()); at_++) {
            if (scale >= second) continue;  // no unit has more
            part = part * 10 + static_cast<std::uint64_t>(digit_value(here()));
            scale *= 10;
        }
        std::size_t unit_begin = at_;
        std::string_view unit = unit_name();
        if (unit.empty()) refuse("only a number with a unit may have a fraction, as in 1.5ms");
        const Unit& known = find_unit(unit, 10, unit_begin);
        Token token{Token::Kind::Number};
        auto fraction = static_cast<std::uint64_t>(static_cast<unsigned __int128>(part) * known.factor / scale);
        if (__builtin_mul_overflow(whole, known.factor, &token.number) ||
            __builtin_add_overflow(token.number, fraction, &token.number))
            refuse_size();
        token.is_time = known.is_time;
        return token;
    }

    std::string_view text_;
    std::size_t at_ = 0, begin_ = 0;
};

}  // namespace

std::vector<Token> tokens(std::string_view text) { return Lexer(text).run(); }

}  // namespace traceleft::ask
