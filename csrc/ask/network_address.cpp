// SPDX-License-Identifier: MIT
#include "network_address.h"

#include <arpa/inet.h>

#include <charconv>
#include <cstring>

namespace traceleft::ask {

namespace {

/// The address without its "/N", and N.
struct Parts {
    std::string address;
    unsigned bits;
};

std::optional<Parts> split(const std::string& text, unsigned most) {
    std::size_t slash = text.find('/');
    Parts parts{text.substr(0, slash), most};
    if (slash == std::string::npos) return parts;
    const char *begin = text.data() + slash + 1, *end = text.data() + text.size();
    auto [stop, error] = std::from_chars(begin, end, parts.bits);
    if (error != std::errc() || stop != end || parts.bits > most) return std::nullopt;
    return parts;
}

}  // namespace

std::optional<Network4> parse_network4(const std::string& text) {
    std::optional<Parts> parts = split(text, 32);
    in_addr address{};
    if (!parts || text.find('\0') != std::string::npos || inet_pton(AF_INET, parts->address.c_str(), &address) != 1)
        return std::nullopt;
    std::uint32_t mask = parts->bits ? ~std::uint32_t{0} << (32 - parts->bits) : 0;
    return Network4{ntohl(address.s_addr), mask};
}

std::optional<Network6> parse_network6(const std::string& text) {
    std::optional<Parts> parts = split(text, 128);
    in6_addr address{}, mask{};
    if (!parts || text.find('\0') != std::string::npos || inet_pton(AF_INET6, parts->address.c_str(), &address) != 1)
        return std::nullopt;
    for (unsigned bit = 0; bit < parts->bits; bit++) mask.s6_addr[bit / 8] |= 0x80 >> (bit % 8);
    Network6 network;
    std::memcpy(network.address.data(), &address, sizeof(address));
    std::memcpy(network.mask.data(), &mask, sizeof(mask));
    return network;
}

}  // namespace traceleft::ask
