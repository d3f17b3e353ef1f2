// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "event_view.h"
#include "value_kinds.h"

namespace traceleft::ask {

/// The first piece of that kind (wire::PIECE_*), as if it were all that was captured; nullopt where there is none.
std::optional<Captured> find_piece(const Captured& memory, std::uint16_t kind);

struct JoinedText {
    std::string bytes;
    bool truncated = false;
};

/// A vector's strings with a blank between them, or the contents of iovecs one behind the other. nullopt where the
/// strings were counted but not captured.
std::optional<JoinedText> join_pieces(const Captured& memory, Kind kind);

}  // namespace traceleft::ask
