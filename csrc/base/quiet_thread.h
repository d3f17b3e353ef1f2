// SPDX-License-Identifier: MIT
#pragma once

#include <pthread.h>

#include <thread>
#include <utility>

#include "blocked_signals.h"

namespace traceleft {

/// A thread as those begun under BlockedSignals. `name`: at most 15 bytes.
template <typename Function>
std::thread quiet_thread(const char* name, Function&& function) {
    BlockedSignals until_begun;
    std::thread thread(std::forward<Function>(function));
    pthread_setname_np(thread.native_handle(), name);
    return thread;
}

}  // namespace traceleft
