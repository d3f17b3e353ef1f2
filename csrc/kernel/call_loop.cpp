// SPDX-License-Identifier: MIT
#include "call_loop.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "error.h"
#include "unique_fd.h"

namespace traceleft {

CallTimes time_calls(std::chrono::nanoseconds duration) {
    using Clock = std::chrono::steady_clock;
    constexpr int calls_between_looks = 256;
    UniqueFd zero(open("/dev/zero", O_RDONLY | O_CLOEXEC));
    if (!zero) throw Error::os("open /dev/zero", errno);
    char buffer[16];
    CallTimes times;
    const Clock::time_point begin = Clock::now();
    Clock::duration passed{};
    do {
        for (int i = 0; i < calls_between_looks; i++)
            if (read(zero.get(), buffer, sizeof buffer) != sizeof buffer) throw Error::os("read /dev/zero", errno);
        times.calls += calls_between_looks;
        passed = Clock::now() - begin;
    } while (passed < duration);
    times.ns = std::chrono::duration_cast<std::chrono::nanoseconds>(passed).count();
    return times;
}

}  // namespace traceleft
