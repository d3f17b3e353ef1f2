// SPDX-License-Identifier: MIT
#include "open_files.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace traceleft {

namespace {

std::atomic<rlim_t> original_limit{RLIM_INFINITY};  // infinity: never changed
std::mutex changing_limit;
std::size_t reserved = 0;

}  // namespace

void reserve_open_files(std::size_t more) {
    constexpr rlim_t others = 512;  // files that the program has open besides
    std::lock_guard lock(changing_limit);
    reserved += more;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur >= reserved + others) return;
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, std::max<rlim_t>(2 * reserved + others, 4096));
    if (limit.rlim_cur <= before || setrlimit(RLIMIT_NOFILE, &limit)) return;  // opening says what is wrong
    if (original_limit == RLIM_INFINITY) original_limit = before;
}

void restore_open_files() {
    rlim_t original = original_limit;
    rlimit limit{};
    if (original == RLIM_INFINITY || getrlimit(RLIMIT_NOFILE, &limit)) return;
    limit.rlim_cur = std::min(original, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace traceleft
