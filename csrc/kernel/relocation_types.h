// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/btf.h>

#include "unique_fd.h"

namespace traceleft {

/// A file in memory for the part of the kernel's types that an object needs.
UniqueFd make_types_file();

/// Writes to it the kernel's types of the names that an object's types have, with all that these hold; pointers lead
/// nowhere. libbpf relocates the object's programs by it in a tenth of the time that it takes to search all of the
/// kernel's 130,000 types. Types have other ids there than in the kernel. Throws Error::os.
void write_types(const UniqueFd& file, const btf& object_types);

}  // namespace traceleft
