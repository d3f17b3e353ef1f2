// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace traceleft {

/// One end of a socket.
struct SocketEnd {
    std::string address;  ///< "127.0.0.1"; of a unix socket its name, an abstract one's with "@" for NUL
    std::optional<std::uint32_t> port = {};  ///< of the internet and of vsock; netlink's port id
};

/// "AF_INET"; "AF_77" for one without a name here.
std::string family_name(std::uint16_t family);
/// "SOCK_STREAM".
std::string socket_type_name(std::uint16_t type);
/// As the kernel calls what carries it: "TCP", "UDPv6", "UNIX-STREAM", "NETLINK"; empty where it isn't known.
std::string_view protocol_name(const wire::socket_record& socket);
/// "established", "listen", ...; empty for one without a name.
std::string_view state_name(std::uint16_t state);

/// nullopt where the socket has none (yet).
std::optional<SocketEnd> local_end(const wire::socket_record& socket);
std::optional<SocketEnd> peer_end(const wire::socket_record& socket);

}  // namespace traceleft
