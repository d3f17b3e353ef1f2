// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace traceleft {

/// Raises this process's soft limit of open files, within its hard one, where `more` files might not fit below it.
/// Tracing every call keeps some 1,500 open, and the usual limit is 1,024.
void reserve_open_files(std::size_t more);

/// Puts back the limit that this process was started with; for a child, before it executes its program.
/// Async-signal-safe.
void restore_open_files();

}  // namespace traceleft
