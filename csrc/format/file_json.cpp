// SPDX-License-Identifier: MIT
#include "file_json.h"

#include <optional>

#include "output_limit.h"
#include "socket_facts.h"
#include "value_text.h"

namespace traceleft {

namespace {

class FileObject {
public:
    FileObject(std::string_view place, UndecodableSink& undecodable, std::string& out)
        : place_(place), undecodable_(undecodable), out_(out) {
        out_ += '{';
    }
    ~FileObject() { out_ += '}'; }
    FileObject(const FileObject&) = delete;

    void number(std::string_view name, std::uint64_t value) {
        key(name);
        append_number(value, out_);
    }
    void flag(std::string_view name, bool value) {
        if (!value) return;
        key(name);
        out_ += "true";
    }
    void text(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        if (append_json_string(value, out_)) return;
        undecodable_.undecodable(std::string(place_).append(".").append(name), value);
    }
    void end_of_socket(std::string_view address, std::string_view port, const std::optional<SocketEnd>& end) {
        if (!end) return;
        text(address, end->address);
        if (end->port) number(port, *end->port);
    }

private:
    void key(std::string_view name) {
        if (out_.back() != '{') out_ += ',';
        ((out_ += '"') += name) += "\":";
    }

    std::string_view place_;
    UndecodableSink& undecodable_;
    std::string& out_;
};

void append_socket(const wire::socket_record& socket, FileObject& object) {
    object.text("family", family_name(socket.family));
    object.text("type", socket_type_name(socket.type));
    object.text("protocol", protocol_name(socket));
    object.text("state", state_name(socket.state));
    object.end_of_socket("local_addr", "local_port", local_end(socket));
    object.end_of_socket("peer_addr", "peer_port", peer_end(socket));
    if (socket.peer_pid) object.number("peer_pid", socket.peer_pid);
    if (socket.peer_inode) object.number("peer_inode", socket.peer_inode);
    if (socket.cookie) object.number("cookie", socket.cookie);
    if (socket.network_namespace) object.number("network_namespace", socket.network_namespace);
}

}  // namespace

void append_file_json(const OpenFile& file, std::string_view place, UndecodableSink& undecodable, std::string& out) {
    check_output(out.size());
    FileObject object(place, undecodable, out);
    object.number("id", file.id());
    object.number("version", file.version());
    object.text("kind", file.kind_word());
    object.text("path", file.path());
    if (file.host_path() != file.path()) object.text("host_path", file.host_path());
    object.flag("deleted", file.deleted());
    object.flag("created", file.created());
    object.flag("made", file.made());
    object.number("device", file.device());
    object.number("inode", file.head().inode);
    if (file.head().special) object.number("rdev", file.special_device());
    if (file.head().mount_namespace) object.number("mount_namespace", file.head().mount_namespace);
    if (file.socket()) append_socket(*file.socket(), object);
}

}  // namespace traceleft
