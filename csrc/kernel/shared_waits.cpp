// SPDX-License-Identifier: MIT
#include "shared_waits.h"

#include "shared_work.h"

namespace traceleft {

namespace {

constexpr std::size_t most_waiting_threads = 64;

}  // namespace

void share_waits(std::size_t count, const std::function<void(std::size_t)>& work) {
    share_work(count, most_waiting_threads, work);
}

}  // namespace traceleft
