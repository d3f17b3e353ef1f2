// SPDX-License-Identifier: MIT
#include <regex.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "error.h"
#include "match.h"

namespace traceleft::ask {

namespace {

constexpr std::size_t longest_regex = 1024;   // bytes
constexpr std::uint64_t most_repeated = 256;  // bounds multiplied: glibc writes out each repetition

// References back, which glibc has beyond POSIX, take exponential time, and bounds in bounds all memory.
void check_cost(const std::string& pattern) {
    if (pattern.size() > longest_regex)
        throw Error(ErrorKind::Usage, "a regular expression may have " + std::to_string(longest_regex) + " bytes");
    std::uint64_t repeated = 1;
    for (std::size_t at = 0; at + 1 < pattern.size(); at++) {
        char next = pattern[at + 1];
        if (pattern[at] == '\\') {
            if (next >= '1' && next <= '9')
                throw Error(ErrorKind::Usage, "a regular expression can't refer back to a group");
            at++;
        } else if (pattern[at] == '{') {
            const char* text = pattern.c_str() + at + 1;
            char* end = nullptr;
            std::uint64_t bound = std::strtoul(text, &end, 10);
            if (*end == ',') bound = std::max<std::uint64_t>(bound, std::strtoul(end + 1, nullptr, 10));
            repeated *= std::clamp<std::uint64_t>(bound, 1, most_repeated + 1);
            if (repeated > most_repeated)
                throw Error(ErrorKind::Usage, "a regular expression may repeat " + std::to_string(most_repeated) +
                                                  " times, all its bounds multiplied");
        }
    }
}

class Regex : public Pattern {
public:
    explicit Regex(const std::string& pattern) {
        check_cost(pattern);
        if (pattern.find('\0') != std::string::npos)
            throw Error(ErrorKind::Usage, "a regular expression can't have a NUL");
        if (int refused = regcomp(&compiled_, pattern.c_str(), REG_EXTENDED | REG_NOSUB)) {
            std::array<char, 128> reason{};
            regerror(refused, &compiled_, reason.data(), reason.size());
            throw Error(ErrorKind::Usage, std::string("this is no regular expression: ") + reason.data());
        }
    }
    ~Regex() override { regfree(&compiled_); }
    Regex(const Regex&) = delete;
    Regex& operator=(const Regex&) = delete;

    bool matches(std::string_view text) const override {
        regmatch_t extent{};
        extent.rm_eo = static_cast<regoff_t>(text.size());
        return regexec(&compiled_, text.data() ? text.data() : "", 1, &extent, REG_STARTEND) == 0;
    }

private:
    regex_t compiled_{};
};

}  // namespace

std::shared_ptr<const Pattern> compile_regex(const std::string& pattern) { return std::make_shared<Regex>(pattern); }

}  // namespace traceleft::ask
