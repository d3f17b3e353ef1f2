// SPDX-License-Identifier: MIT
#pragma once

#include <semaphore.h>
#include <time.h>

#include <cerrno>
#include <chrono>

namespace traceleft {

inline timespec to_timespec(std::chrono::nanoseconds time) {
    return {static_cast<time_t>(time.count() / 1'000'000'000), static_cast<long>(time.count() % 1'000'000'000)};
}

/// The time on CLOCK_MONOTONIC, so much later.
inline timespec from_now(std::chrono::nanoseconds time) {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return to_timespec(std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec) + time);
}

/// Waits for the semaphore; whether it came before `deadline`, of CLOCK_MONOTONIC.
inline bool wait_until(sem_t& semaphore, const timespec& deadline) {
    while (sem_clockwait(&semaphore, CLOCK_MONOTONIC, &deadline))
        if (errno != EINTR) return false;
    return true;
}

}  // namespace traceleft
