// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "batch_encoder.h"
#include "event_schema.h"
#include "event_view.h"

namespace traceleft {

/// Writes events as lines of text:
///
///     13:05:59.104221 4711 cat openat(dfd=AT_FDCWD, filename="/etc/passwd", flags=O_RDONLY|O_CLOEXEC) = 3
///
/// Behind the PID stands what it is in a pid namespace of its own, if that is known: 4711 /* 3 in PID NS 4026532177 */.
/// The time is the local wall clock's; a value is shown as strace shows one of its kind. No byte of an event can end a
/// line or reach the terminal as a control character.
class TextFormatter : public BatchEncoder {
public:
    explicit TextFormatter(std::shared_ptr<const EventSchema> schema);

    /// All events of a batch, each with its newline.
    std::string encode(const Batch& batch) const override;

private:
    class Lines;
    struct Known;

    std::shared_ptr<const EventSchema> schema_;
    std::shared_ptr<Known> known_;
};

/// Appends the call alone: openat(dfd=AT_FDCWD, filename="/etc/passwd", flags=O_RDONLY|O_CLOEXEC) = 3
void append_call(const EventView& event, const EventSchema& schema, std::string& out);

}  // namespace traceleft
