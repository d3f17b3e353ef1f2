// SPDX-License-Identifier: MIT
#include "shared_waits.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

#include "blocked_signals.h"

namespace traceleft {

namespace {

constexpr std::size_t most_waiting_threads = 64;

}  // namespace

void share_waits(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    auto do_some = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::thread> threads;
    try {
        BlockedSignals until_begun;
        for (std::size_t i = 1; i < std::min(count, most_waiting_threads); i++) threads.emplace_back(do_some);
    } catch (const std::system_error&) {  // no more threads: those there are do the rest
    }
    do_some();
    for (std::thread& thread : threads) thread.join();
}

}  // namespace traceleft
