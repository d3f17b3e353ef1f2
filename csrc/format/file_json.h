// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "objects.h"
#include "value_json.h"

namespace traceleft {

/// Appends an open file as an object, without what isn't known of it. `place` is its own, for undecodable paths.
void append_file_json(const OpenFile& file, std::string_view place, UndecodableSink& undecodable, std::string& out);

}  // namespace traceleft
