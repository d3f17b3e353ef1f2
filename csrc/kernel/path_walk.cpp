// SPDX-License-Identifier: MIT
#include "path_walk.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include "unique_fd.h"

namespace traceleft {

namespace {

constexpr int most_links = 40;  // include/linux/namei.h: MAXSYMLINKS
constexpr int most_names = 128;

// Those that ask nobody but this machine's own disks.
constexpr std::string_view local_types[] = {
    "bcachefs",  "bpf",   "btrfs",      "cgroup", "cgroup2", "debugfs", "devpts", "devtmpfs", "efivarfs",
    "erofs",     "ext2",  "ext3",       "ext4",   "f2fs",    "hfsplus", "jfs",    "iso9660",  "mqueue",
    "hugetlbfs", "ntfs3", "overlay",    "pstore", "ramfs",   "rootfs",  "sysfs",  "squashfs", "tmpfs",
    "tracefs",   "udf",   "securityfs", "vfat",   "exfat",   "xfs",     "zfs",
};

FileSystem file_system(std::string_view type) {
    if (type == "proc") return FileSystem::Proc;
    bool local = std::find(std::begin(local_types), std::end(local_types), type) != std::end(local_types);
    return local ? FileSystem::Local : FileSystem::Unknown;
}

// fs/proc_namespace.c: blanks and backslashes are three octal digits.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); i++) {
        int byte = 0;
        if (text[i] == '\\' && i + 3 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 4, byte, 8).ptr == text.data() + i + 4) {
            plain += static_cast<char>(byte);
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::vector<std::string> names_of(std::string_view path) {
    std::vector<std::string> names;
    while (!path.empty()) {
        std::size_t end = std::min(path.find('/'), path.size());
        if (std::string_view name = path.substr(0, end); !name.empty() && name != ".") names.emplace_back(name);
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return names;
}

std::int64_t nanoseconds(const statx_timestamp& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; }

// As it is known here: a server is not asked.
std::optional<struct statx> known_status(int fd) {
    struct statx status{};
    int flags = AT_EMPTY_PATH | AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT;
    if (statx(fd, "", flags, STATX_BASIC_STATS, &status)) return std::nullopt;
    return status;
}

UniqueFd open_name(int directory, const std::string& name, std::uint64_t resolve) {
    open_how how{};
    how.flags = O_PATH | O_NOFOLLOW | O_CLOEXEC;
    how.resolve = resolve | RESOLVE_NO_MAGICLINKS;
    return UniqueFd(static_cast<int>(syscall(SYS_openat2, directory, name.c_str(), &how, sizeof(how))));
}

class Walk {
public:
    Walk(int root, FileSystem of_root, const Mounts& mounts) : root_(root), of_root_(of_root), mounts_(mounts) {}

    Walked run(std::string_view path, bool follow) {
        follow_ = follow || path.ends_with('/');
        put_ahead(path);
        if (of_root_ == FileSystem::Unknown || !status_of(root_)) return walked_;
        while (!ahead_.empty()) {
            std::string name = std::move(ahead_.back());
            ahead_.pop_back();
            if (!step(std::move(name))) return walked_;
        }
        return found();
    }

private:
    struct Place {
        UniqueFd fd;
        std::string name;
        FileSystem system;
    };

    int here() const { return places_.empty() ? root_ : places_.back().fd.get(); }
    FileSystem system() const { return places_.empty() ? of_root_ : places_.back().system; }

    std::string path_here() const {
        std::string path;
        for (const Place& place : places_) (path += '/') += place.name;
        return path.empty() ? "/" : path;
    }

    void put_ahead(std::string_view path) {
        std::vector<std::string> names = names_of(path);
        std::move(names.rbegin(), names.rend(), std::back_inserter(ahead_));
    }

    bool status_of(int fd) {
        std::optional<struct statx> status = known_status(fd);
        if (status) status_ = *status;
        return status.has_value();
    }

    // Whether to go on.
    bool step(std::string name) {
        if (name == "..") {
            if (!places_.empty()) places_.pop_back();
            return true;
        }
        if (++names_ > most_names) return false;
        FileSystem its = system();
        UniqueFd fd = open_name(here(), name, RESOLVE_NO_XDEV);
        if (!fd && errno == EXDEV) {
            its = mounts_.on((places_.empty() ? "" : path_here()) + '/' + name);
            if (its == FileSystem::Unknown) return false;
            fd = open_name(here(), name, 0);
        }
        if (!fd) return errno == ENOENT || errno == ENOTDIR ? missing() : false;
        if (!status_of(fd.get())) return false;
        if (S_ISLNK(status_.stx_mode) && (follow_ || !ahead_.empty())) return follow_link(fd.get());
        places_.push_back({std::move(fd), std::move(name), its});
        return true;
    }

    bool follow_link(int link) {
        std::array<char, PATH_MAX> target;
        if (system() == FileSystem::Proc || ++links_ > most_links) return false;
        ssize_t size = readlinkat(link, "", target.data(), target.size());
        if (size <= 0 || static_cast<std::size_t>(size) == target.size()) return false;
        walked_.links = true;
        walked_.changed = std::max(walked_.changed, nanoseconds(status_.stx_ctime));
        if (target[0] == '/') places_.clear();
        put_ahead({target.data(), static_cast<std::size_t>(size)});
        return true;
    }

    bool missing() {
        if (!status_of(here())) return false;
        walked_.end = Walked::End::Missing;
        walked_.changed = std::max(walked_.changed, nanoseconds(status_.stx_mtime));
        return false;
    }

    Walked found() {
        if (!status_of(here())) return walked_;
        walked_.end = Walked::End::Found;
        walked_.device = makedev(status_.stx_dev_major, status_.stx_dev_minor);
        walked_.inode = status_.stx_ino;
        walked_.path = path_here();
        return walked_;
    }

    int root_;
    FileSystem of_root_;
    const Mounts& mounts_;
    bool follow_ = true;
    std::vector<Place> places_;
    std::vector<std::string> ahead_;  ///< the next name last
    struct statx status_{};           ///< the last one that was asked for
    int names_ = 0;
    int links_ = 0;
    Walked walked_;
};

}  // namespace

Mounts::Mounts(std::string_view mountinfo) {
    // Documentation/filesystems/proc.rst: 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::uint64_t id = 0;
        std::string parent, device, root, directory, word, type;
        fields >> id >> parent >> device >> root >> directory;
        while (fields >> word && word != "-") {
        }
        if (!(fields >> type)) continue;
        by_id_[id] = by_directory_[unescaped(directory)] = file_system(type);
    }
}

Mounts Mounts::of(const std::string& process) {
    std::ifstream file("/proc/" + process + "/mountinfo");
    std::ostringstream text;
    text << file.rdbuf();
    return Mounts(text.str());
}

FileSystem Mounts::on(const std::string& directory) const {
    auto found = by_directory_.find(directory);
    return found == by_directory_.end() ? FileSystem::Unknown : found->second;
}

FileSystem Mounts::of_mount(std::uint64_t id) const {
    auto found = by_id_.find(id);
    return found == by_id_.end() ? FileSystem::Unknown : found->second;
}

std::string lexical_path(std::string_view path) {
    std::vector<std::string> names;
    for (std::string& name : names_of(path)) {
        if (name != "..")
            names.push_back(std::move(name));
        else if (!names.empty())
            names.pop_back();
    }
    std::string joined;
    for (const std::string& name : names) (joined += '/') += name;
    return joined.empty() ? "/" : joined;
}

Walked walk_path(int root, FileSystem of_root, const Mounts& mounts, std::string_view path, bool follow) {
    return Walk(root, of_root, mounts).run(path, follow);
}

}  // namespace traceleft
