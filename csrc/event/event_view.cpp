// SPDX-License-Identifier: MIT
#include "event_view.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "captured_memory.h"
#include "value_walk.h"

namespace traceleft {

namespace {

// include/linux/errno.h; the descriptions are strace's.
struct KernelErrno {
    int errnum;
    const char* name;
    const char* description;
};
constexpr KernelErrno kernel_errnos[] = {
    {512, "ERESTARTSYS", "To be restarted if SA_RESTART is set"},
    {513, "ERESTARTNOINTR", "To be restarted"},
    {514, "ERESTARTNOHAND", "To be restarted if no handler"},
    {516, "ERESTART_RESTARTBLOCK", "Interrupted by signal"},
};

const KernelErrno* find_kernel_errno(int errnum) {
    for (const KernelErrno& entry : kernel_errnos)
        if (entry.errnum == errnum) return &entry;
    return nullptr;
}

std::string_view until_nul(const char* text, std::size_t limit) { return {text, strnlen(text, limit)}; }

// Whether that is the text up to its NUL.
template <std::size_t limit>
bool is_name(const char (&text)[limit], std::string_view name) {
    return name.size() < limit && !text[name.size()] && !std::memcmp(text, name.data(), name.size());
}

template <typename T>
T load(std::span<const std::byte> bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

bool in_pieces(const EventView& event, std::size_t index) {
    const SyscallSchema* known = event.schema();
    if (!known || index >= known->arguments.size()) return false;
    return facts_of(meaning_of(event, known->arguments[index]).kind).place == Place::Pieces;
}

// Whether more was there than one of the pieces has, or than there are pieces for.
bool has_cut_piece(std::string_view bytes) {
    std::size_t iovecs = 0;  // that the message promises and that have not come yet
    for (Pieces pieces(bytes); const Piece* piece = pieces.current(); pieces.advance()) {
        if (piece->head.status == wire::CAPTURED_TRUNCATED) return true;
        if (piece->head.kind == wire::PIECE_HEADER) {
            if (iovecs) return true;
            iovecs = MessageHeader(*piece).iovlen;
        } else if (piece->head.kind == wire::PIECE_IOVEC && iovecs) {
            iovecs--;
        }
    }
    return iovecs != 0;
}

// No lambda: GCC would evaluate it while compiling, for seconds.
std::vector<std::string> numbered_names() {
    std::vector<std::string> names(UINT16_MAX + 1);  // any count that a header can hold
    for (std::size_t i = 0; i < names.size(); i++) names[i] = "arg" + std::to_string(i);
    return names;
}

}  // namespace

std::optional<EventView> EventView::decode_header(std::span<const std::byte> bytes) {
    std::optional<EventView> found;
    if (bytes.size() < wire::EVENT_COMMON_SIZE) return found;
    found = EventView();  // in its place: to move one costs as much as to decode it
    EventView& event = *found;
    event.bytes_ = bytes;
    if (bytes.size() >= sizeof(event.header_)) std::memcpy(&event.header_, bytes.data(), sizeof(event.header_));
    event.foreign_ = event.header_.magic != wire::EVENT_MAGIC;
    if (event.foreign_) {
        event.header_ = {};
        std::memcpy(&event.header_, bytes.data(), wire::EVENT_COMMON_SIZE);
    } else if (event.stopped_by_seccomp()) {
        event.header_.ret = 0;  // as at an entry
    }
    return found;
}

std::optional<EventView> EventView::decode(std::span<const std::byte> bytes, const EventSchema& schema,
                                           const Objects* objects) {
    std::optional<EventView> event = decode_header(bytes);
    if (!event) return event;  // the same one everywhere: to move an event costs as much as to decode it
    const wire::event_header& header = event->header_;
    event->objects_ = objects;
    const EventSchema* abi = event->is_compat() ? schema.compat() : &schema;
    if (abi) {
        const SyscallSchema* likely = abi->likely(header.nr);
        event->schema_ = likely && is_name(header.syscall, likely->syscall.name) ? likely : abi->find(event->syscall());
    }
    if (event->foreign_) return event;
    std::size_t room = bytes.size() - sizeof(header);
    event->arguments_ = std::min<std::size_t>(header.args, room / sizeof(std::uint64_t));
    room -= event->arguments_ * sizeof(std::uint64_t);
    event->captured_ = std::min<std::size_t>(header.captured, room / sizeof(wire::captured));
    std::size_t records = sizeof(header) + event->arguments_ * sizeof(std::uint64_t);
    for (std::size_t i = 0; i < event->captured_; i++)
        event->statuses_ |= load<wire::captured>(bytes, records + i * sizeof(wire::captured)).status;
    return event;
}

std::string_view EventView::syscall() const { return until_nul(header_.syscall, sizeof(header_.syscall)); }

bool EventView::argument_applies(std::size_t index) const {
    if (!schema_ || index >= schema_->arguments.size()) return true;
    const Argument& meaning = schema_->arguments[index];
    if (meaning.value.cases && meaning_of(*this, meaning).kind == Kind::Unused) return false;
    return !meaning.when_argument || (argument(*meaning.when_argument) & meaning.when_mask);
}

template <typename Function>
void EventView::for_each_captured(Function&& function) const {
    constexpr std::uint16_t late = wire::CAPTURED_LATE;
    std::size_t records = sizeof(header_) + arguments_ * sizeof(std::uint64_t);
    std::size_t offset = records + captured_ * sizeof(wire::captured);
    for (std::size_t i = 0; i < captured_; i++) {
        auto captured = load<wire::captured>(bytes_, records + i * sizeof(wire::captured));
        std::size_t size = offset < bytes_.size() ? std::min<std::size_t>(captured.size, bytes_.size() - offset) : 0;
        std::string_view bytes(reinterpret_cast<const char*>(bytes_.data()) + (size ? offset : 0), size);
        if (function(captured.arg, Captured{bytes, static_cast<std::uint16_t>(captured.status & ~late),
                                            (captured.status & late) != 0}))
            return;
        offset += (std::size_t{captured.size} + 7) / 8 * 8;
    }
}

std::optional<Captured> EventView::find_captured(std::size_t arg) const {
    std::optional<Captured> found;
    for_each_captured([&](std::uint16_t its, const Captured& captured) {
        if (its == arg) found = captured;
        return found.has_value();
    });
    return found;
}

std::optional<Captured> EventView::passed(std::size_t argument) const {
    if (!schema_ || argument >= schema_->arguments.size() || !schema_->arguments[argument].overwritten)
        return std::nullopt;  // as for most, and quickly
    std::optional<Captured> passed = find_captured(argument | wire::CAPTURED_PASSED);
    return passed && passed->status != wire::CAPTURED_NONE ? passed : std::nullopt;
}

std::uint32_t EventView::truncated() const {
    std::uint32_t mask = 0;
    if (is_whole()) return mask;
    for_each_captured([&](std::uint16_t arg, const Captured& captured) {
        std::uint32_t bit = std::uint32_t{1} << (arg & 31);
        if ((arg & ~wire::CAPTURED_PASSED) >= 32 || mask & bit) return false;
        if (captured.status == wire::CAPTURED_TRUNCATED || (in_pieces(*this, arg) && has_cut_piece(captured.bytes)))
            mask |= bit;
        return false;
    });
    return mask;
}

std::uint32_t EventView::late() const {
    std::uint32_t mask = 0;
    if (!(statuses_ & (wire::CAPTURED_LATE | wire::CAPTURED_FAULT))) return mask;
    for_each_captured([&](std::uint16_t arg, const Captured& captured) {
        std::size_t index = arg & ~wire::CAPTURED_PASSED;
        bool unknown = arg & wire::CAPTURED_PASSED && captured.status == wire::CAPTURED_FAULT;
        if (index < 32 && (captured.late || unknown) && argument(index)) mask |= std::uint32_t{1} << index;
        return false;
    });
    return mask;
}

std::uint32_t EventView::with_status(std::uint16_t status) const {
    std::uint32_t mask = 0;
    if ((statuses_ & status) != status) return mask;  // they are all or'ed
    for_each_captured([&](std::uint16_t arg, const Captured& captured) {
        if (captured.status != status || arg >= 32 || !argument(arg)) return false;
        bool known = schema_ && arg < schema_->arguments.size();
        // Its command may say that it is no pointer this time; of an environment only the number may be wanted.
        bool is_number = known && is_scalar(meaning_of(*this, schema_->arguments[arg]).kind);
        bool is_counted = status == wire::CAPTURED_NONE && !captured.bytes.empty();
        if (!is_number && !is_counted) mask |= std::uint32_t{1} << arg;
        return false;
    });
    return mask;
}

const OpenFile* EventView::file(std::uint16_t place) const {
    if (!has_objects() || !objects_ || foreign_) return nullptr;
    std::optional<wire::described> found = described().find(place);
    return found && found->object ? objects_->find({found->object, found->version}) : nullptr;
}

const OpenFile* EventView::argument_file(std::size_t index) const {
    if (!has_objects() || index >= wire::DESCRIBED_RESULT) return nullptr;
    if (const OpenFile* found = file(static_cast<std::uint16_t>(index))) return found;
    bool directory = schema_ && index < schema_->arguments.size() &&
                     meaning_of(*this, schema_->arguments[index]).kind == Kind::DirFd;
    if (!directory || static_cast<std::int32_t>(argument(index)) != at_fdcwd) return nullptr;
    return file(wire::DESCRIBED_DIRECTORY);
}

const NamedStack* EventView::stack(std::uint16_t place) const {
    if (!has_objects() || foreign_) return nullptr;
    std::optional<wire::described> found = described().find(place);
    if (!found) return nullptr;
    if (found->status != wire::DESCRIBED_OK) return &NamedStack::lost();
    return objects_ ? objects_->stacks().find(found->object) : nullptr;
}

std::string_view EventView::resolved_path() const {
    const OpenFile* opened = schema_ ? file(wire::DESCRIBED_RESULT) : nullptr;
    if (!opened || !opened->has_path()) return {};
    bool by_name = std::any_of(schema_->arguments.begin(), schema_->arguments.end(),
                               [](const Argument& each) { return each.value.kind == Kind::String; });
    return by_name ? std::string_view(opened->path()) : std::string_view();
}

std::span<const std::byte> EventView::extra() const {
    return foreign_ ? bytes_.subspan(wire::EVENT_COMMON_SIZE) : std::span<const std::byte>();
}

std::string_view argument_name(const EventView& event, std::size_t index) {
    const SyscallSchema* known = event.schema();
    if (known && index < known->arguments.size()) return known->arguments[index].name;
    static const std::vector<std::string> numbered = numbered_names();
    return index < numbered.size() ? std::string_view(numbered[index]) : std::string_view("arg");
}

int event_errno(const EventView& event) {
    constexpr std::int64_t max_errno = 4095;  // include/linux/err.h: MAX_ERRNO
    std::int64_t ret = event.header().ret;
    if (event.is_source() && is_user_probe(event.syscall())) return 0;  // what it returns is its own affair
    return event.returned() && ret < 0 && ret >= -max_errno ? static_cast<int>(-ret) : 0;
}

std::string_view errno_name(int errnum) {
    if (const KernelErrno* entry = find_kernel_errno(errnum)) return entry->name;
    const char* name = strerrorname_np(errnum);
    return name ? name : "";
}

std::string_view errno_description(int errnum) {
    if (const KernelErrno* entry = find_kernel_errno(errnum)) return entry->description;
    const char* text = strerrordesc_np(errnum);
    return text ? text : "";
}

}  // namespace traceleft
