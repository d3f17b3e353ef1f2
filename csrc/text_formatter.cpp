#include "text_formatter.h"

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string_view>

#include "value_text.h"
#include "value_walk.h"

namespace traceleft {

namespace {

// As strace has it under --decode-pids=pidns, which translates the other way round.
void append_namespace(const wire::event_header& header, std::string& out) {
    constexpr std::uint32_t initial = 0xEFFFFFFC;  // include/linux/proc_ns.h: PROC_PID_INIT_INO
    if (!header.pid_namespace || header.pid_namespace == initial) return;
    out += " /* ";
    append_number(header.ns_pid, out);
    out += " in PID NS ";
    append_number(header.pid_namespace, out);
    out += " */";
}

void append_result(const EventView& event, std::string& out) {
    int errnum = event_errno(event);
    if (event.is_entry()) {
        out += " = ?";
        return;
    }
    if (!errnum) {
        static const Value plain{Kind::Int, 8};
        out += " = ";
        append_scalar(event.schema() ? event.schema()->returns : plain, event.header().ret, out);
        return;
    }
    out += errnum >= 512 ? " = ? " : " = -1 ";  // the kernel's own restart codes are never returned to user space
    std::string_view name = errno_name(errnum);
    if (name.empty()) {
        out += "E";
        append_number(errnum, out);
        return;
    }
    (out += name) += " (";
    (out += errno_description(errnum)) += ')';
}

/// Writes local times: 13:05:59.104221.
class TimeOfDay {
public:
    explicit TimeOfDay(const WallClock& clock) : clock_(clock) {}

    void append(std::uint64_t timestamp, std::string& out) {
        constexpr std::int64_t nanoseconds = 1'000'000'000;
        std::int64_t since_epoch = clock_.since_epoch(timestamp);
        std::int64_t rest = ((since_epoch % nanoseconds) + nanoseconds) % nanoseconds;
        std::time_t second = (since_epoch - rest) / nanoseconds;
        if (second != second_) {
            std::time_t local = second + clock_.utc_offset;
            std::tm fields{};
            gmtime_r(&local, &fields);
            std::strftime(text_, sizeof(text_), "%H:%M:%S", &fields);
            second_ = second;
        }
        out += text_;
        char fraction[8] = {'.', '0', '0', '0', '0', '0', '0', 0};
        std::int64_t microseconds = rest / 1000;
        for (int i = 6; i >= 1 && microseconds > 0; i--, microseconds /= 10)
            fraction[i] = static_cast<char>('0' + microseconds % 10);
        out.append(fraction, 7);
    }

private:
    WallClock clock_;
    std::optional<std::time_t> second_;  ///< that text_ is of
    char text_[16] = {};
};

}  // namespace

std::string TextFormatter::format(const Batch& batch) const {
    TimeOfDay time(batch.clock());
    std::string out;
    out.reserve(batch.size() * 160);
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = EventView::decode(batch.event(i), *schema_);
        if (!event) continue;
        time.append(event->header().timestamp, out);
        out += ' ';
        append_event(*event, out);
        out += '\n';
    }
    return out;
}

void TextFormatter::append_event(const EventView& event, std::string& out) const {
    append_number(event.header().pid, out);
    append_namespace(event.header(), out);
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
    // An environment is long, and holds what doesn't belong in every log: like strace, say how much there is.
    if (argument.name == "envp" && argument.value.kind == Kind::Strings) {
        append_pointer(event.argument(index), out);
        if (std::optional<std::size_t> count = count_strings(event, index)) {
            out += " /* ";
            append_number(*count, out);
            bool more = event.captured(index)->status != wire::CAPTURE_OK;
            out += more ? " vars or more */" : *count == 1 ? " var */" : " vars */";
        }
        return;
    }
    ValueText text(out);
    walk_argument(event, index, *schema_, text);
}

}  // namespace traceleft
