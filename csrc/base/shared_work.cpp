// SPDX-License-Identifier: MIT
#include "shared_work.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include "quiet_thread.h"

namespace traceleft {

void share_work(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::exception_ptr> errors(count);
    auto do_some = [&] {
        for (std::size_t i = next++; i < count; i = next++) try {
                work(i);
            } catch (...) {
                errors[i] = std::current_exception();
            }
    };
    std::vector<std::thread> others;
    try {
        for (std::size_t i = 1; i < std::min(count, threads); i++)
            others.push_back(quiet_thread("traceleft-share", do_some));
    } catch (const std::system_error&) {  // no more threads: those there are do the rest
    }
    do_some();
    for (std::thread& thread : others) thread.join();
    for (const std::exception_ptr& error : errors)
        if (error) std::rethrow_exception(error);
}

std::size_t usable_cpus() {
    cpu_set_t usable;
    if (sched_getaffinity(0, sizeof(usable), &usable)) return 1;  // a machine of more than CPU_SETSIZE CPUs
    return static_cast<std::size_t>(CPU_COUNT(&usable));
}

}  // namespace traceleft
