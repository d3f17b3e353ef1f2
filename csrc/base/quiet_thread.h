// SPDX-License-Identifier: MIT
#pragma once

#include <pthread.h>
#include <signal.h>

#include <thread>
#include <utility>

namespace traceleft {

/// A thread that gets no signals, which are for the threads of the program that uses us, but for the one that a CPU
/// profile is taken by. `name`: at most 15 bytes.
template <typename Function>
std::thread quiet_thread(const char* name, Function&& function) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    sigdelset(&all, SIGPROF);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread thread(std::forward<Function>(function));
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    pthread_setname_np(thread.native_handle(), name);
    return thread;
}

}  // namespace traceleft
