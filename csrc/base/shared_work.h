// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace traceleft {

/// Does `work` for each number below `count`, on up to so many threads, of which this is one. Once all have ended it
/// throws what `work` has thrown for the lowest number.
void share_work(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);

/// The CPUs that this thread may run on.
std::size_t usable_cpus();

}  // namespace traceleft
