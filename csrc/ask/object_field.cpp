// SPDX-License-Identifier: MIT
#include "object_field.h"

#include <sys/socket.h>

#include <algorithm>
#include <iterator>

namespace traceleft::ask {

namespace {

// In the order of ObjectField. As outputs call them.
constexpr std::string_view fields[] = {"path",  "host_path", "kind",   "deleted",    "made",     "device",
                                       "inode", "id",        "family", "local_port", "peer_port"};
static_assert(std::size(fields) == static_cast<std::size_t>(ObjectField::PeerPort) + 1);

// What the kernel calls its anonymous inodes: OpenFile::kind_word() has them in place of FileKind::Anonymous.
constexpr std::string_view anonymous_kinds[] = {"eventfd",  "eventpoll",  "timerfd",     "signalfd", "inotify",
                                                "fanotify", "pidfd",      "io_uring",    "bpf-map",  "bpf-prog",
                                                "bpf_link", "perf_event", "userfaultfd", "namespace"};

std::optional<std::uint64_t> port(const wire::socket_record& socket, std::uint16_t number) {
    bool has_ports = socket.family == AF_INET || socket.family == AF_INET6;
    return has_ports && number ? std::optional<std::uint64_t>(number) : std::nullopt;
}

}  // namespace

std::optional<ObjectField> find_object_field(std::string_view name) {
    const auto* found = std::find(std::begin(fields), std::end(fields), name);
    if (found == std::end(fields)) return std::nullopt;
    return static_cast<ObjectField>(found - std::begin(fields));
}

std::string_view object_field_name(ObjectField field) { return fields[static_cast<std::size_t>(field)]; }

bool is_text(ObjectField field) { return field <= ObjectField::Kind; }

std::vector<std::string> file_kinds() {
    std::vector<std::string> all(std::begin(anonymous_kinds), std::end(anonymous_kinds));
    for (int kind = 0; kind < static_cast<int>(FileKind::Unknown); kind++)
        all.emplace_back(kind_name(static_cast<FileKind>(kind)));
    return all;
}

bool is_file_kind(std::string_view word) {
    const std::vector<std::string> all = file_kinds();
    return std::find(all.begin(), all.end(), word) != all.end();
}

const OpenFile* object_at(const EventView& event, std::uint32_t place) {
    return place < event.argument_count() ? event.argument_file(place) : event.file(static_cast<std::uint16_t>(place));
}

std::optional<std::uint64_t> object_number(const OpenFile& file, ObjectField field) {
    const wire::socket_record* socket = file.socket();
    switch (field) {
        case ObjectField::Deleted:
            return file.deleted();
        case ObjectField::Made:
            return file.made();
        case ObjectField::Device:
            return file.device();
        case ObjectField::Inode:
            return file.head().inode;
        case ObjectField::Id:
            return file.id();
        case ObjectField::Family:
            return socket ? std::optional<std::uint64_t>(socket->family) : std::nullopt;
        case ObjectField::LocalPort:
            return socket ? port(*socket, socket->local_port) : std::nullopt;
        case ObjectField::PeerPort:
            return socket ? port(*socket, socket->peer_port) : std::nullopt;
        default:
            return std::nullopt;
    }
}

std::string_view object_text(const OpenFile& file, ObjectField field) {
    if (field == ObjectField::Kind) return file.kind_word();
    return field == ObjectField::HostPath ? file.host_path() : file.path();
}

}  // namespace traceleft::ask
