// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

#include "wall_clock.h"

namespace traceleft {

/// Writes times as 2026-11-23T22:18:53.123456789Z. Remembers the second, for events come in crowds.
class IsoTime {
public:
    /// `time`: ns since 1970.
    template <typename Out>
    void append(std::int64_t time, Out& out) {
        constexpr std::int64_t nanoseconds = 1'000'000'000;
        std::int64_t rest = ((time % nanoseconds) + nanoseconds) % nanoseconds;
        std::time_t second = time / nanoseconds - (time % nanoseconds < 0);
        if (second != second_) {
            std::tm fields{};
            gmtime_r(&second, &fields);
            length_ = std::strftime(text_, sizeof(text_), "%Y-%m-%dT%H:%M:%S.", &fields);
            second_ = second;
        }
        char fraction[10];
        for (int i = 8; i >= 0; i--, rest /= 10) fraction[i] = static_cast<char>('0' + rest % 10);
        fraction[9] = 'Z';
        out += std::string_view(text_, length_);
        out.append(fraction, sizeof(fraction));
    }

private:
    std::optional<std::time_t> second_;
    char text_[24] = {};
    std::size_t length_ = 0;
};

/// Writes local times: 13:05:59.104221. Remembers the second too.
class TimeOfDay {
public:
    explicit TimeOfDay(const WallClock& clock) : clock_(clock) {}

    void append(std::uint64_t timestamp, std::string& out) {
        constexpr std::int64_t nanoseconds = 1'000'000'000;
        std::int64_t since_epoch = clock_.since_epoch(timestamp);
        std::int64_t rest = ((since_epoch % nanoseconds) + nanoseconds) % nanoseconds;
        std::time_t second = since_epoch / nanoseconds - (since_epoch % nanoseconds < 0);
        if (second != second_) {
            std::time_t local = second + clock_.utc_offset;
            std::tm fields{};
            gmtime_r(&local, &fields);
            length_ = std::strftime(text_, sizeof(text_), "%H:%M:%S.", &fields) - 1;
            second_ = second;
        }
        auto microseconds = static_cast<std::uint32_t>(rest / 1000);
        for (char* digit = text_ + length_ + 6; digit > text_ + length_; digit--, microseconds /= 10)
            *digit = static_cast<char>('0' + microseconds % 10);
        out.append(text_, length_ + 7);
    }

private:
    WallClock clock_;
    std::optional<std::time_t> second_;  ///< that text_ is of
    char text_[24] = {};
    std::size_t length_ = 0;  ///< without the fraction
};

}  // namespace traceleft
