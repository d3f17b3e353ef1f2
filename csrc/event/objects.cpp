// SPDX-License-Identifier: MIT
#include "objects.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <iterator>

#include "batch.h"
#include "named_pids.h"

namespace traceleft {

namespace {

// include/uapi/linux/magic.h
constexpr std::uint32_t pipefs = 0x50495045;
constexpr std::uint32_t sockfs = 0x534F434B;
constexpr std::uint32_t anon_inodes = 0x09041934;
constexpr std::uint32_t pidfs = 0x50494446;
constexpr std::uint32_t nsfs = 0x6E736673;
constexpr std::uint32_t tmpfs = 0x01021994;
constexpr std::uint32_t hugetlbfs = 0x958458F6;
constexpr std::string_view memfd_prefix = "memfd:";  // mm/memfd.c: MFD_NAME_PREFIX

constexpr std::string_view kind_names[] = {"regular", "directory", "pipe",  "fifo",      "socket", "character",
                                           "block",   "symlink",   "memfd", "anonymous", "unknown"};
static_assert(std::size(kind_names) == static_cast<std::size_t>(FileKind::Unknown) + 1);

FileKind kind_of_mode(std::uint32_t mode) {
    switch (mode & S_IFMT) {
        case S_IFREG:
            return FileKind::Regular;
        case S_IFDIR:
            return FileKind::Directory;
        case S_IFIFO:
            return FileKind::Fifo;
        case S_IFSOCK:
            return FileKind::Socket;
        case S_IFCHR:
            return FileKind::Character;
        case S_IFBLK:
            return FileKind::Block;
        case S_IFLNK:
            return FileKind::Link;
        default:
            return FileKind::Unknown;
    }
}

std::string numbered(std::string_view kind, std::uint64_t inode) {
    return std::string(kind) + ":[" + std::to_string(inode) + "]";
}

bool goes_before(const std::shared_ptr<const OpenFile>& file, const ObjectKey& key) { return file->key() < key; }

}  // namespace

MemoryAccount ObjectTable::account("traceleft::ObjectTable::add", "open files that the kernel has told of");

std::string path_of_names(std::string_view names, bool cut) {
    std::vector<std::string_view> each;
    while (!names.empty()) {
        std::size_t end = std::min(names.find('\0'), names.size());
        each.push_back(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    std::string path = cut ? "..." : "";
    for (auto name = each.rbegin(); name != each.rend(); name++) (path += '/') += *name;
    return path.empty() ? "/" : path;
}

std::string_view kind_name(FileKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<OpenFile> OpenFile::decode(std::span<const std::byte> record) {
    OpenFile file;
    if (record.size() < sizeof(file.head_) || !is_object(record)) return std::nullopt;
    std::memcpy(&file.head_, record.data(), sizeof(file.head_));
    if (file.head_.object.kind != wire::OBJECT_FILE) return std::nullopt;
    std::size_t room = record.size() - sizeof(file.head_);
    file.head_.names = static_cast<std::uint16_t>(std::min<std::size_t>(file.head_.names, room));
    file.head_.inside = std::min(file.head_.inside, file.head_.names);
    std::size_t end = sizeof(file.head_) + padded(file.head_.names);
    if (file.has(wire::OBJECT_SOCKET) && end + sizeof(wire::socket_record) <= record.size()) {
        wire::socket_record& socket = file.socket_.emplace();
        std::memcpy(&socket, record.data() + end, sizeof(socket));
        socket.name_size = std::min<std::uint16_t>(socket.name_size, sizeof(socket.name));
        socket.peer_name_size = std::min<std::uint16_t>(socket.peer_name_size, sizeof(socket.peer_name));
        end += sizeof(socket);
    }
    end = std::min(end, record.size());
    file.record_.assign(record.begin(), record.begin() + static_cast<std::ptrdiff_t>(end));
    file.find_kind();
    file.find_paths();
    return file;
}

std::string_view OpenFile::last_name() const {
    std::string_view names(reinterpret_cast<const char*>(record_.data()) + sizeof(head_), head_.names);
    return names.substr(0, names.find('\0'));
}

void OpenFile::find_kind() {
    bool shared_memory = head_.magic == tmpfs || head_.magic == hugetlbfs;
    if (head_.magic == pipefs)
        kind_ = FileKind::Pipe;
    else if (head_.magic == sockfs)
        kind_ = FileKind::Socket;
    else if (head_.magic == anon_inodes || head_.magic == pidfs || head_.magic == nsfs)
        kind_ = FileKind::Anonymous;
    else if (shared_memory && std::size_t{head_.names} == last_name().size() + 1 &&
             last_name().starts_with(memfd_prefix))
        kind_ = FileKind::Memfd;
    else
        kind_ = kind_of_mode(head_.mode);
}

void OpenFile::find_paths() {
    std::string_view names(reinterpret_cast<const char*>(record_.data()) + sizeof(head_), head_.names);
    if (head_.magic == pipefs || head_.magic == sockfs) {
        path_ = numbered(kind_word(), head_.inode);
    } else if (head_.magic == nsfs) {
        path_ = numbered("ns", head_.inode);
    } else if (head_.magic == pidfs) {
        path_ = "anon_inode:[pidfd]";  // as before the file system was: fs/pidfs.c, pidfs_dname()
    } else if (head_.magic == anon_inodes) {
        path_ = std::string("anon_inode:") += last_name();
    } else {
        host_path_ = path_of_names(names, cut());
        path_ = path_of_names(names.substr(0, head_.inside), cut() && head_.inside == head_.names);
        return;
    }
    host_path_ = path_;
}

std::string_view OpenFile::kind_word() const {
    if (kind_ != FileKind::Anonymous) return kind_name(kind_);
    if (head_.magic == pidfs) return "pidfd";
    if (head_.magic == nsfs) return "namespace";
    std::string_view name = last_name();
    if (name.size() > 2 && name.front() == '[' && name.back() == ']') name = name.substr(1, name.size() - 2);
    return name.empty() ? kind_name(kind_) : name;
}

bool OpenFile::has_path() const {
    return kind_ != FileKind::Pipe && kind_ != FileKind::Anonymous && kind_ != FileKind::Memfd && head_.magic != sockfs;
}

std::uint64_t OpenFile::device() const { return makedev(head_.device >> 20, head_.device & 0xfffff); }

std::uint64_t OpenFile::special_device() const { return makedev(special_major(), special_minor()); }

Descriptions Descriptions::of(std::span<const std::byte> event) {
    wire::event_header header;
    if (event.size() < sizeof(header)) return {};
    std::memcpy(&header, event.data(), sizeof(header));
    if (header.magic != wire::EVENT_MAGIC || !(header.flags & wire::EVENT_OBJECTS)) return {};
    event = event.first(event.size() - NamedPids::of(event).bytes());
    std::size_t records = sizeof(header) + std::size_t{header.args} * sizeof(std::uint64_t);
    std::size_t begin = records + std::size_t{header.captured} * sizeof(wire::captured);
    if (begin > event.size()) return {};
    for (std::size_t i = 0; i < header.captured; i++) {
        wire::captured captured;
        std::memcpy(&captured, event.data() + records + i * sizeof(captured), sizeof(captured));
        begin += padded(captured.size);
    }
    return begin < event.size() ? Descriptions(event.subspan(begin)) : Descriptions();
}

std::optional<wire::described> Descriptions::find(std::uint16_t place) const {
    for (std::size_t i = 0; i < size(); i++)
        if ((*this)[i].place == place) return (*this)[i];
    return std::nullopt;
}

const std::shared_ptr<const OpenFile>& Objects::share(ObjectKey key) const {
    static const std::shared_ptr<const OpenFile> none;
    auto found = std::lower_bound(files_.begin(), files_.end(), key, goes_before);
    return found != files_.end() && (*found)->key() == key ? *found : none;
}

void Objects::add(std::shared_ptr<const OpenFile> file) {
    auto place = std::lower_bound(files_.begin(), files_.end(), file->key(), goes_before);
    if (place == files_.end() || (*place)->key() != file->key()) files_.insert(place, std::move(file));
}

void Objects::add(const Objects& others) {
    if (others.processes_.size()) processes_.add(others.processes_);
    stacks_.add(others.stacks_);
    if (others.files_.empty()) return;
    std::vector<std::shared_ptr<const OpenFile>> both;
    both.reserve(files_.size() + others.files_.size());
    std::set_union(files_.begin(), files_.end(), others.files_.begin(), others.files_.end(), std::back_inserter(both),
                   [](const auto& one, const auto& other) { return one->key() < other->key(); });
    files_ = std::move(both);
}

void ObjectTable::add(std::shared_ptr<const OpenFile> file) {
    std::lock_guard lock(mutex_);
    auto [place, is_new] = places_.try_emplace(file->key());
    if (!is_new) {
        bytes_ -= (*place->second)->raw().size();
        recent_.erase(place->second);
    }
    bytes_ += file->raw().size();
    recent_.push_front(std::move(file));
    place->second = recent_.begin();
    if (recent_.size() > limit_) {
        bytes_ -= recent_.back()->raw().size();
        places_.erase(recent_.back()->key());
        recent_.pop_back();
    }
    memory_.set(bytes_ + recent_.size() * sizeof(OpenFile));
}

std::shared_ptr<const OpenFile> ObjectTable::find(ObjectKey key) {
    std::lock_guard lock(mutex_);
    auto found = places_.find(key);
    if (found == places_.end()) return nullptr;
    recent_.splice(recent_.begin(), recent_, found->second);
    return *found->second;
}

std::size_t ObjectTable::size() {
    std::lock_guard lock(mutex_);
    return recent_.size();
}

}  // namespace traceleft
