// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_view.h"

namespace traceleft::ask {

/// What can be asked of the file or the socket that a descriptor stands for: `fd.path`. Only the reader knows it.
enum class ObjectField : std::uint32_t {
    Path,
    HostPath,
    Kind,
    Deleted,
    Made,
    Device,
    Inode,
    Id,
    Family,
    LocalPort,
    PeerPort,
};

std::optional<ObjectField> find_object_field(std::string_view name);
std::string_view object_field_name(ObjectField field);
bool is_text(ObjectField field);

/// The words that a kind can be compared with without quotes.
bool is_file_kind(std::string_view word);
std::vector<std::string> file_kinds();

/// The object of an event that stands at a place: an argument's number, or wire::DESCRIBED_*; null where there is none.
const OpenFile* object_at(const EventView& event, std::uint32_t place);
/// nullopt where it has no such thing.
std::optional<std::uint64_t> object_number(const OpenFile& file, ObjectField field);
std::string_view object_text(const OpenFile& file, ObjectField field);

}  // namespace traceleft::ask
