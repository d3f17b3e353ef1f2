// SPDX-License-Identifier: MIT
#include "text_formatter.h"

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string_view>

#include "event_text.h"
#include "named_pids.h"
#include "stack_text.h"
#include "time_text.h"
#include "value_text.h"

namespace traceleft {

namespace {

// As strace has it under --decode-pids=pidns, which translates the other way round.
void append_namespace(const wire::event_header& header, std::string& out) {
    if (!header.pid_namespace || header.pid_namespace == initial_pid_namespace) return;
    out += " /* ";
    append_number(header.ns_pid, out);
    out += " in PID NS ";
    append_number(header.pid_namespace, out);
    out += " */";
}

// As strace has it behind the names of calls to trace (-e trace=openat@32).
void append_abi(const EventView& event, std::string& out) {
    if (event.is_compat())
        out += compat_suffix;
    else if (!event.abi().empty())
        (out += '@') += event.abi();
}

}  // namespace

std::string TextFormatter::encode(const Batch& batch) const {
    TimeOfDay time(batch.clock());
    std::string out;
    out.reserve(batch.size() * 160);
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = batch.view(i, *schema_);
        if (!event) continue;
        time.append(event->header().timestamp, out);
        out += ' ';
        append_event(*event, out);
        out += '\n';
        append_stacks(*event, out);
    }
    return out;
}

void TextFormatter::append_event(const EventView& event, std::string& out) const {
    append_number(event.header().pid, out);
    append_namespace(event.header(), out);
    out += ' ';
    append_comm(event, out);
    out += ' ';
    append_call(event, *schema_, out);
}

void append_call(const EventView& event, const EventSchema& schema, std::string& out) {
    append_name(event.syscall(), out);
    append_abi(event, out);
    out += '(';
    append_arguments(event, schema, out);
    out += ')';
    if (!event.is_source() || event.returned()) {
        out += " = ";
        append_return(event, out);
    }
    if (event.header().flags & wire::EVENT_DURATION) {
        char text[32];
        double seconds = static_cast<double>(event.header().duration) / 1e9;
        out.append(text, std::snprintf(text, sizeof(text), " <%.6f>", seconds));
    }
}

}  // namespace traceleft
