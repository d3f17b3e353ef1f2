// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "event_schema.h"
#include "event_view.h"
#include "planned_text.h"

namespace traceleft {

// Parts of an event in strace's notation: printable ASCII, whatever is in it.

/// A name, written without space or '(' for readers who split the line at these: bare if it is made of ordinary
/// characters, else a quoted string.
void append_name(std::string_view name, std::string& out);

/// The thread's name; "-" in an event that has none.
void append_comm(const EventView& event, std::string& out);

/// The value of one argument. `planned`, as ValueText has it.
void append_argument(const EventView& event, std::size_t index, const EventSchema& schema, std::string& out,
                     PlannedText* planned = nullptr);

/// What stands behind the value: the file that a descriptor stands for, or that a path led to.
void append_remarks(const EventView& event, std::size_t index, std::string& out);

/// The arguments that the call looked at, as NAME=VALUE with commas between.
void append_arguments(const EventView& event, const EventSchema& schema, std::string& out,
                      PlannedText* planned = nullptr);

/// What the call may have overwritten, as it was passed, in the same form.
void append_passed(const EventView& event, const EventSchema& schema, std::string& out);

/// The return value: "3", "-1 ENOENT (No such file or directory)", "?" at the call's entry.
void append_return(const EventView& event, std::string& out);

/// "ENOENT", "E133" for one without a name, nothing for 0.
void append_error(int errnum, std::string& out);

}  // namespace traceleft
