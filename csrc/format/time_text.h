// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include "text_room.h"
#include "wall_clock.h"

namespace traceleft {

/// Writes times as 2026-11-23T22:18:53.123456789Z. Remembers the second, for events come in crowds.
class IsoTime {
public:
    /// `time`: ns since 1970.
    template <typename Out>
    void append(std::int64_t time, Out& out) {
        constexpr std::int64_t nanoseconds = 1'000'000'000;
        std::uint64_t rest = static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(begin_);
        if (!length_ || rest >= nanoseconds) {
            rest = static_cast<std::uint64_t>(time % nanoseconds + nanoseconds) % nanoseconds;
            begin_ = static_cast<std::int64_t>(static_cast<std::uint64_t>(time) - rest);
            std::time_t second = time / nanoseconds - (time % nanoseconds < 0);
            std::tm fields{};
            gmtime_r(&second, &fields);
            length_ = std::strftime(text_, sizeof(text_), "%Y-%m-%dT%H:%M:%S.", &fields);
        }
        char* fraction = text_ + length_;
        *fraction = static_cast<char>('0' + rest / 100'000'000);
        write_digits<8>(fraction + 1, static_cast<std::uint32_t>(rest % 100'000'000));
        fraction[9] = 'Z';
        out.append(text_, length_ + 10);
    }

private:
    std::int64_t begin_ = 0;  ///< of the second that text_ is of, in ns since 1970
    char text_[40] = {};
    std::size_t length_ = 0;  ///< without the fraction; 0: none yet
};

/// Writes local times: 13:05:59.104221. Remembers the second too.
class TimeOfDay {
public:
    explicit TimeOfDay(const WallClock& clock) : clock_(clock) {}

    template <typename Out>
    void append(std::uint64_t timestamp, Out& out) {
        constexpr std::int64_t nanoseconds = 1'000'000'000;
        const std::int64_t since_epoch = clock_.since_epoch(timestamp);
        // Unsigned, for a corrupt event can hold any.
        std::uint64_t rest = static_cast<std::uint64_t>(since_epoch) - static_cast<std::uint64_t>(begin_);
        if (!length_ || rest >= nanoseconds) {
            std::int64_t second = since_epoch / nanoseconds - (since_epoch % nanoseconds < 0);
            rest = static_cast<std::uint64_t>(since_epoch % nanoseconds + nanoseconds) % nanoseconds;
            begin_ = static_cast<std::int64_t>(static_cast<std::uint64_t>(since_epoch) - rest);
            std::time_t local = second + clock_.utc_offset;
            std::tm fields{};
            gmtime_r(&local, &fields);
            length_ = std::strftime(text_, sizeof(text_), "%H:%M:%S.", &fields);
        }
        write_digits<6>(text_ + length_, static_cast<std::uint32_t>(rest / 1000));
        out.append(text_, length_ + 6);
    }

private:
    WallClock clock_;
    std::int64_t begin_ = 0;  ///< of the second that text_ is of, in ns since 1970
    char text_[24] = {};
    std::size_t length_ = 0;  ///< without the fraction; 0: none yet
};

}  // namespace traceleft
