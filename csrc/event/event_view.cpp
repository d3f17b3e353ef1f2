// SPDX-License-Identifier: MIT
#include "event_view.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

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

template <typename T>
T load(std::span<const std::byte> bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

// No lambda: GCC would evaluate it while compiling, for seconds.
std::vector<std::string> numbered_names() {
    std::vector<std::string> names(UINT16_MAX + 1);  // any count that a header can hold
    for (std::size_t i = 0; i < names.size(); i++) names[i] = "arg" + std::to_string(i);
    return names;
}

}  // namespace

std::optional<EventView> EventView::decode(std::span<const std::byte> bytes, const EventSchema& schema) {
    if (bytes.size() < wire::EVENT_COMMON_SIZE) return std::nullopt;
    EventView event;
    event.bytes_ = bytes;
    std::memcpy(&event.header_, bytes.data(), std::min(bytes.size(), sizeof(event.header_)));
    event.schema_ = schema.find(event.syscall(), event.header_.nr);
    event.foreign_ = bytes.size() < sizeof(event.header_) || event.header_.magic != wire::EVENT_MAGIC;
    if (event.foreign_) {
        wire::event_header common{};
        std::memcpy(&common, bytes.data(), wire::EVENT_COMMON_SIZE);
        event.header_ = common;
        return event;
    }
    std::size_t room = bytes.size() - sizeof(event.header_);
    event.arguments_ = std::min<std::size_t>(event.header_.args, room / sizeof(std::uint64_t));
    room -= event.arguments_ * sizeof(std::uint64_t);
    event.captured_ = std::min<std::size_t>(event.header_.captured, room / sizeof(wire::captured));
    return event;
}

std::string_view EventView::syscall() const { return until_nul(header_.syscall, sizeof(header_.syscall)); }

std::string_view EventView::comm() const { return until_nul(header_.comm, sizeof(header_.comm)); }

std::uint64_t EventView::argument(std::size_t index) const {
    if (index >= arguments_) return 0;
    return load<std::uint64_t>(bytes_, sizeof(header_) + index * sizeof(std::uint64_t));
}

bool EventView::argument_applies(std::size_t index) const {
    if (!schema_ || index >= schema_->arguments.size()) return true;
    const Argument& meaning = schema_->arguments[index];
    return !meaning.when_argument || (argument(*meaning.when_argument) & meaning.when_mask);
}

std::optional<Captured> EventView::captured(std::size_t argument) const {
    std::size_t records = sizeof(header_) + arguments_ * sizeof(std::uint64_t);
    std::size_t offset = records + captured_ * sizeof(wire::captured);
    for (std::size_t i = 0; i < captured_; i++) {
        auto captured = load<wire::captured>(bytes_, records + i * sizeof(wire::captured));
        std::size_t size = offset < bytes_.size() ? std::min<std::size_t>(captured.size, bytes_.size() - offset) : 0;
        if (captured.arg == argument)
            return Captured{{reinterpret_cast<const char*>(bytes_.data()) + (size ? offset : 0), size},
                            captured.status};
        offset += (std::size_t{captured.size} + 7) / 8 * 8;
    }
    return std::nullopt;
}

std::uint32_t EventView::truncated() const {
    std::size_t records = sizeof(header_) + arguments_ * sizeof(std::uint64_t);
    std::uint32_t mask = 0;
    for (std::size_t i = 0; i < captured_; i++) {
        auto captured = load<wire::captured>(bytes_, records + i * sizeof(wire::captured));
        if (captured.status == wire::CAPTURED_TRUNCATED && captured.arg < 32) mask |= std::uint32_t{1} << captured.arg;
    }
    return mask;
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
    return !event.is_entry() && ret < 0 && ret >= -max_errno ? static_cast<int>(-ret) : 0;
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
