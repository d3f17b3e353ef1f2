// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/btf.h>

#include <cstdint>
#include <memory>
#include <string>

namespace traceleft {

/// Where the running kernel has its types.
inline constexpr const char* kernel_btf_file = "/sys/kernel/btf/vmlinux";

/// The running kernel's types (BTF): 6 MB, which all who need them at once share, and which are read anew once nobody
/// holds them. Throws Error::os.
std::shared_ptr<const btf> kernel_btf();

/// The type by which a program is loaded for the raw tracepoint of that name, with typed arguments; 0 where there is
/// none. Throws as kernel_btf() does.
std::uint32_t btf_tracepoint(const std::string& name);

}  // namespace traceleft
