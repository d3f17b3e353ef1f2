// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "objects.h"

namespace traceleft {

/// What a descriptor stands for, as strace -yy has it behind the number: "</etc/passwd>", "</tmp/x>(deleted)",
/// "</dev/null<char 1:3>>", "<TCP:[10.0.0.1:40414->10.0.0.2:443]>".
void append_file(const OpenFile& file, std::string& out);

}  // namespace traceleft
