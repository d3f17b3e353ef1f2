// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/btf.h>

#include <memory>

namespace traceleft {

/// Where the running kernel has its types.
inline constexpr const char* kernel_btf_file = "/sys/kernel/btf/vmlinux";

/// The running kernel's types (BTF): 6 MB, which all who need them at once share, and which are read anew once nobody
/// holds them. Throws Error::os.
std::shared_ptr<const btf> kernel_btf();

}  // namespace traceleft
