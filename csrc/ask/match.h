// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace traceleft::ask {

/// The kernel matches patterns of up to so many bytes.
inline constexpr std::size_t longest_in_kernel = 128;

/// One thing that a glob asks for.
struct GlobStep {
    enum class Kind { Byte, Any, Set, Star };
    Kind kind = Kind::Byte;
    char byte = 0;              ///< Byte
    std::bitset<256> set = {};  ///< Set: the bytes it takes
};

/// `*` any bytes, `?` one byte, [a-z] and [!a] sets, `\` before one of these. Throws Error: Usage where a set has no
/// end.
std::vector<GlobStep> parse_glob(std::string_view pattern);

/// Whether a glob has nothing but bytes and `?` and at most one `*`: the kernel can decide it.
bool is_simple(const std::vector<GlobStep>& glob);

/// A glob or a POSIX extended regular expression, ready to be matched by any thread.
class Pattern {
public:
    virtual ~Pattern() = default;
    /// Of the whole text for a glob, anywhere in it for a regular expression.
    virtual bool matches(std::string_view text) const = 0;
    /// Whether what follows a text can't undo its match: a glob that ends in `*`.
    virtual bool is_open() const { return false; }
    /// Whether what follows so many bytes can't make it match either: a glob of which they are as many as come before
    /// its only `*`.
    virtual bool is_decided_by(std::size_t) const { return false; }
};

/// Throws Error: Usage as parse_glob() does.
std::shared_ptr<const Pattern> compile_glob(std::string_view pattern);
/// Throws Error: Usage where it is none, or could take too long.
std::shared_ptr<const Pattern> compile_regex(const std::string& pattern);

}  // namespace traceleft::ask
