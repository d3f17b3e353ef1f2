// SPDX-License-Identifier: MIT
#include "text_formatter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "event_text.h"
#include "named_pids.h"
#include "planned_text.h"
#include "spares.h"
#include "stack_text.h"
#include "text_room.h"
#include "time_text.h"
#include "value_text.h"
#include "value_walk.h"

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

/// What is known of the schema's calls and of the events before.
struct KnownLines {
    /// The beginning of a line, behind the time: " 4711 cat ".
    struct Caller {
        std::int64_t pid = 0;
        std::uint32_t ns_pid = 0, pid_namespace = 0;
        std::array<char, wire::EVENT_COMM_LEN> comm = {};
        bool is_foreign = false;
        CopiedText text;

        bool is_of(const EventView& event) const {
            const wire::event_header& header = event.header();
            return text.size() && is_foreign == event.foreign() && pid == header.pid && ns_pid == header.ns_pid &&
                   pid_namespace == header.pid_namespace && !std::memcmp(comm.data(), header.comm, comm.size());
        }
    };

    /// A call's end: ") = -1 ENOENT (No such file or directory)".
    struct Error {
        int errnum = 0;
        CopiedText text;
    };

    PlannedText planned;
    std::array<Caller, 16> callers;
    std::array<Error, 64> errors;
};

void append_duration(const wire::event_header& header, std::string& out) {
    if (!(header.flags & wire::EVENT_DURATION)) return;
    char text[32];
    double seconds = static_cast<double>(header.duration) / 1e9;
    out.append(text, std::snprintf(text, sizeof(text), " <%.6f>", seconds));
}

}  // namespace

/// What is known of the schema's texts, for each thread that formats at once.
struct TextFormatter::Known : Spares<KnownLines> {};

TextFormatter::TextFormatter(std::shared_ptr<const EventSchema> schema)
    : schema_(std::move(schema)), known_(std::make_shared<Known>()) {}

/// Writes one event after the other.
class TextFormatter::Lines {
public:
    Lines(const EventSchema& schema, const WallClock& clock, KnownLines& known, std::string& out)
        : schema_(schema), time_(clock), known_(known), out_(out) {}

    void append(const EventView& event) {
        time_.append(event.header().timestamp, out_);
        caller(event);
        bool is_known = event.schema() && !event.foreign() && event.abi().empty();
        if (is_known)
            call(event, known_.planned.plans.of(*event.schema()));
        else
            append_call(event, schema_, out_.flushed());
        out_ += '\n';
        if (event.has_objects()) append_stacks(event, out_.flushed());
    }
    void flush() { out_.flush(); }

private:
    void caller(const EventView& event) {
        const wire::event_header& header = event.header();
        KnownLines::Caller& last = known_.callers[static_cast<std::size_t>(header.pid) % known_.callers.size()];
        if (!last.is_of(event)) {
            last.pid = header.pid;
            last.ns_pid = header.ns_pid;
            last.pid_namespace = header.pid_namespace;
            std::copy_n(header.comm, last.comm.size(), last.comm.begin());
            word_.clear();
            word_ += ' ';
            append_number(header.pid, word_);
            append_namespace(header, word_);
            word_ += ' ';
            append_comm(event, word_);
            word_ += ' ';
            last.text = CopiedText(word_);
            last.is_foreign = event.foreign();
        }
        out_ += last.text;
    }

    // As append_call() does it, but for what few events have.
    void call(const EventView& event, const TextPlan& plan) {
        out_ += plan.head.name;
        bool is_first = true;
        for (std::size_t i = 0; i < event.argument_count(); i++) {
            if (i >= plan.members.size()) {
                std::string& out = out_.flushed();
                out += is_first ? "" : ", ";
                ((out += argument_name(event, i)) += '=');
                append_argument(event, i, schema_, out);
            } else {
                const TextPlan::Each& member = plan.members[i];
                if (member.is_conditional && !event.argument_applies(i)) continue;
                out_.append(member.key, is_first ? TextMember::separator : 0);
                argument(event, i, member);
            }
            is_first = false;
        }
        if (event.is_source() && !event.returned())
            out_ += ')';
        else
            result(event, plan);
        if (event.header().flags & wire::EVENT_DURATION) append_duration(event.header(), out_.flushed());
    }

    void argument(const EventView& event, std::size_t index, const TextPlan::Each& member) {
        const Value& value = *member.value;
        if (member.way == PlannedValue::Way::Walk || (value.kind == Kind::Pid && event.pids().size()))
            return append_argument(event, index, schema_, out_.flushed(), &known_.planned);
        if (member.way == PlannedValue::Way::Number)
            known_.planned.number(member.style, value, member.reading.of(event.argument(index)), out_);
        else
            memory(event, index, member);
        if (event.header().flags & (wire::EVENT_OBJECTS | wire::EVENT_PATH_MISMATCH))
            append_remarks(event, index, out_.flushed());
    }

    void memory(const EventView& event, std::size_t index, const TextPlan::Each& member) {
        std::optional<Captured> memory = readable_memory(event, index, *member.value);
        if (!memory)
            known_.planned.number(NumberStyle::Pointer, *member.value, event.argument(index), out_);
        else if (member.way == PlannedValue::Way::Text)
            PlannedText::quoted(memory->bytes, memory->status != wire::CAPTURED_OK, out_);
        else
            known_.planned.structure(*member.layout, memory->bytes, false, out_);
    }

    void result(const EventView& event, const TextPlan& plan) {
        if (int errnum = event_errno(event)) {
            KnownLines::Error& last = known_.errors[static_cast<std::size_t>(errnum) % known_.errors.size()];
            if (last.errnum != errnum) {
                word_.clear();
                word_ += ") = ";
                append_return(event, word_);
                last = {errnum, CopiedText(word_)};
            }
            out_ += last.text;
            return;
        }
        out_ += std::string_view(") = ");
        bool is_number = event.returned() && plan.head.returns != NumberStyle::Named;
        if (is_number && !(event.header().flags & (wire::EVENT_OBJECTS | wire::EVENT_PIDS)))
            known_.planned.number(plan.head.returns, event.schema()->returns,
                                  static_cast<std::uint64_t>(event.header().ret), out_);
        else
            append_return(event, out_.flushed());
    }

    const EventSchema& schema_;
    TimeOfDay time_;
    KnownLines& known_;
    TextCollector out_;
    std::string word_;
};

std::string TextFormatter::encode(const Batch& batch) const {
    std::string out;
    out.reserve(batch.bytes());
    Known::Taken known = known_->take();
    Lines lines(*schema_, batch.clock(), *known, out);
    for (std::size_t i = 0; i < batch.size(); i++)
        if (std::optional<EventView> event = batch.view(i, *schema_)) lines.append(*event);
    lines.flush();
    return out;
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
    append_duration(event.header(), out);
}

}  // namespace traceleft
