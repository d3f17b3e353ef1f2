// SPDX-License-Identifier: MIT
#include "path_check.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/nsfs.h>
#include <linux/openat2.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <iterator>
#include <string_view>
#include <utility>

#include "unique_fd.h"

namespace traceleft {

namespace {

using namespace std::chrono_literals;

// Inodes' times are those of the last tick: up to 10 ms before, where the kernel has 100 a second.
constexpr std::int64_t tick = 10'000'000;
constexpr std::size_t most_mounts = 64;  // tables of a second

struct OpeningCall {
    std::string_view name;
    std::uint16_t path;  ///< which argument it is
    std::uint16_t flags;
    bool at;   ///< the argument before is a directory
    bool how;  ///< the flags are in a struct open_how
};
constexpr OpeningCall calls_with_paths[] = {
    {"openat", 1, 2, true, false},
    {"open", 0, 1, false, false},
    {"openat2", 1, 2, true, true},
    {"creat", 0, 1, false, false},
};

// The calls by which we look at a path are not looked at: that would make others, without an end.
bool is_own(const wire::event_header& header) { return header.tid == static_cast<std::uint32_t>(gettid()); }

const OpeningCall* opening_call(std::span<const std::byte> event) {
    wire::event_header header;
    if (event.size() < sizeof(header)) return nullptr;
    std::memcpy(&header, event.data(), sizeof(header));
    constexpr std::uint32_t no_result = wire::EVENT_ENTRY | wire::EVENT_SECCOMP;
    if (header.magic != wire::EVENT_MAGIC || !(header.flags & wire::EVENT_OBJECTS) || header.flags & no_result ||
        header.ret < 0)
        return nullptr;
    std::string_view name(header.syscall, strnlen(header.syscall, sizeof(header.syscall)));
    for (const OpeningCall& call : calls_with_paths)
        if (call.name == name) return is_own(header) ? nullptr : &call;
    return nullptr;
}

struct How {
    std::uint64_t flags;
    std::uint64_t resolve;
};

std::optional<How> how_of(const EventView& event, const OpeningCall& call) {
    if (call.name == "creat") return How{O_CREAT | O_WRONLY | O_TRUNC, 0};
    if (!call.how) return How{static_cast<std::uint32_t>(event.argument(call.flags)), 0};
    std::optional<Captured> memory = event.captured(call.flags);
    open_how how{};
    if (!memory || memory->status != wire::CAPTURED_OK || memory->bytes.size() < sizeof(how)) return std::nullopt;
    std::memcpy(&how, memory->bytes.data(), sizeof(how));
    return How{how.flags, how.resolve};
}

// The path that the string means, from the process's root directory on; nullopt where that isn't known.
std::optional<std::string> whole_path(const EventView& event, const OpeningCall& call, std::string_view text) {
    if (text.starts_with('/')) return std::string(text);
    bool below = call.at && static_cast<std::int32_t>(event.argument(call.path - 1)) != AT_FDCWD;
    const OpenFile* directory = event.file(below ? call.path - 1 : wire::DESCRIBED_DIRECTORY);
    if (!directory || !directory->has_path() || directory->cut() || directory->deleted()) return std::nullopt;
    return (directory->path() + '/').append(text);
}

// Whether an answer of a moment ago will do: what has no links does not lead elsewhere soon.
bool is_lasting(const Walked& walked) { return walked.end == Walked::End::Unknown || !walked.links; }

ino_t inode_of(int fd) {
    struct stat status{};
    return fstat(fd, &status) ? 0 : status.st_ino;
}

// Whether that is a process's mount namespace, and one whose mounts are root's: others could mount an overlay of a FUSE
// file system, and keep whoever looks at it waiting.
bool has_namespace(const std::string& process, std::uint32_t mount_namespace) {
    constexpr ino_t initial = 0xEFFFFFFD;  // include/linux/proc_ns.h: PROC_USER_INIT_INO
    UniqueFd mounts(open(("/proc/" + process + "/ns/mnt").c_str(), O_RDONLY | O_CLOEXEC));
    if (!mounts || inode_of(mounts.get()) != mount_namespace) return false;
    UniqueFd owner(ioctl(mounts.get(), NS_GET_USERNS));
    return owner && inode_of(owner.get()) == initial;
}

// Whether a process's root directory is still the one that it had at the call: it may have changed it since. `path` is
// that of its mount namespace, which is also what /proc writes unless our own root directory is a chroot's.
bool is_at(int root, const std::string& path) {
    std::array<char, PATH_MAX> target;
    ssize_t size = readlink(("/proc/self/fd/" + std::to_string(root)).c_str(), target.data(), target.size());
    return size > 0 && std::string_view(target.data(), size) == (path.empty() ? "/" : path);
}

// The mount's file system, and nothing that is asked of it. Linux 5.8.
std::uint64_t mount_of(int fd) {
    struct statx status{};
    int flags = AT_EMPTY_PATH | AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT;
    return statx(fd, "", flags, STATX_MNT_ID, &status) || !(status.stx_mask & STATX_MNT_ID) ? 0 : status.stx_mnt_id;
}

}  // namespace

bool PathCheck::differs(std::span<const std::byte> bytes, const Objects& objects, const WallClock& clock) {
    const OpeningCall* call = opening_call(bytes);
    if (!call) return false;
    std::optional<EventView> event = EventView::decode(bytes, schema_, &objects);
    const OpenFile* opened = event->file(wire::DESCRIBED_RESULT);
    if (!opened || !opened->has_path() || opened->cut() || opened->deleted() ||
        opened->head().object.flags & wire::OBJECT_DETACHED)
        return false;
    std::optional<Captured> text = event->captured(call->path);
    if (!text || text->status != wire::CAPTURED_OK || text->bytes.empty()) return false;
    if (text->bytes == opened->path()) return false;  // as most, and quickly
    std::optional<std::string> path = whole_path(*event, *call, text->bytes);
    if (!path || lexical_path(*path) == opened->path()) return false;
    std::optional<How> how = how_of(*event, *call);
    if (!how || how->resolve & RESOLVE_IN_ROOT || (how->flags & O_TMPFILE) == O_TMPFILE) return false;
    View view{event->header().pid, opened->head().mount_namespace, opened->host_path()};
    std::string_view inside = opened->path() == "/" && view.root != "/" ? "" : std::string_view(opened->path());
    if (!view.root.ends_with(inside)) return false;
    view.root.resize(view.root.size() - inside.size());
    std::uint64_t duration = event->header().flags & wire::EVENT_DURATION ? event->header().duration : 0;
    std::int64_t called = clock.since_epoch(event->header().timestamp - duration) - tick;
    return leads_elsewhere(view, *path, !(how->flags & O_NOFOLLOW), *opened, called);
}

bool PathCheck::leads_elsewhere(const View& view, const std::string& path, bool follow, const OpenFile& opened,
                                std::int64_t called) {
    auto leads = [&](const std::string& where, bool through, auto&& enough) -> std::optional<Walked> {
        std::string key = std::to_string(view.mount_namespace) + (through ? '+' : '-') + view.root + '\0' + where;
        if (const Walked* known = recall(key); known && enough(*known)) return *known;
        std::optional<Walked> walked = look_up(view, where, through);
        if (walked) remember(std::move(key), *walked);
        return walked;
    };
    now_ = Clock::now();
    std::optional<Walked> named = leads(path, follow, [&](const Walked& known) {
        return is_lasting(known) || (known.end == Walked::End::Found && known.path == opened.path());
    });
    if (!named || named->end == Walked::End::Unknown || named->path == opened.path()) return false;
    if (named->changed >= called) return false;  // it may have led there at the time of the call
    auto is_opened = [&](const Walked& each) {
        return each.end == Walked::End::Found && each.path == opened.path() && each.inode == opened.head().inode;
    };
    // Not where the file that was opened has been renamed or removed: the other may have come in its place.
    std::optional<Walked> there = leads(opened.path(), false, is_opened);
    if (!there || !is_opened(*there)) return false;
    return named->end == Walked::End::Missing || named->device != there->device || named->inode != there->inode;
}

const Walked* PathCheck::recall(const std::string& key) {
    auto found = places_.find(key);
    if (found == places_.end() || found->second->until < now_) return nullptr;
    recent_.splice(recent_.begin(), recent_, found->second);
    return &found->second->walked;
}

void PathCheck::remember(std::string key, const Walked& walked) {
    if (auto found = places_.find(key); found != places_.end()) {
        recent_.erase(found->second);
        places_.erase(found);
    }
    recent_.push_front({std::move(key), walked, now_ + options_.life});
    places_.emplace(recent_.front().key, recent_.begin());
    if (recent_.size() <= options_.remembered) return;
    places_.erase(recent_.back().key);
    recent_.pop_back();
}

std::optional<Walked> PathCheck::look_up(const View& view, const std::string& path, bool follow) {
    if (now_ >= second_ + 1s) {
        second_ = now_;
        walks_ = 0;
    }
    if (walks_ >= options_.walks_per_second) {
        skipped_.fetch_add(1, std::memory_order_relaxed);
        return std::nullopt;
    }
    walks_++;
    return walk(view, path, follow);
}

Walked PathCheck::walk(const View& view, const std::string& path, bool follow) {
    constexpr int flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
    std::string process = std::to_string(view.pid);
    if (!has_namespace(process, view.mount_namespace)) {
        // It is gone, or has another number here. Its root directory was ours, as far as can be told.
        process = "self";
        if (!view.root.empty() || !has_namespace(process, view.mount_namespace)) return {};
    }
    if (now_ >= mounts_until_ || mounts_.size() >= most_mounts) {
        mounts_.clear();
        mounts_until_ = now_ + 1s;
    }
    UniqueFd root(open(("/proc/" + process + "/root").c_str(), flags));
    if (!root || !is_at(root.get(), view.root)) return {};
    const Mounts& mounts = mounts_of(std::to_string(view.mount_namespace) + view.root, process);
    FileSystem of_root = mounts.of_mount(mount_of(root.get()));
    // A directory that is no mount's root is not in the table of the process that has it as its root.
    if (of_root == FileSystem::Unknown) of_root = mounts_of("", "self").of_mount(mount_of(root.get()));
    return walk_path(root.get(), of_root, mounts, path, follow);
}

const Mounts& PathCheck::mounts_of(const std::string& key, const std::string& process) {
    auto [found, is_new] = mounts_.try_emplace(key);
    if (is_new) found->second = Mounts::of(process);
    return found->second;
}

}  // namespace traceleft
