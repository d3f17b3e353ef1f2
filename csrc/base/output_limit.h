// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "error.h"

namespace traceleft {

/// Bytes that one batch may become, in any format. A quarter of a megabyte of a tracer's events becomes some megabytes;
/// the events and the schema of a hostile recording could make it terabytes.
constexpr std::size_t longest_output = std::size_t{64} << 20;

/// Throws Error: Capacity where that is too much already. To be called for each value.
inline void check_output(std::size_t bytes) {
    if (bytes > longest_output)
        throw Error(ErrorKind::Capacity, "a batch of events would become more than 64 MiB: no tracer wrote it");
}

}  // namespace traceleft
