// SPDX-License-Identifier: MIT
#include "text_match.h"

#include <cstddef>
#include <vector>

#include "error.h"
#include "match.h"

namespace traceleft::ask {

namespace {

constexpr std::size_t longest_pattern = 1024;  // bytes

[[noreturn]] void refuse_match(const std::string& wrong) { throw Error(ErrorKind::Usage, wrong); }

void match_glob(Predicate& predicate) {
    std::vector<GlobStep> steps = parse_glob(predicate.pattern);
    auto is_star = [](const GlobStep& each) { return each.kind == GlobStep::Kind::Star; };
    bool star_first = !steps.empty() && is_star(steps.front());
    bool star_last = !steps.empty() && is_star(steps.back());
    std::string bytes;
    for (const GlobStep& each : steps)
        if (each.kind == GlobStep::Kind::Byte) bytes += each.byte;
    std::size_t others = steps.size() - bytes.size();
    if (others == 0)
        predicate.matching = Predicate::Matching::Equal;
    else if (others == 1 && star_last)
        predicate.matching = Predicate::Matching::Prefix;
    else if (others == 1 && star_first)
        predicate.matching = Predicate::Matching::Suffix;
    else {
        predicate.matching = Predicate::Matching::Glob;
        predicate.compiled = compile_glob(predicate.pattern);
        return;
    }
    predicate.pattern = bytes;
}

}  // namespace

Predicate text_match(const std::string& op, const std::string& pattern) {
    if (pattern.size() > longest_pattern)
        refuse_match("a pattern may have " + std::to_string(longest_pattern) + " bytes");
    Predicate predicate{Predicate::Op::Match};
    predicate.pattern = pattern;
    if (op == "==" || op == "!=") {
        predicate.matching = Predicate::Matching::Equal;
    } else if (op == "^=") {
        predicate.matching = Predicate::Matching::Prefix;
    } else if (op == "$=") {
        predicate.matching = Predicate::Matching::Suffix;
    } else if (op == "=~") {
        predicate.matching = Predicate::Matching::Regex;
        predicate.compiled = compile_regex(pattern);
    } else if (op == "~" || op == "!~") {
        match_glob(predicate);
    } else {
        refuse_match("texts have no order: " + op + " is for numbers");
    }
    return predicate;
}

}  // namespace traceleft::ask
