// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "batch_encoder.h"
#include "event_fields.h"
#include "event_schema.h"
#include "event_view.h"
#include "file_fields.h"

namespace traceleft {

class IsoTime;

/// Writes events as JSON lines: an object a line, in UTF-8. docs/events.md describes its fields.
class JsonFormatter : public BatchEncoder {
public:
    /// Writes all fields, those that few events have only where they are there.
    explicit JsonFormatter(std::shared_ptr<const EventSchema> schema);
    /// Writes only these of event_field_names and file_field_names, each in every line; "args.filename" stands for that
    /// argument. Throws Error: Usage for an unknown one.
    JsonFormatter(std::shared_ptr<const EventSchema> schema, const std::vector<std::string>& fields);

    /// All events of a batch, each with its newline. Several threads may call it.
    std::string encode(const Batch& batch) const override;

private:
    class Line;
    struct Known;

    bool wants(EventField field) const { return fields_[static_cast<std::size_t>(field)]; }
    bool wants(FileField field) const { return file_fields_[static_cast<std::size_t>(field)]; }

    std::shared_ptr<const EventSchema> schema_;
    std::shared_ptr<Known> known_;
    bool chosen_ = false;  ///< the fields are, and so each is in every line
    std::bitset<event_field_names.size()> fields_;
    std::bitset<file_field_names.size()> file_fields_;
    std::set<std::string, std::less<>> arguments_;  ///< those to write; empty: all
};

}  // namespace traceleft
