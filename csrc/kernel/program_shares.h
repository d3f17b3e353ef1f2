// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>

#include <cstddef>
#include <vector>

namespace traceleft {

/// Into how many shares to divide so many programs of one object: a share is loaded by itself, and the kernel verifies
/// programs on the thread that loads them. 1 where there is one CPU, or where to open the object once more would take
/// longer.
std::size_t share_count(std::size_t programs);

/// The programs of each share, by their places. Those with the same instructions are together, and shares have about as
/// many instructions that are not the same.
std::vector<std::vector<std::size_t>> program_shares(const std::vector<const bpf_program*>& programs);

}  // namespace traceleft
