// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace traceleft {

/// What can be read of a file: nothing where it can't be opened, and what came before an error, such as that of a file
/// in /proc whose process has ended meanwhile.
std::string file_content(const std::string& path);

}  // namespace traceleft
