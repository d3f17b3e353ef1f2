// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace traceleft {

/// Does `work` for each number below `count`, in up to 64 threads: what waits for the kernel's grace periods at once
/// shares them. `work` must not throw.
void share_waits(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace traceleft
