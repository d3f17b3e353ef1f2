// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "memory_account.h"
#include "named_stack.h"
#include "process.h"

namespace traceleft {

/// What an open file is.
enum class FileKind { Regular, Directory, Pipe, Fifo, Socket, Character, Block, Link, Memfd, Anonymous, Unknown };

/// "regular", "directory", "pipe", ...
std::string_view kind_name(FileKind kind);

/// What an object's records are told apart by: its number, and what was told of it the how many-th time.
struct ObjectKey {
    std::uint64_t id;
    std::uint32_t version;

    auto operator<=>(const ObjectKey&) const = default;
};

/// An object that descriptors stand for, as the kernel told of it once: never changed afterwards. What can be told of
/// it anew, such as a name or a peer, makes another version of it.
class OpenFile {
public:
    /// nullopt where the bytes are no record of an open file. Any bytes can be given.
    static std::optional<OpenFile> decode(std::span<const std::byte> record);

    ObjectKey key() const { return {id(), version()}; }
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
    /// "anon_inode:[eventfd]" as /proc/PID/fd has them. Where the names nearest to the root are missing it begins with
    /// "...".
    const std::string& path() const { return path_; }
    /// The same from the root of the process's mount namespace on: another path in a chroot.
    const std::string& host_path() const { return host_path_; }
    /// Whether it has a path, and not only a text in the place of one.
    bool has_path() const;
    /// The device of its file system, and the one that it is, as st_dev and st_rdev have them.
    std::uint64_t device() const;
    std::uint64_t special_device() const;
    std::uint32_t special_major() const { return head_.special >> 20; }
    std::uint32_t special_minor() const { return head_.special & 0xfffff; }
    bool deleted() const { return has(wire::OBJECT_DELETED); }
    bool cut() const { return has(wire::OBJECT_PATH_CUT); }
    /// By the call that told of it first; else it was there before.
    bool created() const { return has(wire::OBJECT_CREATED); }
    /// Whether the call that opened it made the file; else that existed.
    bool made() const { return has(wire::OBJECT_MADE); }

private:
    bool has(std::uint16_t flag) const { return head_.object.flags & flag; }
    std::string_view last_name() const;
    void find_kind();
    void find_paths();

    wire::file_record head_{};
    std::optional<wire::socket_record> socket_;
    std::vector<std::byte> record_;
    FileKind kind_ = FileKind::Unknown;
    std::string path_;
    std::string host_path_;
};

/// A path of names that stand last first, each with its NUL. "..." stands in the place of those that were cut off.
std::string path_of_names(std::string_view names, bool cut);

/// Whether a record of the ring tells of an object, and is no event.
inline bool is_object(std::span<const std::byte> record) {
    std::uint64_t mark = 0;
    if (record.size() < sizeof(mark)) return false;
    std::memcpy(&mark, record.data(), sizeof(mark));
    return mark == OBJECT_MARK;
}

/// What an event says its descriptors stand for: the struct described behind it.
class Descriptions {
public:
    Descriptions() = default;
    /// Those of an event; any bytes can be given.
    static Descriptions of(std::span<const std::byte> event);

    std::size_t size() const { return bytes_.size() / sizeof(wire::described); }
    wire::described operator[](std::size_t index) const {
        wire::described described;
        std::memcpy(&described, bytes_.data() + index * sizeof(described), sizeof(described));
        return described;
    }
    /// nullopt where nothing was described at that place.
    std::optional<wire::described> find(std::uint16_t place) const;

private:
    explicit Descriptions(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::span<const std::byte> bytes_;
};

/// The objects that the events of a batch refer to, open files and stacks, and their processes: a batch can be
/// understood by itself.
class Objects {
public:
    /// Null for one that isn't here.
    const OpenFile* find(ObjectKey key) const { return share(key).get(); }
    const std::shared_ptr<const OpenFile>& share(ObjectKey key) const;
    void add(std::shared_ptr<const OpenFile> file);
    void add(const Objects& others);
    /// Takes those that an event refers to, as Batch::take_objects() does.
    template <typename Find>
    void take(std::span<const std::byte> event, Find&& find) {
        Descriptions all = Descriptions::of(event);
        for (std::size_t i = 0; i < all.size(); i++) {
            ObjectKey key{all[i].object, all[i].version};
            if (all[i].place >= wire::DESCRIBED_USER_STACK) continue;
            if (!key.id || this->find(key)) continue;
            if (std::shared_ptr<const OpenFile> file = find(key)) add(std::move(file));
        }
    }
    /// Of the files.
    std::size_t size() const { return files_.size(); }
    /// The files, in the order of their keys.
    const std::vector<std::shared_ptr<const OpenFile>>& all() const { return files_; }

    const Processes& processes() const { return processes_; }
    Processes& processes() { return processes_; }
    const NamedStacks& stacks() const { return stacks_; }
    NamedStacks& stacks() { return stacks_; }

private:
    std::vector<std::shared_ptr<const OpenFile>> files_;
    Processes processes_;
    NamedStacks stacks_;
};

/// The objects that the kernel has told of, from which batches take theirs. It keeps `limit` of them, those that were
/// asked for last. Safe to use from several threads.
class ObjectTable {
public:
    explicit ObjectTable(std::size_t limit) : limit_(limit) {}
    void add(std::shared_ptr<const OpenFile> file);
    /// Null for one that it was never told of, or that it has forgotten.
    std::shared_ptr<const OpenFile> find(ObjectKey key);
    std::size_t size();

private:
    struct Hash {
        std::size_t operator()(const ObjectKey& key) const { return key.id * 0x9e3779b97f4a7c15 + key.version; }
    };
    using Recent = std::list<std::shared_ptr<const OpenFile>>;  ///< the last one that was asked for first

    static MemoryAccount account;

    std::size_t limit_;
    std::mutex mutex_;
    Recent recent_;
    std::unordered_map<ObjectKey, Recent::iterator, Hash> places_;
    std::size_t bytes_ = 0;
    AccountedMemory memory_{account};
};

}  // namespace traceleft
