// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdio>

#include "names.h"
#include "object_field.h"
#include "question.h"

namespace traceleft::ask {

namespace {

std::string hex(std::uint64_t value) {
    std::array<char, 24> digits{};
    std::snprintf(digits.data(), digits.size(), "0x%llx", static_cast<unsigned long long>(value));
    return digits.data();
}

std::string written(std::uint64_t value, bool is_signed) {
    auto number = static_cast<std::int64_t>(value);
    if (is_signed && number < 0) return std::to_string(number);
    return value < 10'000 ? std::to_string(value) : hex(value);
}

std::string object_name(const Part& part) {
    std::string of = part.argument == wire::DESCRIBED_RESULT      ? "result"
                     : part.argument == wire::DESCRIBED_DIRECTORY ? "directory"
                                                                  : "args[" + std::to_string(part.argument) + "]";
    return of + "." + std::string(object_field_name(static_cast<ObjectField>(part.offset)));
}

std::string written(const Part& part) {
    std::string argument = "args[" + std::to_string(part.argument) + "]";
    std::string at = part.offset ? "+" + std::to_string(part.offset) : "";
    switch (part.in) {
        case Part::In::Header:
            return header_name(part);
        case Part::In::Argument:
            return argument;
        case Part::In::Memory:
            return (part.passed ? "passed *(" : "*(") + argument + at + ")";
        case Part::In::Piece:
            return "piece of *(" + argument + at + ")";
        case Part::In::Pieces:
            return "all of *" + argument;
        case Part::In::Object:
            return object_name(part);
        case Part::In::Mismatch:
            return "path_mismatch";
    }
    return "";
}

std::string written(const std::vector<Requirement>& requirements) {
    std::string all;
    for (const Requirement& each : requirements) {
        all += all.empty() ? " if " : ", ";
        all += written(each.part);
        std::uint64_t bits = each.part.size < 8 ? (std::uint64_t{1} << (8 * each.part.size)) - 1 : ~std::uint64_t{0};
        if (~each.mask & bits) all += " & " + hex(each.mask);
        all += each.is == Requirement::Is::Equal ? " == " : " != ";
        all += written(each.value, false);
    }
    return all;
}

std::string written(const Number& number) {
    static constexpr std::string_view signs[] = {"",    "",    "-",   "~",   " + ", " - ",  " * ",
                                                 " / ", " % ", " & ", " | ", " ^ ", " << ", " >> "};
    std::string_view sign = signs[static_cast<std::size_t>(number.op)];
    if (number.op == Number::Op::Constant) return written(number.constant, number.is_signed);
    if (number.op == Number::Op::Load) {
        std::string all = written(number.part) + written(number.requirements);
        return number.requirements.empty() ? all : "[" + all + "]";
    }
    std::string first = written(number.operands.front());
    if (number.operands.size() == 1) return std::string(sign) + first;
    return "(" + first + std::string(sign) + written(number.operands.back()) + ")";
}

std::string quoted(std::string_view text) {
    std::string all = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') all += '\\';
        if (c >= ' ' && c <= '~')
            all += c;
        else
            all += "\\x" + std::string(1, "0123456789abcdef"[static_cast<unsigned char>(c) >> 4]) +
                   "0123456789abcdef"[c & 15];
    }
    return all + '"';
}

std::string written_leaf(const Predicate& predicate) {
    static constexpr std::string_view comparisons[] = {" == ", " != ", " < ", " <= ", " > ", " >= "};
    static constexpr std::string_view matchings[] = {"==", "^=", "$=", "~", "=~"};
    if (predicate.op == Predicate::Op::Compare)
        return written(predicate.left) + std::string(comparisons[static_cast<std::size_t>(predicate.comparison)]) +
               written(predicate.right);
    return (predicate.negated ? "not " : "") + written(predicate.text.part) + " " +
           std::string(matchings[static_cast<std::size_t>(predicate.matching)]) + " " + quoted(predicate.pattern) +
           written(predicate.text.requirements);
}

std::string_view stage_name(Stage stage) {
    static constexpr std::string_view names[] = {"early ", "late  ", "behind"};
    return names[static_cast<std::size_t>(stage)];
}

void append_node(const Predicate& predicate, std::string_view text, std::size_t depth, std::string& all) {
    all += stage_name(stage_of(predicate));
    all += std::string(2 + 2 * depth, ' ');
    switch (predicate.op) {
        case Predicate::Op::True:
            all += "always\n";
            return;
        case Predicate::Op::False:
            all += "never\n";
            return;
        case Predicate::Op::And:
        case Predicate::Op::Or:
            all += predicate.op == Predicate::Op::And ? "all of\n" : "any of\n";
            for (const Predicate& child : predicate.children) append_node(child, text, depth + 1, all);
            return;
        case Predicate::Op::Compare:
        case Predicate::Op::Match:
            break;
    }
    std::string_view source = text.substr(std::min(predicate.begin, text.size()), predicate.end - predicate.begin);
    all += written_leaf(predicate) + "    # " + shown(source) + "\n";
}

}  // namespace

std::string explain(const Predicate& predicate, std::string_view text) {
    std::string all;
    append_node(predicate, text, 0, all);
    return all;
}

}  // namespace traceleft::ask
