// SPDX-License-Identifier: MIT
#include "object_uses.h"

#include <algorithm>
#include <optional>

#include "captured_memory.h"
#include "value_walk.h"

namespace traceleft {

namespace {

/// The bytes that a call transferred: what it returns, or what its messages say.
std::uint64_t transferred(const EventView& event) {
    const SyscallSchema& schema = *event.schema();
    std::uint64_t ret = event.header().ret;
    for (std::size_t i = 0; i < schema.arguments.size(); i++) {
        if (schema.arguments[i].value.kind != Kind::Mmsghdr) continue;
        std::optional<Captured> messages = event.captured(i);
        if (!messages) return 0;
        std::uint64_t bytes = 0;
        for (Pieces pieces(messages->bytes); ret && pieces.current(); pieces.advance()) {
            if (!pieces.at(wire::PIECE_HEADER)) continue;
            bytes += MessageHeader(*pieces.current()).length;
            ret--;
        }
        return bytes;
    }
    return ret;
}

void add_time(Use& use, const EventView& event) {
    const wire::event_header& header = event.header();
    use.calls++;
    if (event_errno(event)) use.errors++;
    if (header.flags & wire::EVENT_DURATION) use.ns += header.duration;
    use.first = use.first ? std::min(use.first, header.timestamp) : header.timestamp;
    use.last = std::max(use.last, header.timestamp);
}

// A directory that a relative name begins at is not what the call is about.
bool is_about(const EventView& event, std::uint16_t place) {
    if (place == wire::DESCRIBED_DIRECTORY) return false;
    const SyscallSchema& schema = *event.schema();
    return place >= schema.arguments.size() || schema.arguments[place].value.kind == Kind::Fd;
}

// Its record was made for this event.
bool is_told_by(const EventView& event, const OpenFile& file) {
    const wire::object_record& object = file.head().object;
    return file.version() == 1 && object.timestamp >= event.header().timestamp;
}

}  // namespace

/// A call, and what it adds to whatever it was about.
struct ObjectUses::Call {
    const EventView& event;
    bool returned;            ///< with success
    std::uint64_t bytes = 0;  ///< transferred
};

ObjectUses::ObjectUses(std::shared_ptr<const EventSchema> schema, std::size_t limit)
    : schema_(std::move(schema)), limit_(limit) {}

void ObjectUses::add(const Batch& batch) {
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < batch.size(); i++)
        if (std::optional<EventView> event = batch.view(i, *schema_)) add_event(*event);
}

void ObjectUses::add_event(const EventView& event) {
    if (event.foreign() || !event.schema() || event.unfinished()) return;
    Call call{event, event.returned() && event.header().ret >= 0};
    bool transfers = event.schema()->reads || event.schema()->writes;
    if (call.returned && transfers) call.bytes = transferred(event);
    std::vector<std::uint64_t> seen;  // a call may be given one file twice
    const Descriptions all = event.described();
    for (std::size_t i = 0; i < all.size(); i++) {
        const wire::described each = all[i];
        const OpenFile* file = is_about(event, each.place) ? event.file(each.place) : nullptr;
        if (!file) continue;
        add_object(call, each.place, *file, std::find(seen.begin(), seen.end(), file->id()) == seen.end());
        seen.push_back(file->id());
    }
    if (!call.returned) add_failed_open(call);
}

void ObjectUses::add_object(const Call& call, std::uint16_t place, const OpenFile& file, bool first) {
    FileUse* its = nullptr;
    Use* use = nullptr;
    if (file.socket()) {
        use = socket_of(call, file);
    } else if ((its = file_of(file))) {
        use = &its->use;
    }
    if (!use) {
        dropped_ += first;
        return;
    }
    const SyscallSchema& schema = *call.event.schema();
    if (first) add_time(*use, call.event);
    if (call.returned && place == schema.reads) {
        use->reads++;
        use->bytes_read += call.bytes;
    }
    if (call.returned && place == schema.writes) {
        use->writes++;
        use->bytes_written += call.bytes;
    }
    bool created = file.head().object.flags & wire::OBJECT_CREATED;
    if (its && place >= wire::DESCRIBED_RESULT && created && is_told_by(call.event, file)) its->opens++;
}

// The name that no file was found under, or none that may be opened.
void ObjectUses::add_failed_open(const Call& call) {
    const SyscallSchema& schema = *call.event.schema();
    if (schema.returns.kind != Kind::Fd || !event_errno(call.event)) return;
    auto named = std::find_if(schema.arguments.begin(), schema.arguments.end(),
                              [](const Argument& each) { return each.value.kind == Kind::String; });
    if (named == schema.arguments.end()) return;
    std::optional<Captured> name = call.event.captured(named - schema.arguments.begin());
    if (!name || !name->here()) return;
    FileUse* its = entry({"", 0, 0, std::string(name->bytes)});
    if (its)
        add_time(its->use, call.event);
    else
        dropped_++;
}

FileUse* ObjectUses::file_of(const OpenFile& file) {
    FileUse* its = entry({std::string(file.kind_word()), file.device(), file.head().inode, file.host_path()});
    if (its) its->deleted = file.deleted();
    return its;
}

FileUse* ObjectUses::entry(FileKey key) {
    auto known = files_.find(key);
    if (known != files_.end()) return &known->second;
    if (files_.size() >= limit_) return nullptr;
    FileUse fresh;
    std::tie(fresh.kind, fresh.device, fresh.inode, fresh.path) = key;
    return &files_.emplace(std::move(key), std::move(fresh)).first->second;
}

Use* ObjectUses::socket_of(const Call& call, const OpenFile& socket) {
    auto known = sockets_.find(socket.id());
    if (known == sockets_.end()) {
        if (sockets_.size() >= limit_) return nullptr;
        known = sockets_.emplace(socket.id(), SocketUse{}).first;
        known->second.pid = static_cast<pid_t>(call.event.header().pid);
        known->second.comm = call.event.comm();
    }
    SocketUse& its = known->second;
    if (!its.socket || its.socket->version() < socket.version()) its.socket = std::make_shared<OpenFile>(socket);
    return &its.use;
}

std::vector<FileUse> ObjectUses::files() const {
    std::lock_guard lock(mutex_);
    std::vector<FileUse> all;
    for (const auto& [key, file] : files_) all.push_back(file);
    return all;
}

std::vector<SocketUse> ObjectUses::sockets() const {
    std::lock_guard lock(mutex_);
    std::vector<SocketUse> all;
    for (const auto& [id, socket] : sockets_) all.push_back(socket);
    std::sort(all.begin(), all.end(), [](const SocketUse& a, const SocketUse& b) { return a.use.first < b.use.first; });
    return all;
}

std::uint64_t ObjectUses::dropped() const {
    std::lock_guard lock(mutex_);
    return dropped_;
}

}  // namespace traceleft
