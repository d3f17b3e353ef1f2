// SPDX-License-Identifier: MIT
#include "socket_facts.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <iterator>

namespace traceleft {

namespace {

struct Named {
    std::uint16_t value;
    std::string_view name;
};

constexpr Named families[] = {
    {AF_UNIX, "AF_UNIX"},       {AF_INET, "AF_INET"},     {AF_INET6, "AF_INET6"},
    {AF_NETLINK, "AF_NETLINK"}, {AF_PACKET, "AF_PACKET"}, {AF_BLUETOOTH, "AF_BLUETOOTH"},
    {AF_ALG, "AF_ALG"},         {AF_VSOCK, "AF_VSOCK"},   {AF_XDP, "AF_XDP"},
};
constexpr Named types[] = {
    {SOCK_STREAM, "SOCK_STREAM"}, {SOCK_DGRAM, "SOCK_DGRAM"},         {SOCK_RAW, "SOCK_RAW"},
    {SOCK_RDM, "SOCK_RDM"},       {SOCK_SEQPACKET, "SOCK_SEQPACKET"}, {SOCK_DCCP, "SOCK_DCCP"},
};

// include/net/tcp_states.h, from 1
constexpr std::string_view states[] = {"established", "syn_sent",  "syn_recv", "fin_wait1",
                                       "fin_wait2",   "time_wait", "close",    "close_wait",
                                       "last_ack",    "listen",    "closing",  "new_syn_recv"};

template <std::size_t size>
std::string named(const Named (&all)[size], std::uint16_t value, std::string_view prefix) {
    const Named* found = std::find_if(all, all + size, [&](const Named& each) { return each.value == value; });
    if (found != all + size) return std::string(found->name);
    return std::string(prefix) + std::to_string(value);
}

bool is_internet(std::uint16_t family) { return family == AF_INET || family == AF_INET6; }

struct Protocol {
    std::uint16_t number;
    std::string_view name, name6;
};
// What struct proto.name says, which /proc/PID/fd's system.sockprotoname has.
constexpr Protocol protocols[] = {
    {IPPROTO_TCP, "TCP", "TCPv6"},
    {IPPROTO_UDP, "UDP", "UDPv6"},
    {IPPROTO_ICMP, "PING", "PINGv6"},
    {IPPROTO_ICMPV6, "PING", "PINGv6"},
    {IPPROTO_SCTP, "SCTP", "SCTPv6"},
    {IPPROTO_DCCP, "DCCP", "DCCPv6"},
    {IPPROTO_UDPLITE, "UDP-Lite", "UDPLITEv6"},
    {IPPROTO_MPTCP, "MPTCP", "MPTCPv6"},
};

std::string internet_address(std::uint16_t family, const wire::u8* bytes) {
    char text[INET6_ADDRSTRLEN] = "";
    inet_ntop(family, bytes, text, sizeof(text));
    return text;
}

std::string unix_name(const wire::u8* name, std::uint16_t size) {
    std::string text(reinterpret_cast<const char*>(name), size);
    if (text.starts_with('\0'))
        text.front() = '@';
    else
        text.resize(std::min(text.find('\0'), text.size()));
    return text;
}

std::optional<SocketEnd> end_of(std::uint16_t family, const wire::u8* address, std::uint16_t port, std::uint32_t id,
                                std::uint32_t vsock_port, const wire::u8* name, std::uint16_t name_size) {
    switch (family) {
        case AF_INET:
        case AF_INET6:
            if (!port && std::all_of(address, address + 16, [](wire::u8 byte) { return !byte; })) return std::nullopt;
            return SocketEnd{internet_address(family, address), port};
        case AF_UNIX:
            if (!name_size) return std::nullopt;
            return SocketEnd{unix_name(name, name_size)};
        case AF_NETLINK:
            if (!id) return std::nullopt;
            return SocketEnd{"", id};
        case AF_VSOCK:
            if (!id && !vsock_port) return std::nullopt;
            return SocketEnd{std::to_string(id), vsock_port};
        default:
            return std::nullopt;
    }
}

}  // namespace

std::string family_name(std::uint16_t family) { return named(families, family, "AF_"); }

std::string socket_type_name(std::uint16_t type) { return named(types, type, "SOCK_"); }

std::string_view protocol_name(const wire::socket_record& socket) {
    if (socket.family == AF_UNIX) return socket.type == SOCK_STREAM ? "UNIX-STREAM" : "UNIX";
    if (socket.family == AF_NETLINK) return "NETLINK";
    if (socket.family == AF_PACKET) return "PACKET";
    if (socket.family == AF_VSOCK) return "AF_VSOCK";
    if (!is_internet(socket.family)) return {};
    bool six = socket.family == AF_INET6;
    if (socket.type == SOCK_RAW) return six ? "RAWv6" : "RAW";
    for (const Protocol& each : protocols)
        if (each.number == socket.protocol) return six ? each.name6 : each.name;
    return {};
}

std::string_view state_name(std::uint16_t state) {
    return state && state <= std::size(states) ? states[state - 1] : std::string_view();
}

std::optional<SocketEnd> local_end(const wire::socket_record& socket) {
    return end_of(socket.family, socket.local, socket.local_port, socket.local_id, socket.local_vsock_port, socket.name,
                  socket.name_size);
}

std::optional<SocketEnd> peer_end(const wire::socket_record& socket) {
    return end_of(socket.family, socket.peer, socket.peer_port, socket.peer_id, socket.peer_vsock_port,
                  socket.peer_name, socket.peer_name_size);
}

}  // namespace traceleft
