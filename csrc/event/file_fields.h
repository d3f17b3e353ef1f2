// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_schema.h"
#include "event_view.h"

namespace traceleft {

/// What outputs have of an event's files, beside those of its arguments.
enum class FileField { ResultFile, Directory, PairFiles, ResolvedPath, PathMismatch };

inline constexpr std::array<std::string_view, 5> file_field_names = {"result_file", "directory", "pair_files",
                                                                     "resolved_path", "path_mismatch"};

std::optional<FileField> find_file_field(std::string_view name);

/// The names of all arguments of all syscalls that are descriptors, sorted.
std::vector<std::string> descriptor_names(const EventSchema& schema);

/// The file of the argument of that name; null where the event has none, or nothing is known of it.
const OpenFile* file_of(const EventView& event, std::string_view argument);

}  // namespace traceleft
