// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "error.h"
#include "match.h"

namespace traceleft::ask {

namespace {

constexpr std::size_t no_place = std::string_view::npos;

unsigned char code(char c) { return static_cast<unsigned char>(c); }

GlobStep literal(char c) { return {GlobStep::Kind::Byte, c}; }

// A closing bracket is one of the set's bytes where it stands first. `at` is behind the opening one.
GlobStep parse_set(std::string_view pattern, std::size_t& at) {
    GlobStep step{GlobStep::Kind::Set};
    bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
    if (negated) at++;
    std::size_t begin = at;
    auto take = [&] {
        if (pattern[at] == '\\' && at + 1 < pattern.size()) at++;
        return code(pattern[at++]);
    };
    while (at < pattern.size() && (pattern[at] != ']' || at == begin)) {
        unsigned first = take(), last = first;
        if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
            at++;
            last = take();
        }
        for (unsigned each = first; each <= last; each++) step.set.set(each);
    }
    if (at >= pattern.size())
        throw Error(ErrorKind::Usage, "the set that [ begins has no ]: write \\[ for the character itself");
    at++;
    if (negated) step.set.flip();
    return step;
}

class Glob : public Pattern {
public:
    explicit Glob(std::vector<GlobStep> steps) : steps_(std::move(steps)) {}

    // After a mismatch only the last star can take one byte more: an earlier one would gain nothing.
    bool matches(std::string_view text) const override {
        std::size_t step = 0, at = 0, star = no_place, star_at = 0;
        while (at < text.size()) {
            if (step < steps_.size() && steps_[step].kind == GlobStep::Kind::Star) {
                star = step++;
                star_at = at;
            } else if (step < steps_.size() && takes(steps_[step], text[at])) {
                step++;
                at++;
            } else if (star != no_place) {
                step = star + 1;
                at = ++star_at;
            } else {
                return false;
            }
        }
        return std::all_of(steps_.begin() + static_cast<std::ptrdiff_t>(step), steps_.end(),
                           [](const GlobStep& rest) { return rest.kind == GlobStep::Kind::Star; });
    }

    bool is_open() const override { return !steps_.empty() && steps_.back().kind == GlobStep::Kind::Star; }

    bool is_decided_by(std::size_t size) const override {
        auto star = std::find_if(steps_.begin(), steps_.end(),
                                 [](const GlobStep& each) { return each.kind == GlobStep::Kind::Star; });
        return is_open() && star + 1 == steps_.end() && size + 1 >= steps_.size();
    }

private:
    static bool takes(const GlobStep& step, char c) {
        if (step.kind == GlobStep::Kind::Byte) return step.byte == c;
        return step.kind == GlobStep::Kind::Any || step.set[code(c)];
    }

    std::vector<GlobStep> steps_;
};

}  // namespace

std::vector<GlobStep> parse_glob(std::string_view pattern) {
    std::vector<GlobStep> steps;
    for (std::size_t at = 0; at < pattern.size();) {
        char c = pattern[at++];
        if (c == '*') {
            if (steps.empty() || steps.back().kind != GlobStep::Kind::Star) steps.push_back({GlobStep::Kind::Star});
        } else if (c == '?') {
            steps.push_back({GlobStep::Kind::Any});
        } else if (c == '[') {
            steps.push_back(parse_set(pattern, at));
        } else {
            steps.push_back(literal(c == '\\' && at < pattern.size() ? pattern[at++] : c));
        }
    }
    return steps;
}

bool is_simple(const std::vector<GlobStep>& glob) {
    auto count = [&](GlobStep::Kind kind) {
        return std::count_if(glob.begin(), glob.end(), [&](const GlobStep& each) { return each.kind == kind; });
    };
    return count(GlobStep::Kind::Set) == 0 && count(GlobStep::Kind::Star) <= 1;
}

std::shared_ptr<const Pattern> compile_glob(std::string_view pattern) {
    return std::make_shared<Glob>(parse_glob(pattern));
}

}  // namespace traceleft::ask
