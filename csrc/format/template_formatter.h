// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch_encoder.h"
#include "event_fields.h"
#include "event_schema.h"
#include "event_view.h"
#include "file_fields.h"

namespace traceleft {

/// Writes events as lines of a form of the user's own: "{comm} {syscall} {ret}". A name in braces is a field or an
/// argument, {args.NAME} an argument in any case, {NAME_path} and {NAME_file} what it stands for if it is a descriptor;
/// {{ and }} are braces. docs/events.md says how each is shown. As in
/// TextFormatter's lines, nothing in an event can end a line or reach the terminal as a control character.
class TemplateFormatter : public BatchEncoder {
public:
    /// Throws Error: Usage for a brace without its other, and for a name that no event has.
    TemplateFormatter(std::shared_ptr<const EventSchema> schema, std::string_view text);

    /// The names in a template, as they are written. Throws Error: Usage for a brace without its other.
    static std::vector<std::string> names(std::string_view text);

    /// All events of a batch, each with its newline. Several threads may call it.
    std::string encode(const Batch& batch) const override;

    /// The names of what is known of an event's files.
    static std::vector<std::string> file_names(const EventSchema& schema);

private:
    class Line;
    struct Known;

    /// Text, and what follows it: a field, an argument, or nothing at the end.
    struct Part {
        std::string text;
        std::string name;  ///< as it is written
        std::optional<EventField> field;
        std::string argument;
        std::optional<FileField> file_field;
        bool is_path = false;  ///< the file's path alone, of the argument or the field
        bool is_file = false;  ///< what the argument stands for
    };

    static std::vector<Part> parse(std::string_view text);
    static bool find_file(Part& part, const std::vector<std::string>& descriptors);

    std::shared_ptr<const EventSchema> schema_;
    std::vector<Part> parts_;
    std::shared_ptr<Known> known_;
};

}  // namespace traceleft
