// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace traceleft {

/// What can be done on a file system without waiting for anybody.
enum class FileSystem {
    Local,    ///< names can be looked up, and links be read
    Proc,     ///< likewise, but what its links lead to depends on the process
    Unknown,  ///< it may wait for a server or a process, such as NFS, FUSE and autofs
};

/// The mounts that a process sees.
class Mounts {
public:
    Mounts() = default;
    /// `mountinfo`: as /proc/PID/mountinfo has it.
    explicit Mounts(std::string_view mountinfo);
    /// That of a process: "self", or a number. Nothing is known where it can't be read.
    static Mounts of(const std::string& process);

    /// The file system that is mounted on a directory.
    FileSystem on(const std::string& directory) const;
    /// The file system of a mount, by STATX_MNT_ID.
    FileSystem of_mount(std::uint64_t id) const;

private:
    std::map<std::string, FileSystem> by_directory_;
    std::map<std::uint64_t, FileSystem> by_id_;
};

/// Where a path leads.
struct Walked {
    enum class End {
        Found,
        Missing,  ///< to no file
        Unknown,  ///< it can't be told without waiting, or without being that process
    };
    End end = End::Unknown;
    bool links = false;        ///< links were followed
    std::int64_t changed = 0;  ///< ns since 1970: when the last of them was made, or a name was last put into or taken
                               ///< out of the directory that lacks one
    std::uint64_t device = 0;  ///< st_dev and st_ino
    std::uint64_t inode = 0;
    std::string path;  ///< of the file from `root` on, without links
};

/// A path without ".", ".." and empty names, as if none of its names were a link.
std::string lexical_path(std::string_view path);

/// Follows a path from `root`, a directory opened with O_PATH, which nothing leads out of. It opens nothing but with
/// O_PATH, follows no link of /proc, mounts nothing and enters no file system that may keep it waiting.
/// `follow`: the last name, too, if it is a link.
Walked walk_path(int root, FileSystem of_root, const Mounts& mounts, std::string_view path, bool follow);

}  // namespace traceleft
