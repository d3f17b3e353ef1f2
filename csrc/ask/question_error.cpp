// SPDX-License-Identifier: MIT
#include "question_error.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace traceleft::ask {

namespace {

constexpr std::size_t longest_line = 100;  // bytes that are shown
constexpr std::size_t before_place = 40;   // of them before the place, in a longer line

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// The number of letters to exchange, add or remove, to come from one to the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); j++) row[j] = j;
    for (std::size_t i = 0; i < a.size(); i++) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); j++) {
            std::size_t exchanged = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

std::size_t common_begin(std::string_view a, std::string_view b) {
    std::size_t most = std::min(a.size(), b.size()), same = 0;
    while (same < most && a[same] == b[same]) same++;
    return same;
}

}  // namespace

// It may come out of a file or from a peer. A character of several bytes is one question mark.
std::string shown(std::string_view text) {
    std::string all;
    for (char c : text) {
        bool plain = c >= ' ' && c <= '~';
        if (!is_continuation(c)) all += plain ? c : '?';
    }
    return all;
}

Error question_error(std::string_view text, Place place, const std::string& wrong) {
    place.begin = std::min(place.begin, text.size());
    std::size_t begin = place.begin ? text.rfind('\n', place.begin - 1) + 1 : 0;  // npos + 1 is 0
    std::size_t end = std::min(text.find('\n', place.begin), text.size());
    if (end - begin > longest_line) {
        begin = std::max(begin, place.begin - std::min(place.begin, before_place));
        end = std::min(end, begin + longest_line);
    }
    place.end = std::clamp(place.end, place.begin, end);
    std::string line = shown(text.substr(begin, end - begin));
    std::size_t indent = shown(text.substr(begin, place.begin - begin)).size();
    std::size_t width = std::max<std::size_t>(shown(text.substr(place.begin, place.end - place.begin)).size(), 1);
    return {ErrorKind::Usage, std::string(question_error_begin) + "\n    " + line + "\n    " +
                                  std::string(indent, ' ') + std::string(width, '^') + " " + shown(wrong)};
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
    std::size_t most = std::min<std::size_t>(name.size() / 3 + 1, 3);
    // Of equally far ones that which begins most alike.
    std::set<std::tuple<std::size_t, std::size_t, std::string>> nearest;
    for (const std::string& each : known) {
        if (each.size() > name.size() + most || name.size() > each.size() + most) continue;
        std::size_t far = distance(name, each);
        if (far <= most && far < each.size()) nearest.emplace(far, name.size() - common_begin(name, each), each);
    }
    if (nearest.empty()) return "";
    return "; did you mean " + std::get<2>(*nearest.begin()) + "?";
}

}  // namespace traceleft::ask
