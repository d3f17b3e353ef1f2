// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace traceleft {

/// How many calls were made, and how long they took in all.
struct CallTimes {
    std::uint64_t calls = 0;
    std::uint64_t ns = 0;
};

/// Makes calls that the kernel does next to nothing for, read() of 16 bytes from /dev/zero, for about `duration`.
/// Throws Error::os.
CallTimes time_calls(std::chrono::nanoseconds duration);

}  // namespace traceleft
