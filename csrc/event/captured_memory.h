// SPDX-License-Identifier: MIT
#pragma once

#include <arpa/inet.h>
#include <traceleft/event.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "event_schema.h"
#include "event_view.h"

namespace traceleft {

// The layout of values in captured memory, for all code that walks it.

/// The first `size` bytes as a number, as far as they are there.
inline std::uint64_t load_bits(std::string_view bytes, std::size_t size) {
    std::uint64_t bits = 0;
    if (bytes.size() < sizeof(bits)) {
        std::memcpy(&bits, bytes.data(), std::min(bytes.size(), size));
        return bits;
    }
    std::memcpy(&bits, bytes.data(), sizeof(bits));  // as many each time: the size's own number would be a call
    return size < sizeof(bits) ? bits & ((std::uint64_t{1} << size * 8) - 1) : bits;
}

/// A register's or a field's bits as a number of 64 bits, in the machine's byte order.
inline std::uint64_t number_of(const Value& value, std::uint64_t bits) {
    std::uint32_t width = value.bit_width ? value.bit_width : value.size * 8;
    bits >>= value.bit_shift;
    if (!width || width >= 64) return bits;
    std::uint64_t mask = (std::uint64_t{1} << width) - 1;
    bits &= mask;
    switch (facts_of(value.kind).reading) {
        case Reading::Signed:
            return bits >> (width - 1) ? bits | ~mask : bits;
        case Reading::Owner:
            return bits == mask ? ~std::uint64_t{0} : bits;
        case Reading::BigEndian:
            return value.size == 2 ? ntohs(static_cast<std::uint16_t>(bits)) : ntohl(static_cast<std::uint32_t>(bits));
        default:
            return bits;
    }
}

/// Whether a field is the number that its bytes are, wherever it stands.
inline bool is_plain_number(const Value& value) {
    return facts_of(value.kind).shape == Shape::Number && is_scalar(value.kind) && !value.cases && !value.linked &&
           value.kind != Kind::CapSet;  // whose names depend on its place
}

/// Whether that number is the lowest bytes of a register, as they are.
inline bool is_lowest_bytes(const Value& value) {
    Reading reading = facts_of(value.kind).reading;
    return is_scalar(value.kind) && !value.bit_width && (reading == Reading::Unsigned || reading == Reading::Signed);
}

inline bool unreadable(std::uint16_t status) { return status == wire::CAPTURED_FAULT || status == wire::CAPTURED_NONE; }

struct Piece {
    wire::piece head;
    std::string_view bytes;
};

/// The pieces of captured memory, one after the other.
class Pieces {
public:
    explicit Pieces(std::string_view bytes) : rest_(bytes) { advance(); }
    const Piece* current() const { return here_ ? &piece_ : nullptr; }
    void advance();
    bool at(std::uint16_t kind) const { return here_ && piece_.head.kind == kind; }
    /// The number of pieces of that kind that follow each other from here.
    std::size_t count(std::uint16_t kind) const;

private:
    std::string_view rest_;
    Piece piece_{};
    bool here_ = false;
};

/// A struct msghdr without its pointers, or a struct mmsghdr. include/linux/socket.h: struct user_msghdr.
struct MessageHeader {
    explicit MessageHeader(const Piece& piece);

    std::uint64_t name, namelen, iovlen, control, controllen, flags;
    std::uint64_t length;  ///< mmsghdr's msg_len
};

/// Whether a struct of which there are `available` bytes has the field, or its begin. A path in a sockaddr_un ends
/// where the address does, and a field without a size, or a struct, where the memory does.
inline bool has_field(std::size_t available, const Field& field) {
    Kind kind = field.value.kind;
    bool open = kind == Kind::Chars || kind == Kind::SocketName || kind == Kind::Struct || !field.value.bytes();
    if (open && field.offset < available) return true;
    if (!field.value.bytes()) return false;
    return std::size_t{field.offset} + field.value.bytes() <= available;
}

/// The layout that a struct's selector chooses, or its own.
const StructLayout& specific_layout(const StructLayout& layout, std::string_view bytes);

/// The meaning of a field of the struct that `bytes` begin with: that which other fields choose, or its own.
const Value& field_meaning(const StructLayout& layout, const Field& field, std::string_view bytes);

/// A char array up to its NUL.
std::string_view characters(const Value& value, std::string_view bytes);
/// The same; one that begins with NUL is as long as the address.
std::string_view socket_name(const Value& value, std::string_view bytes);

}  // namespace traceleft
