// SPDX-License-Identifier: MIT
#include "piece_text.h"

#include <traceleft/event.h>

#include "captured_memory.h"

namespace traceleft::ask {

std::optional<Captured> find_piece(const Captured& memory, std::uint16_t kind) {
    for (Pieces pieces(memory.bytes); const Piece* piece = pieces.current(); pieces.advance()) {
        if (piece->head.kind != kind) continue;
        if (unreadable(piece->head.status)) return std::nullopt;
        return Captured{piece->bytes, piece->head.status};
    }
    return std::nullopt;
}

std::optional<JoinedText> join_pieces(const Captured& memory, Kind kind) {
    std::uint16_t wanted = kind == Kind::Strings ? wire::PIECE_STRING : wire::PIECE_IOVEC;
    JoinedText all{{}, memory.status != wire::CAPTURED_OK};
    bool first = true;
    for (Pieces pieces(memory.bytes); const Piece* piece = pieces.current(); pieces.advance()) {
        if (piece->head.kind == wire::PIECE_COUNT) return std::nullopt;
        if (piece->head.kind != wanted) continue;
        if (kind == Kind::Strings && !first) all.bytes += ' ';
        first = false;
        all.bytes += piece->bytes;
        if (piece->head.status != wire::CAPTURED_OK) {  // what follows would stand in the wrong place
            all.truncated = true;
            break;
        }
    }
    return all;
}

}  // namespace traceleft::ask
