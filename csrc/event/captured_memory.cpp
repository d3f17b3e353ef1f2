// SPDX-License-Identifier: MIT
#include "captured_memory.h"

namespace traceleft {

namespace {

std::string_view padded_front(std::string_view& rest, std::size_t size) {
    std::string_view front = rest.substr(0, size);
    rest.remove_prefix(std::min((size + 7) / 8 * 8, rest.size()));
    return front;
}

}  // namespace

void Pieces::advance() {
    here_ = rest_.size() >= sizeof(wire::piece);
    if (!here_) return;
    std::memcpy(&piece_.head, rest_.data(), sizeof(wire::piece));
    rest_.remove_prefix(sizeof(wire::piece));
    piece_.bytes = padded_front(rest_, piece_.head.size);
}

std::size_t Pieces::count(std::uint16_t kind) const {
    std::size_t there = 0;
    for (Pieces rest = *this; rest.at(kind); rest.advance()) there++;
    return there;
}

MessageHeader::MessageHeader(const Piece& piece) {
    std::string_view header = piece.bytes.substr(0, 56);
    auto at = [&](std::size_t offset, std::size_t size) {
        return offset < header.size() ? load_bits(header.substr(offset), size) : 0;
    };
    name = at(0, 8);
    namelen = at(8, 4);
    iovlen = at(24, 8);
    control = at(32, 8);
    controllen = at(40, 8);
    flags = at(48, 4);
    length = piece.bytes.size() >= 60 ? load_bits(piece.bytes.substr(56), 4) : 0;
}

const StructLayout& specific_layout(const StructLayout& layout, std::string_view bytes) {
    if (layout.selector.empty()) return layout;
    for (const Field& field : layout.fields) {
        if (field.name != layout.selector) continue;
        if (std::size_t{field.offset} + field.value.size > bytes.size()) break;
        auto found = layout.cases.find(load_bits(bytes.substr(field.offset), field.value.size));
        return found == layout.cases.end() ? layout : *found->second;
    }
    return layout;
}

const Value& field_meaning(const StructLayout& layout, const Field& field, std::string_view bytes) {
    const Value* chosen = &field.value;
    while (const Cases* cases = chosen->cases.get()) {
        if (cases->selector >= layout.fields.size()) break;
        const Field& selector = layout.fields[cases->selector];
        if (!has_field(bytes.size(), selector)) break;
        auto bits = static_cast<std::uint32_t>(load_bits(bytes.substr(selector.offset), selector.value.size));
        auto found = cases->values.find(bits & cases->mask);
        if (found == cases->values.end()) break;
        chosen = &found->second;
    }
    return *chosen;
}

std::string_view characters(const Value& value, std::string_view bytes) {
    // Schemas of up to version 0.1 have a socket's name as characters: an abstract one that wasn't padded is whole.
    bool abstract = bytes.size() < value.size && bytes.size() > 1 && !bytes.front();
    return abstract ? bytes : bytes.substr(0, strnlen(bytes.data(), std::min<std::size_t>(bytes.size(), value.size)));
}

std::string_view socket_name(const Value& value, std::string_view bytes) {
    bytes = bytes.substr(0, value.size);
    bool abstract = bytes.size() > 1 && !bytes.front();
    return abstract ? bytes : bytes.substr(0, strnlen(bytes.data(), bytes.size()));
}

}  // namespace traceleft
