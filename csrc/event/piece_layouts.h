// SPDX-License-Identifier: MIT
#pragma once

#include "event_schema.h"

namespace traceleft {

/// Memory in pieces as the structs that are shown for it. The fields have no offsets, are walked in this order, and
/// have their numbers in the messages of templates/traceleft.proto.j2, which leave fields that are 0 out.
struct PieceLayouts {
    explicit PieceLayouts(const EventSchema& schema);

    StructLayout iovec;
    StructLayout msghdr;
    StructLayout mmsghdr;
};

/// A value in pieces as the array or the struct that is shown for it; any other value as it is.
Value shown_as(const Value& value, const EventSchema& schema);

}  // namespace traceleft
