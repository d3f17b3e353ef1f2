// SPDX-License-Identifier: MIT
#include "file_text.h"

#include <linux/netlink.h>
#include <sys/socket.h>

#include <iterator>
#include <string_view>

#include "output_limit.h"
#include "socket_facts.h"
#include "value_text.h"

namespace traceleft {

namespace {

// include/uapi/linux/netlink.h: NETLINK_*
constexpr std::string_view netlink_names[] = {
    "ROUTE",   "UNUSED", "USERSOCK",      "FIREWALL",  "SOCK_DIAG", "NFLOG",  "XFRM",    "SELINUX",
    "ISCSI",   "AUDIT",  "FIB_LOOKUP",    "CONNECTOR", "NETFILTER", "IP6_FW", "DNRTMSG", "KOBJECT_UEVENT",
    "GENERIC", "17",     "SCSITRANSPORT", "ECRYPTFS",  "RDMA",      "CRYPTO", "SMC",
};

void append_end(const wire::socket_record& socket, const SocketEnd& end, std::string& out) {
    bool six = socket.family == AF_INET6;
    if (six) out += '[';
    out += end.address;
    if (six) out += ']';
    out += ':';
    append_number(*end.port, out);
}

void append_internet(const wire::socket_record& socket, const OpenFile& file, std::string& out) {
    std::optional<SocketEnd> local = local_end(socket);
    std::optional<SocketEnd> peer = peer_end(socket);
    if (!local && !peer) return append_number(file.head().inode, out);
    SocketEnd any{socket.family == AF_INET6 ? "::" : "0.0.0.0", 0};
    append_end(socket, local.value_or(any), out);
    if (!peer) return;
    out += "->";
    append_end(socket, *peer, out);
}

void append_unix(const wire::socket_record& socket, const OpenFile& file, std::string& out) {
    append_number(file.head().inode, out);
    if (socket.peer_inode) {
        out += "->";
        append_number(socket.peer_inode, out);
    }
    std::optional<SocketEnd> local = local_end(socket);
    if (!local) return;
    bool abstract = socket.name[0] == 0;
    out += abstract ? ",@\"" : ",\"";
    append_escaped(std::string_view(local->address).substr(abstract), out);
    out += '"';
}

void append_netlink(const wire::socket_record& socket, const OpenFile& file, std::string& out) {
    if (!socket.local_id) return append_number(file.head().inode, out);
    if (socket.protocol < std::size(netlink_names))
        out += netlink_names[socket.protocol];
    else
        append_number(socket.protocol, out);
    out += ':';
    append_number(socket.local_id, out);
}

void append_socket(const wire::socket_record& socket, const OpenFile& file, std::string& out) {
    std::string_view protocol = protocol_name(socket);
    if (protocol.empty()) {
        out += file.path();
        return;
    }
    (out += protocol) += ":[";
    if (socket.family == AF_UNIX)
        append_unix(socket, file, out);
    else if (socket.family == AF_NETLINK)
        append_netlink(socket, file, out);
    else if ((socket.family == AF_INET || socket.family == AF_INET6) && socket.type != SOCK_RAW)
        append_internet(socket, file, out);
    else
        append_number(file.head().inode, out);
    out += ']';
}

}  // namespace

void append_file(const OpenFile& file, std::string& out) {
    check_output(out.size());
    out += '<';
    if (file.socket()) {
        append_socket(*file.socket(), file, out);
    } else {
        append_escaped(file.path(), out, "<>");
        if (bool block = file.kind() == FileKind::Block; block || file.kind() == FileKind::Character) {
            out += block ? "<block " : "<char ";
            append_number(file.special_major(), out);
            out += ':';
            append_number(file.special_minor(), out);
            out += '>';
        }
    }
    out += '>';
    // A memfd never had a name: /proc/PID/fd has the word all the same, by fs/d_path.c, simple_dname().
    if (file.deleted() || file.kind() == FileKind::Memfd) out += "(deleted)";
}

}  // namespace traceleft
