#include "text_formatter.h"

#include <charconv>
#include <cstdio>

namespace traceleft {

namespace {

template <typename T>
void append_number(T value, std::string& out, int base = 10) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof(digits), value, base).ptr);
}

void append_hex(std::uint64_t value, std::string& out) {
    out += "0x";
    append_number(value, out, 16);
}

void append_pointer(std::uint64_t value, std::string& out) {
    if (value)
        append_hex(value, out);
    else
        out += "NULL";
}

constexpr std::int32_t at_fdcwd = -100;  // include/uapi/linux/fcntl.h

void append_result(const EventView& event, std::string& out) {
    int errnum = event_errno(event);
    if (event.is_entry()) {
        out += " ...";
    } else if (errnum >= 512) {  // never returned to user space
        out += " = ? ";
    } else {
        out += " = ";
        append_number(errnum ? std::int64_t{-1} : event.header().ret, out);
        if (errnum) out += ' ';
    }
    if (!errnum) return;
    std::string_view name = errno_name(errnum);
    if (name.empty()) {
        out += "E";
        append_number(errnum, out);
        return;
    }
    (out += name) += " (";
    (out += errno_description(errnum)) += ')';
}

}  // namespace

void append_escaped(std::string_view bytes, std::string& out) {
    for (std::size_t i = 0; i < bytes.size(); i++) {
        unsigned char byte = bytes[i];
        switch (byte) {
            case '"':
                out += "\\\"";
                continue;
            case '\\':
                out += "\\\\";
                continue;
            case '\f':
                out += "\\f";
                continue;
            case '\n':
                out += "\\n";
                continue;
            case '\r':
                out += "\\r";
                continue;
            case '\t':
                out += "\\t";
                continue;
            case '\v':
                out += "\\v";
                continue;
        }
        if (byte >= 0x20 && byte < 0x7f) {
            out += static_cast<char>(byte);
            continue;
        }
        // Octal, short where no digit follows that would be taken for a part of it.
        bool digit_follows = i + 1 < bytes.size() && bytes[i + 1] >= '0' && bytes[i + 1] <= '7';
        out += '\\';
        if (digit_follows && byte < 0100) out += '0';
        if (digit_follows && byte < 010) out += '0';
        append_number(unsigned{byte}, out, 8);
    }
}

std::int64_t current_realtime_offset() {
    std::timespec monotonic{};
    std::timespec realtime{};
    clock_gettime(CLOCK_MONOTONIC, &monotonic);
    clock_gettime(CLOCK_REALTIME, &realtime);
    return (realtime.tv_sec - monotonic.tv_sec) * std::int64_t{1'000'000'000} + realtime.tv_nsec - monotonic.tv_nsec;
}

TextFormatter::TextFormatter(std::shared_ptr<const EventSchema> schema, std::optional<std::int64_t> realtime_offset)
    : schema_(std::move(schema)), live_(!realtime_offset), realtime_offset_(realtime_offset.value_or(0)) {}

std::string TextFormatter::format(const Batch& batch) {
    std::lock_guard lock(mutex_);
    if (live_) realtime_offset_ = current_realtime_offset();
    std::string out;
    out.reserve(batch.size() * 160);
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = EventView::decode(batch.event(i), *schema_);
        if (!event) continue;
        format(*event, out);
        out += '\n';
    }
    return out;
}

void TextFormatter::format(const EventView& event, std::string& out) {
    append_time(event.header().timestamp, out);
    out += ' ';
    append_number(event.header().pid, out);
    out += ' ';
    if (event.comm().empty())
        out += '-';
    else
        append_escaped(event.comm(), out);
    out += ' ';
    append_escaped(event.syscall(), out);
    out += '(';
    bool first = true;
    for (std::size_t i = 0; i < event.argument_count(); i++) {
        if (!event.argument_applies(i)) continue;
        if (!first) out += ", ";
        first = false;
        append_argument(event, i, out);
    }
    out += ')';
    append_result(event, out);
    if (event.header().flags & wire::EVENT_DURATION) {
        char text[32];
        double seconds = static_cast<double>(event.header().duration) / 1e9;
        out.append(text, std::snprintf(text, sizeof(text), " <%.6f>", seconds));
    }
}

void TextFormatter::append_time(std::uint64_t timestamp, std::string& out) {
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    // Unsigned, for a corrupt or foreign event can hold any timestamp.
    auto since_epoch = static_cast<std::int64_t>(timestamp + static_cast<std::uint64_t>(realtime_offset_));
    std::int64_t rest = ((since_epoch % nanoseconds) + nanoseconds) % nanoseconds;
    std::time_t second = (since_epoch - rest) / nanoseconds;
    if (second != cached_second_) {
        std::tm local{};
        localtime_r(&second, &local);
        std::strftime(cached_text_, sizeof(cached_text_), "%H:%M:%S", &local);
        cached_second_ = second;
    }
    out += cached_text_;
    char fraction[8] = {'.', '0', '0', '0', '0', '0', '0', 0};
    std::int64_t microseconds = rest / 1000;
    for (int i = 6; i >= 1 && microseconds > 0; i--, microseconds /= 10)
        fraction[i] = static_cast<char>('0' + microseconds % 10);
    out.append(fraction, 7);
}

void TextFormatter::append_argument(const EventView& event, std::size_t index, std::string& out) const {
    const SyscallSchema* known = event.schema();
    if (!known || index >= known->arguments.size()) {  // no name for it: its number and the bare register
        out += "arg";
        append_number(index, out);
        out += '=';
        append_hex(event.argument(index), out);
        return;
    }
    const Argument& argument = known->arguments[index];
    out += argument.name;
    out += '=';
    append_value(event, index, argument, out);
}

void TextFormatter::append_value(const EventView& event, std::size_t index, const Argument& argument,
                                 std::string& out) const {
    std::uint64_t value = event.argument(index);
    auto low = static_cast<std::int32_t>(value);  // the kernel looks at the lower half only
    switch (argument.kind) {
        case Kind::DirFd:
            if (low == at_fdcwd) {
                out += "AT_FDCWD";
                return;
            }
            [[fallthrough]];
        case Kind::Int:
        case Kind::Fd:
            return append_number(low, out);
        case Kind::Uid:
        case Kind::Gid:
            return append_number(id_value(value), out);
        case Kind::Uint:
            return append_number(static_cast<std::uint32_t>(value), out);
        case Kind::Long:
            return append_number(static_cast<std::int64_t>(value), out);
        case Kind::Ulong:
        case Kind::Size:
            return append_number(value, out);
        case Kind::Mode: {
            std::uint32_t mode = value & 0xffff;  // umode_t has 16 bits
            out += mode < 010 ? "00" : "0";       // printf's %#03o
            return append_number(mode, out, 8);
        }
        case Kind::Pointer:
            return append_pointer(value, out);
        case Kind::Flags:
            return append_flags(static_cast<std::uint32_t>(value), argument.flags, out);
        case Kind::String:
        case Kind::Buffer:
            break;
    }
    std::optional<Captured> memory = event.captured(index);
    // A read that failed or a buffer never filled: the address is all there is to say.
    bool nothing = !value || !memory || memory->status == wire::CAPTURE_FAULT ||
                   (argument.kind == Kind::Buffer && event_errno(event) && memory->bytes.empty());
    if (nothing) return append_pointer(value, out);
    out += '"';
    append_escaped(memory->bytes, out);
    out += memory->status == wire::CAPTURE_TRUNCATED ? "\"..." : "\"";
}

void TextFormatter::append_flags(std::uint64_t value, const std::string& name, std::string& out) const {
    const FlagSet* set = schema_->flags(name);
    if (!set) return append_hex(value, out);
    std::size_t before = out.size();
    auto separate = [&] {
        if (out.size() > before) out += '|';
    };
    for (const NamedValue& choice : set->choices) {
        if ((value & set->mask) != choice.value) continue;
        out += choice.name;
        value &= ~set->mask;
        break;
    }
    for (const NamedValue& bit : set->bits) {
        if (!bit.value || (value & bit.value) != bit.value) continue;
        separate();
        out += bit.name;
        value &= ~bit.value;
    }
    if (value) {
        separate();
        append_hex(value, out);
    }
    if (out.size() == before) out += '0';
}

}  // namespace traceleft
