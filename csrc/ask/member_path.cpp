// SPDX-License-Identifier: MIT
#include "member_path.h"

namespace traceleft::ask {

namespace {

void collect(const Expression& expression, std::vector<std::string>& all) {
    if (expression.kind == Expression::Kind::Member)
        if (std::optional<std::string> path = member_path(expression)) {
            all.push_back(*path);
            return;
        }
    for (const Expression& each : expression.operands) collect(each, all);
}

}  // namespace

std::optional<std::string> member_path(const Expression& expression) {
    if (expression.kind != Expression::Kind::Member) return std::nullopt;
    const Expression& of = expression.operands.front();
    if (of.kind == Expression::Kind::Name) {
        if (of.text == "args") return expression.text;
        return (of.text == "retval" ? "ret" : of.text) + "." + expression.text;
    }
    std::optional<std::string> outer = member_path(of);
    return outer ? std::optional(*outer + "." + expression.text) : std::nullopt;
}

std::vector<std::string> member_paths(std::string_view text) {
    std::vector<std::string> all;
    collect(parse_question(text), all);
    return all;
}

}  // namespace traceleft::ask
