#pragma once

#include <cstdint>
#include <ctime>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "batch.h"
#include "event_decoder.h"
#include "event_schema.h"

namespace traceleft {

/// Writes events as lines of text:
///
///     13:05:59.104221 4711 cat openat(dfd=AT_FDCWD, filename="/etc/passwd", flags=O_RDONLY|O_CLOEXEC) = 3
///
/// Behind the PID stands what it is in a pid namespace of its own, if that is known: 4711 /* 3 in PID NS 4026532177 */.
/// The time is the local wall clock's; a value is shown as strace shows one of its kind. No byte of an event can end a
/// line or reach the terminal as a control character.
class TextFormatter {
public:
    /// `realtime_offset`: ns to add to CLOCK_MONOTONIC for the time since 1970; nullopt: this machine's, measured anew
    /// for each batch, for the wall clock is set and slewed.
    explicit TextFormatter(std::shared_ptr<const EventSchema> schema,
                           std::optional<std::int64_t> realtime_offset = std::nullopt);

    void format(const EventView& event, std::string& out);
    /// All events of a batch, each with its newline. Several threads may call it.
    std::string format(const Batch& batch);

private:
    void append_time(std::uint64_t timestamp, std::string& out);
    void append_argument(const EventView& event, std::size_t index, std::string& out) const;

    std::shared_ptr<const EventSchema> schema_;
    bool live_;
    std::int64_t realtime_offset_;
    std::mutex mutex_;
    std::optional<std::time_t> cached_second_;
    char cached_text_[16] = {};  // "HH:MM:SS"
};

/// ns between CLOCK_MONOTONIC and CLOCK_REALTIME now.
std::int64_t current_realtime_offset();

}  // namespace traceleft
