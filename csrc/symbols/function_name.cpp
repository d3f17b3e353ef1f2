// SPDX-License-Identifier: MIT
#include "function_name.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <string_view>

namespace traceleft {

namespace {

constexpr std::size_t longest_arguments = 32;

/// The place of the bracket `open` that belongs to the last `close` in `text`; npos where there is none.
std::size_t opening_of(std::string_view text, char open, char close) {
    int depth = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        if (text[i] == close) depth++;
        if (text[i] == open && !--depth) return i;
    }
    return std::string_view::npos;
}

constexpr std::string_view operator_word = "operator";

/// Whether it ends in an operator's name, or a part of one: operator, operator<, operator().
bool ends_in_operator(std::string_view text) {
    std::size_t begin = text.rfind(operator_word);
    return begin != std::string_view::npos &&
           text.find_first_not_of("<>=-!+*/%&|^~()[],", begin + operator_word.size()) == std::string_view::npos;
}

/// Whether the bracket at `at` belongs to an operator's name.
bool in_operator(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 2;  // of its characters, before the last
    std::string_view before = text.substr(0, at);
    return ends_in_operator(before) && before.size() - before.rfind(operator_word) - operator_word.size() <= longest;
}

/// The place of the bracket that closes the one at `open`.
std::size_t closing_of(std::string_view text, std::size_t open) {
    char close = text[open] == '<' ? '>' : ')';
    int depth = 0;
    for (std::size_t i = open; i < text.size(); i++) {
        if (text[i] == text[open]) depth++;
        if (text[i] == close && !(close == '>' && text[i - 1] == '-') && !--depth) return i;
    }
    return std::string_view::npos;
}

/// Removes the parameters, and all that follows them: const, [clone .cold].
std::string_view without_parameters(std::string_view name) {
    while (!name.empty()) {
        std::size_t close = name.find_last_of(")]");
        if (close == std::string_view::npos) return name;
        if (name[close] == ']') {
            std::size_t clone = name.rfind(" [clone");
            if (clone == std::string_view::npos) return name;
            name = name.substr(0, clone);
            continue;
        }
        // "f() const", but not "(anonymous namespace)::x" or "f()::{lambda()#1}::x".
        std::string_view behind = name.substr(close + 1);
        if (!behind.empty() && behind.front() != ' ') return name;
        std::size_t open = opening_of(name.substr(0, close + 1), '(', ')');
        if (open == std::string_view::npos || !open) return name;
        return name.substr(0, open);
    }
    return name;
}

/// Shortens "int f<char>" to "f<char>": the part behind the last blank outside of brackets.
std::string_view without_return_type(std::string_view name) {
    int depth = 0;
    for (std::size_t i = name.size(); i-- > 0;) {
        char each = name[i];
        bool bracket = std::string_view("<>(){}[]").find(each) != std::string_view::npos;
        if (bracket && in_operator(name, i)) continue;
        if (bracket) depth += std::string_view(">)}]").find(each) != std::string_view::npos ? 1 : -1;
        if (each != ' ' || depth) continue;
        if (ends_in_operator(name.substr(0, i))) continue;  // operator bool, operator<< <int>
        return name.substr(i + 1);
    }
    return name;
}

/// Removes the marks of functions whose types differ between two versions of the compiler's library: f[abi:cxx11].
std::string without_abi_tags(std::string name) {
    for (std::size_t begin = 0; (begin = name.find("[abi:", begin)) != std::string::npos;)
        name.erase(begin, name.find(']', begin) - begin + 1);
    return name;
}

/// Replaces long template arguments by "...", and long parameters of a function around a local name.
std::string with_short_arguments(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); i++) {
        bool opens = (name[i] == '<' || name[i] == '(') && !in_operator(name, i);
        std::size_t end = opens ? closing_of(name, i) : i;
        if (end == std::string_view::npos) return std::string(name);  // no brackets after all
        if (end - i > longest_arguments) {
            out.append({name[i], '.', '.', '.', name[end]});
            i = end;
        } else {
            out += name[i];
        }
    }
    return out;
}

}  // namespace

std::string short_function_name(const std::string& symbol) {
    std::string mangled = symbol.substr(0, symbol.find('@'));  // a version: memcpy@GLIBC_2.14
    int status = 0;
    std::unique_ptr<char, decltype(&std::free)> demangled(
        abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
    if (status || !demangled) return mangled;
    std::string name = without_abi_tags(demangled.get());
    return with_short_arguments(without_return_type(without_parameters(name)));
}

}  // namespace traceleft
