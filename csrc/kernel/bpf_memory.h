// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "memory_account.h"

namespace traceleft {

/// The kernel's memory behind each BPF map and program that this process has open, as the kernel reckons it
/// (`memlock` in /proc/self/fdinfo; before Linux 6.4 without what a map needs besides its entries): a map as function
/// "bpf_map NAME", a program as "bpf_program NAME".
std::vector<HeldMemory> bpf_memory();

}  // namespace traceleft
