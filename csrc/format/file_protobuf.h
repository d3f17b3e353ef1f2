// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "event_view.h"
#include "protobuf_message.h"

namespace traceleft {

/// Writes what an event's descriptors stand for into its message Event: `files`, `resolved_path`, `path_mismatch`.
/// `out`: the text that the message is in.
void add_files(Message& message, const EventView& event, const std::string& out);

}  // namespace traceleft
