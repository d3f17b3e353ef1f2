// SPDX-License-Identifier: MIT
#include "file_protobuf.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "output_limit.h"
#include "socket_facts.h"
#include "utf8.h"

namespace traceleft {

namespace {

// The numbers of traceleft/generate/proto.py and of templates/traceleft.proto.j2.
enum EventNumber : std::uint32_t { event_files = 28, event_resolved_path, event_path_mismatch };
enum EventFileNumber : std::uint32_t { event_file_place = 1, event_file_file };
enum FileNumber : std::uint32_t {
    file_id = 1,
    file_version,
    file_kind,
    file_path,
    file_host_path,
    file_deleted,
    file_created,
    file_device,
    file_inode,
    file_rdev,
    file_mount_namespace,
    file_socket,
    file_made,
};
enum SocketNumber : std::uint32_t {
    socket_family = 1,
    socket_type,
    socket_protocol,
    socket_state,
    socket_local_addr,
    socket_local_port,
    socket_peer_addr,
    socket_peer_port,
    socket_peer_pid,
    socket_peer_inode,
    socket_cookie,
    socket_network_namespace,
};

// What is 0 or empty is not written: so readers see it, too.
void add_known(Message& message, std::uint32_t number, std::uint64_t value) {
    if (value) message->add_uint64(number, value);
}

void add_known(Message& message, std::uint32_t number, std::string_view bytes) {
    if (!bytes.empty()) message->add_bytes(number, bytes.data(), bytes.size());
}

// Readers refuse a message with a `string` that is no UTF-8.
void add_text(Message& message, std::uint32_t number, std::string_view bytes) {
    std::string text;
    append_utf8(bytes, text);
    add_known(message, number, text);
}

void add_end(Message& message, std::uint32_t addr, std::uint32_t port, const std::optional<SocketEnd>& end) {
    if (!end) return;
    add_known(message, addr, end->address);
    if (end->port) message->add_uint32(port, *end->port);
}

void add_socket(Message& file, const wire::socket_record& socket) {
    Message message(file, file_socket);
    add_known(message, socket_family, family_name(socket.family));
    add_known(message, socket_type, socket_type_name(socket.type));
    add_known(message, socket_protocol, protocol_name(socket));
    add_known(message, socket_state, state_name(socket.state));
    add_end(message, socket_local_addr, socket_local_port, local_end(socket));
    add_end(message, socket_peer_addr, socket_peer_port, peer_end(socket));
    add_known(message, socket_peer_pid, socket.peer_pid);
    add_known(message, socket_peer_inode, socket.peer_inode);
    add_known(message, socket_cookie, socket.cookie);
    add_known(message, socket_network_namespace, socket.network_namespace);
}

void add_file(Message& around, const OpenFile& file) {
    Message message(around, event_file_file);
    add_known(message, file_id, file.id());
    add_known(message, file_version, file.version());
    add_text(message, file_kind, file.kind_word());
    add_known(message, file_path, file.path());
    if (file.host_path() != file.path()) add_known(message, file_host_path, file.host_path());
    add_known(message, file_deleted, file.deleted());
    add_known(message, file_created, file.created());
    add_known(message, file_device, file.device());
    add_known(message, file_inode, file.head().inode);
    if (file.head().special) add_known(message, file_rdev, file.special_device());
    add_known(message, file_mount_namespace, file.head().mount_namespace);
    if (file.socket()) add_socket(message, *file.socket());
    add_known(message, file_made, file.made());
}

}  // namespace

void add_files(Message& message, const EventView& event, const std::string& out) {
    for_each_file(event, [&](std::string_view place, const OpenFile& file) {
        check_output(out.size());
        Message each(message, event_files);
        add_text(each, event_file_place, place);
        add_file(each, file);
    });
    add_known(message, event_resolved_path, event.resolved_path());
    add_known(message, event_path_mismatch, event.path_mismatch());
}

}  // namespace traceleft
