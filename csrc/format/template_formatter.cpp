// SPDX-License-Identifier: MIT
#include "template_formatter.h"

#include <algorithm>
#include <array>

#include "error.h"
#include "event_text.h"
#include "file_text.h"
#include "output_limit.h"
#include "planned_text.h"
#include "spares.h"
#include "time_text.h"
#include "value_text.h"

namespace traceleft {

namespace {

std::string without_prefix(const std::string& name) {
    return name.starts_with(arguments_prefix) ? name.substr(arguments_prefix.size()) : name;
}

constexpr std::string_view path_suffix = "_path";
constexpr std::string_view file_suffix = "_file";

// Fields of files that stand at one place and so have a path, as columns call them: with the field that is there.
constexpr std::pair<std::string_view, FileField> paths[] = {{"result_path", FileField::ResultFile},
                                                            {"directory_path", FileField::Directory}};

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
    : schema_(std::move(schema)), parts_(parse(text)), known_(std::make_shared<Known>()) {
    std::vector<std::string> known = argument_names(*schema_);
    std::vector<std::string> descriptors = descriptor_names(*schema_);
    for (std::size_t i = 0; i + 1 < parts_.size(); i++) {
        Part& part = parts_[i];
        part.field = find_event_field(part.name);
        if (part.field) continue;
        part.argument = without_prefix(part.name);
        if (!std::binary_search(known.begin(), known.end(), part.argument) && !find_file(part, descriptors))
            throw Error(ErrorKind::Usage, "events have no field '" + part.name + "'");
    }
}

bool TemplateFormatter::find_file(Part& part, const std::vector<std::string>& descriptors) {
    part.file_field = find_file_field(part.name);
    for (const auto& [name, field] : paths)
        if (part.name == name) part.file_field = field, part.is_path = true;
    if (part.file_field) return true;
    part.is_path = part.argument.ends_with(path_suffix);
    part.is_file = part.is_path || part.argument.ends_with(file_suffix);
    if (!part.is_file) return false;
    part.argument.resize(part.argument.size() - path_suffix.size());
    return std::binary_search(descriptors.begin(), descriptors.end(), part.argument);
}

std::vector<std::string> TemplateFormatter::file_names(const EventSchema& schema) {
    std::vector<std::string> all(file_field_names.begin(), file_field_names.end());
    for (const auto& [name, _] : paths) all.emplace_back(name);
    for (const std::string& each : descriptor_names(schema))
        for (std::string_view suffix : {file_suffix, path_suffix})
            all.push_back(std::string(arguments_prefix).append(each).append(suffix));
    return all;
}

/// What is known of the schema's texts, for each thread that formats at once.
struct TemplateFormatter::Known : Spares<PlannedText> {};

/// Writes one event after the other.
class TemplateFormatter::Line {
public:
    Line(const TemplateFormatter& formatter, const WallClock& clock, PlannedText& planned, std::string& out)
        : formatter_(formatter), planned_(planned), out_(out), time_(clock) {}

    void append(const EventView& event) {
        for (const Part& part : formatter_.parts_) {
            out_ += part.text;
            std::size_t before = out_.size();
            if (part.field)
                (this->*show_field[static_cast<std::size_t>(*part.field)])(event);
            else if (part.file_field)
                file_field(event, part);
            else if (part.is_file)
                file(file_of(event, part.argument), part.is_path);
            else if (!part.argument.empty())
                argument(event, part.argument);
            if (!part.name.empty() && out_.size() == before) out_ += '-';
        }
        out_ += '\n';
    }

private:
    /// Shows a field; an event that lacks it gets its "-" elsewhere.
    template <EventField field>
    void show(const EventView& event) {
        constexpr FieldType type = field_row<field>.type;
        auto value = field_value<field>(event);
        if constexpr (field == EventField::ret) {
            append_return(event, out_);
        } else if constexpr (type == FieldType::name) {
            append_name(value, out_);
        } else if constexpr (type == FieldType::text) {
            if (!event.foreign()) append_name(value, out_);
        } else if constexpr (field_row<field>.is_number()) {
            if (is_there<field>(event, value)) append_number(value, out_);
        } else if constexpr (type == FieldType::flag) {
            append_number(value ? 1 : 0, out_);
        } else if constexpr (type == FieldType::error) {
            append_error(value, out_);
        } else if constexpr (type == FieldType::abi) {
            out_ += value;
        } else if constexpr (type == FieldType::time) {
            time_.append(value, out_);
        } else if constexpr (field == EventField::args) {
            append_arguments(event, *formatter_.schema_, out_, &planned_);
        } else if constexpr (type == FieldType::arguments) {
            append_passed(event, *formatter_.schema_, out_);
        } else if constexpr (type == FieldType::registers) {
            list(event.argument_count(), [&](std::size_t i) { append_hex(event.argument(i), out_); });
        } else if constexpr (type == FieldType::pids) {
            list(value.size(), [&](std::size_t i) {
                append_number(value[i].number, out_);
                append_named_pid(value, value[i].number, out_);
            });
        } else if constexpr (type == FieldType::stack) {
            if (value) append_escaped(value->folded(), out_);
        } else if constexpr (type == FieldType::mask) {
            for (std::size_t i = 0; value; i++, value >>= 1) {
                if (!(value & 1)) continue;
                append_escaped(argument_name(event, i), out_);
                if (value > 1) out_ += ", ";
            }
        } else if constexpr (type == FieldType::bytes) {
            append_escaped({reinterpret_cast<const char*>(value.data()), value.size()}, out_);
        } else {
            static_assert(type == FieldType::places);  // there are none: bytes are escaped
        }
    }

    static constexpr auto show_field = []<std::size_t... index>(std::index_sequence<index...>) {
        return std::array{&Line::show<static_cast<EventField>(index)>...};
    }(std::make_index_sequence<event_field_names.size()>());

    void argument(const EventView& event, const std::string& name) {
        for (std::size_t i = 0; i < event.argument_count(); i++)
            if (argument_name(event, i) == name) return append_argument(event, i, *formatter_.schema_, out_, &planned_);
    }

    void file_field(const EventView& event, const Part& part) {
        switch (*part.file_field) {
            case FileField::ResultFile:
                return file(event.file(wire::DESCRIBED_RESULT), part.is_path);
            case FileField::Directory:
                return file(event.file(wire::DESCRIBED_DIRECTORY), part.is_path);
            case FileField::PairFiles:
                if (!event.file(wire::DESCRIBED_PAIR)) return;
                return list(2, [&](std::size_t i) {
                    file(event.file(static_cast<std::uint16_t>(wire::DESCRIBED_PAIR + i)), false);
                });
            case FileField::ResolvedPath:
                return append_path(event.resolved_path());
            case FileField::PathMismatch:
                return append_number(event.path_mismatch() ? 1 : 0, out_);
        }
    }

    void file(const OpenFile* file, bool only_path) {
        if (!file) return;
        if (only_path)
            append_path(file->path());
        else
            append_file(*file, out_);
    }

    void append_path(std::string_view path) {
        if (path.empty()) return;
        check_output(out_.size());
        out_ += '"';
        append_escaped(path, out_);
        out_ += '"';
    }

    template <typename Function>
    void list(std::size_t count, Function&& append_one) {
        for (std::size_t i = 0; i < count; i++) {
            if (i) out_ += ", ";
            append_one(i);
        }
    }

    const TemplateFormatter& formatter_;
    PlannedText& planned_;
    std::string& out_;
    TimeOfDay time_;
};

std::string TemplateFormatter::encode(const Batch& batch) const {
    std::string out;
    Known::Taken known = known_->take();
    Line line(*this, batch.clock(), *known, out);
    for (std::size_t i = 0; i < batch.size(); i++)
        if (std::optional<EventView> event = batch.view(i, *schema_)) line.append(*event);
    return out;
}

}  // namespace traceleft
