// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "arrow_builder.h"
#include "batch.h"
#include "event_schema.h"
#include "event_view.h"
#include "json_formatter.h"
#include "process_uses.h"
#include "protobuf_encoder.h"
#include "raw_event.h"
#include "template_formatter.h"
#include "text_formatter.h"

namespace traceleft {

/// Shows batches in every format, and aborts where a format breaks its promise:
/// a line of text is one line of printable ASCII, and JSON is a line without
/// control characters.
class BatchFormats {
public:
    explicit BatchFormats(std::shared_ptr<const EventSchema> schema)
        : schema_(std::move(schema)),
          text_(schema_),
          template_(schema_, form),
          json_(schema_),
          chosen_(schema_, {file_field_names.begin(), file_field_names.end()}),
          protobuf_(schema_) {}

    /// Throws Error as the formats do.
    void show(const Batch& batch) const {
        std::size_t events = 0;
        for (std::size_t i = 0; i < batch.size(); i++) events += batch.view(i, *schema_).has_value();
        for (const std::string& lines : {text_.encode(batch), template_.encode(batch)})
            expect_lines(lines, events, [](unsigned char c) { return c >= ' ' && c <= '~'; });
        for (const std::string& lines : {json_.encode(batch), chosen_.encode(batch)})
            expect_lines(lines, events, [](unsigned char c) { return c >= ' ' && c != 0x7f; });
        touch(batch);
        if (events && protobuf_.encode(batch).empty()) std::abort();
        for (bool wide : {true, false}) {
            ArrowBuilder builder(schema_, {.wide = wide, .files = batch.objects().size() != 0});
            builder.append(batch);
            if (builder.rows() != events) std::abort();
            builder.finish();
        }
    }

private:
    static constexpr std::string_view form =
        "{time} {comm} {syscall} {args} {raw_args} {ret} {extra} {truncated}"
        "{resolved_path} {result_path} {result_file} {directory} {pair_files} {path_mismatch}";

    /// Reads all of its processes, and finds each event's.
    void touch(const Batch& batch) const {
        const Processes& processes = batch.objects().processes();
        for (const auto& process : processes.all()) {
            std::size_t size = process->host_exe().size() + process->exe().size() + process->cwd().size() +
                               process->argv().size() + process->container_id().size() + process->tty().size();
            if (processes.parent_of(*process) && size > 1'000'000) std::abort();
            std::string raw(reinterpret_cast<const char*>(process->raw().data()), process->raw().size());
            std::optional<Process> again = Process::decode(as_bytes(raw));
            if (!again || !again->looks_like(*process)) std::abort();
        }
        ProcessUses uses(schema_, 2);
        uses.add(batch);
    }

    template <typename Predicate>
    static void expect_lines(std::string_view lines, std::size_t count, Predicate&& harmless) {
        constexpr std::string_view frame = " > ";  // of a stack, below its event
        std::size_t ends = 0;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < lines.size(); i++)
            if (lines[i] == '\n') {
                ends += lines.substr(begin, frame.size()) != frame;
                begin = i + 1;
            } else if (!harmless(static_cast<unsigned char>(lines[i]))) {
                std::abort();
            }
        if (ends != count || (count && lines.back() != '\n')) std::abort();
    }

    std::shared_ptr<const EventSchema> schema_;
    TextFormatter text_;
    TemplateFormatter template_;
    JsonFormatter json_;
    JsonFormatter chosen_;
    ProtobufEncoder protobuf_;
};

}  // namespace traceleft
