// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "batch.h"
#include "event_view.h"
#include "objects.h"

namespace traceleft {

/// What calls did with a file or a socket.
struct Use {
    std::uint64_t calls = 0;  ///< that were given a descriptor of it, or returned one
    std::uint64_t errors = 0;
    std::uint64_t reads = 0;
    std::uint64_t writes = 0;
    std::uint64_t bytes_read = 0;
    std::uint64_t bytes_written = 0;
    std::uint64_t ns = 0;     ///< in calls whose duration is known
    std::uint64_t first = 0;  ///< event_header.timestamp
    std::uint64_t last = 0;
};

/// A file under one path. It was opened `opens` times, and may have been open before.
struct FileUse {
    std::string path;  ///< on the host's side of a chroot; of one that could not be opened, as the program named it
    std::string kind;  ///< OpenFile::kind_word(); empty for one that could not be opened
    bool deleted = false;
    std::uint64_t device = 0;  ///< as st_dev
    std::uint64_t inode = 0;
    std::uint64_t opens = 0;
    Use use;
};

/// A socket, with the addresses that it had last.
struct SocketUse {
    std::shared_ptr<const OpenFile> socket;
    pid_t pid = 0;     ///< the process that used it first
    std::string comm;  ///< its name then
    Use use;
};

/// Adds up what calls do with the objects that their events describe. Safe to use from several threads.
class ObjectUses {
public:
    /// Keeps up to `limit` files and as many sockets apart. Calls on others are counted in dropped().
    ObjectUses(std::shared_ptr<const EventSchema> schema, std::size_t limit);

    void add(const Batch& batch);
    std::vector<FileUse> files() const;
    std::vector<SocketUse> sockets() const;
    std::uint64_t dropped() const;

private:
    /// Kind, device, inode, path.
    using FileKey = std::tuple<std::string, std::uint64_t, std::uint64_t, std::string>;
    struct Call;

    void add_event(const EventView& event);
    /// `first`: of the call, which may be given an object twice.
    void add_object(const Call& call, std::uint16_t place, const OpenFile& file, bool first);
    void add_failed_open(const Call& call);
    FileUse* file_of(const OpenFile& file);
    FileUse* entry(FileKey key);
    Use* socket_of(const Call& call, const OpenFile& socket);

    mutable std::mutex mutex_;
    std::shared_ptr<const EventSchema> schema_;
    std::size_t limit_;
    std::map<FileKey, FileUse> files_;
    std::unordered_map<std::uint64_t, SocketUse> sockets_;  ///< by OpenFile::id()
    std::uint64_t dropped_ = 0;
};

}  // namespace traceleft
