// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace traceleft {

/// What an open file is.
enum class FileKind { Regular, Directory, Pipe, Fifo, Socket, Character, Block, Link, Memfd, Anonymous, Unknown };

/// "regular", "directory", "pipe", ...; of an anonymous inode its own name: "eventfd", "eventpoll", "pidfd".
std::string_view kind_name(FileKind kind);

/// An object that descriptors stand for, as the kernel told of it once: never changed afterwards. What can be told of it
/// anew, such as a name or a peer, makes another version of it.
class OpenFile {
public:
    /// nullopt where the bytes are no record of an open file. Any bytes can be given.
    static std::optional<OpenFile> decode(std::span<const std::byte> record);

    std::uint64_t id() const { return head_.object.object; }
    std::uint32_t version() const { return head_.object.version; }
    const wire::file_record& head() const { return head_; }
    /// Null for what is no socket, or one of which nothing is known.
    const wire::socket_record* socket() const { return socket_ ? &*socket_ : nullptr; }
    /// The whole record, as <traceleft/event.h> lays it out.
    std::span<const std::byte> raw() const { return record_; }

    FileKind kind() const { return kind_; }
    /// The kind in a word: kind_name(), or the anonymous inode's.
    std::string_view kind_word() const;
    /// Where the process sees it: a path with "/" first, without " (deleted)"; "socket:[4711]", "pipe:[4712]",
    /// "anon_inode:[eventfd]" as /proc/PID/fd has them.
    const std::string& path() const { return path_; }
    /// The same from the root of the process's mount namespace on: another path in a chroot.
    const std::string& host_path() const { return host_path_; }
    bool deleted() const { return head_.object.flags & wire::OBJECT_DELETED; }
    bool cut() const { return head_.object.flags & wire::OBJECT_PATH_CUT; }

private:
    wire::file_record head_{};
    std::optional<wire::socket_record> socket_;
    std::vector<std::byte> record_;
    FileKind kind_ = FileKind::Unknown;
    std::string path_;
    std::string host_path_;
};

/// Whether a record of the ring tells of an object, and is no event.
bool is_object(std::span<const std::byte> record);

/// The objects that the events of a batch refer to: a batch can be understood by itself.
class Objects {
public:
    /// Null for one that isn't here.
    std::shared_ptr<const OpenFile> find(std::uint64_t id, std::uint32_t version) const;
    void add(std::shared_ptr<const OpenFile> file);
    std::size_t size() const;
    /// In the order of their ids and versions.
    std::vector<std::shared_ptr<const OpenFile>> all() const;
};

/// The objects that the kernel has told of, from which batches take theirs. It keeps `limit` of them, those that were
/// asked for last.
class ObjectTable {
public:
    explicit ObjectTable(std::size_t limit);
    void add(std::shared_ptr<const OpenFile> file);
    std::shared_ptr<const OpenFile> find(std::uint64_t id, std::uint32_t version);
};

}  // namespace traceleft
