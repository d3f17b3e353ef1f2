// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/stack.h>

#include <optional>
#include <string_view>

#include "elf_file.h"
#include "process_images.h"

namespace traceleft {

/// Whether a file of that path may have a Python interpreter in it: python3.11, libpython3.11.so.1.0.
bool may_be_python(std::string_view path);

/// Where the interpreter in a mapped file keeps its frames, but for the image that it belongs to; nullopt where none is
/// in it, or one of a version that is not known: CPython 3.9 to 3.13 are.
std::optional<wire::python_process> find_python(const ElfFile& file, const CodeMapping& mapping);

}  // namespace traceleft
