// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace traceleft::ask {

/// An IPv4 address, or a network, as numbers.
struct Network4 {
    std::uint32_t address = 0, mask = 0;
};
std::optional<Network4> parse_network4(const std::string& text);

/// The same of IPv6, as two words that are loaded from memory.
struct Network6 {
    std::array<std::uint64_t, 2> address = {}, mask = {};
};
std::optional<Network6> parse_network6(const std::string& text);

}  // namespace traceleft::ask
