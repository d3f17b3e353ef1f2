#include "template_formatter.h"

#include <algorithm>

#include "error.h"
#include "event_text.h"
#include "time_text.h"
#include "value_text.h"

namespace traceleft {

namespace {

std::string without_prefix(const std::string& name) {
    return name.starts_with(arguments_prefix) ? name.substr(arguments_prefix.size()) : name;
}

}  // namespace

std::vector<TemplateFormatter::Part> TemplateFormatter::parse(std::string_view text) {
    std::vector<Part> parts(1);
    for (std::size_t at = 0; at < text.size(); at++) {
        char byte = text[at];
        bool brace = byte == '{' || byte == '}';
        if (!brace || text.substr(at + 1, 1) == text.substr(at, 1)) {
            parts.back().text += byte;
            at += brace;
            continue;
        }
        std::size_t end = byte == '{' ? text.find_first_of("{}", at + 1) : std::string_view::npos;
        if (end == std::string_view::npos || text[end] != '}')
            throw Error(ErrorKind::Usage,
                        std::string("the template has a '") + byte + "' alone: write " + byte + byte + " for a brace");
        parts.back().name = text.substr(at + 1, end - at - 1);
        parts.emplace_back();
        at = end;
    }
    return parts;
}

std::vector<std::string> TemplateFormatter::names(std::string_view text) {
    std::vector<std::string> all;
    std::vector<Part> parts = parse(text);
    for (std::size_t i = 0; i + 1 < parts.size(); i++) all.push_back(parts[i].name);
    return all;
}

TemplateFormatter::TemplateFormatter(std::shared_ptr<const EventSchema> schema, std::string_view text)
    : schema_(std::move(schema)), parts_(parse(text)) {
    std::vector<std::string> known = argument_names(*schema_);
    for (std::size_t i = 0; i + 1 < parts_.size(); i++) {
        Part& part = parts_[i];
        part.field = find_event_field(part.name);
        if (part.field) continue;
        part.argument = without_prefix(part.name);
        if (!std::binary_search(known.begin(), known.end(), part.argument))
            throw Error(ErrorKind::Usage, "events have no field '" + part.name + "'");
    }
}

/// Writes one event after the other.
class TemplateFormatter::Line {
public:
    Line(const TemplateFormatter& formatter, const WallClock& clock, std::string& out)
        : formatter_(formatter), out_(out), time_(clock) {}

    void append(const EventView& event) {
        for (const Part& part : formatter_.parts_) {
            out_ += part.text;
            std::size_t before = out_.size();
            if (part.field)
                field(event, *part.field);
            else if (!part.argument.empty())
                argument(event, part.argument);
            if (!part.name.empty() && out_.size() == before) out_ += '-';
        }
        out_ += '\n';
    }

private:
    // Nothing for what the event has not.
    void field(const EventView& event, EventField field) {
        const wire::event_header& header = event.header();
        bool own = !event.foreign();
        auto number = [&](auto value, bool there = true) {
            if (there) append_number(value, out_);
        };
        switch (field) {
            case EventField::time:
                return time_.append(header.timestamp, out_);
            case EventField::timestamp:
                return number(header.timestamp);
            case EventField::pid:
                return number(header.pid);
            case EventField::tid:
                return number(header.tid, own);
            case EventField::comm:
                return append_comm(event, out_);
            case EventField::syscall:
                return append_syscall(event, out_);
            case EventField::nr:
                return number(header.nr, own);
            case EventField::ret:
                return append_return(event, out_);
            case EventField::error:
                return append_error(event_errno(event), out_);
            case EventField::duration:
                return number(header.duration, header.flags & wire::EVENT_DURATION);
            case EventField::cpu:
                return number(header.cpu, own);
            case EventField::uid:
                return number(header.uid, own);
            case EventField::gid:
                return number(header.gid, own);
            case EventField::cgroup_id:
                return number(header.cgroup_id, own);
            case EventField::program_id:
                return number(header.program_id, own);
            case EventField::ns_pid:
                return number(header.ns_pid, header.ns_pid);
            case EventField::ns_tid:
                return number(header.ns_tid, header.ns_tid);
            case EventField::pid_namespace:
                return number(header.pid_namespace, header.pid_namespace);
            case EventField::is_entry:
                return number(event.is_entry() ? 1 : 0);
            case EventField::foreign:
                return number(event.foreign() ? 1 : 0);
            case EventField::args:
                return append_arguments(event, *formatter_.schema_, out_);
            case EventField::raw_args:
                return list(event.argument_count(), [&](std::size_t i) { append_hex(event.argument(i), out_); });
            case EventField::truncated: {
                std::uint32_t truncated = event.truncated();
                for (std::size_t i = 0; truncated; i++, truncated >>= 1) {
                    if (!(truncated & 1)) continue;
                    append_escaped(argument_name(event, i), out_);
                    if (truncated > 1) out_ += ", ";
                }
                return;
            }
            case EventField::undecodable:
                return;  // nothing is: bytes are escaped
            case EventField::extra: {
                std::span<const std::byte> bytes = event.extra();
                return append_escaped({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, out_);
            }
        }
    }

    void argument(const EventView& event, const std::string& name) {
        for (std::size_t i = 0; i < event.argument_count(); i++)
            if (argument_name(event, i) == name) return append_argument(event, i, *formatter_.schema_, out_);
    }

    template <typename Function>
    void list(std::size_t count, Function&& append_one) {
        for (std::size_t i = 0; i < count; i++) {
            if (i) out_ += ", ";
            append_one(i);
        }
    }

    const TemplateFormatter& formatter_;
    std::string& out_;
    TimeOfDay time_;
};

std::string TemplateFormatter::format(const Batch& batch) const {
    std::string out;
    Line line(*this, batch.clock(), out);
    for (std::size_t i = 0; i < batch.size(); i++)
        if (std::optional<EventView> event = EventView::decode(batch.event(i), *schema_)) line.append(*event);
    return out;
}

}  // namespace traceleft
