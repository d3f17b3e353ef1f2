// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace traceleft {

/// The meaning of a value, which decides its notation and its Python type.
enum class Kind {
    // Scalars, of an argument's register or a struct's field.
    Int,         ///< signed
    Uint,        ///< unsigned
    Hex,         ///< unsigned, shown in hexadecimal
    Fd,          ///< file descriptor
    DirFd,       ///< file descriptor or AT_FDCWD
    Mode,        ///< permission bits and file type, octal
    Uid,         ///< -1: unchanged
    Gid,         ///< -1: unchanged
    Pid,         ///< process, thread or group, as the caller's pid namespace numbers it
    Dev,         ///< device number, as the kernel's new_encode_dev() packs it
    Pointer,     ///< address
    Flags,       ///< of a flag set
    Be16,        ///< in network byte order
    Be32,        ///< in network byte order
    Limit,       ///< of a resource
    UtimeNsec,   ///< nanoseconds, or what utimensat is to do with the time
    SigSet,      ///< signals, which its flag set names: bit n is signal n + 1
    CapSet,      ///< capabilities, which its flag set names: bit n is capability n
    Wait,        ///< the status of a process that was waited for; its flag set names signals
    InAddr,      ///< IPv4 address
    In6Addr,     ///< IPv6 address
    Chars,       ///< char array up to its NUL
    SocketName,  ///< the same, but one that begins with NUL is abstract: unix(7), and ends where the address does
    Unused,      ///< what the call doesn't look at
    // Captured memory, of an argument that is a pointer.
    String,    ///< NUL-terminated
    Buffer,    ///< bytes
    Struct,    ///< one struct
    Array,     ///< of equal elements
    Strings,   ///< NULL-terminated vector of strings
    Iovec,     ///< struct iovec and their contents
    Msghdr,    ///< struct msghdr and its contents
    Mmsghdr,   ///< struct mmsghdr and their contents
    Linked,    ///< one struct, and the memory of its linked fields
    Pointers,  ///< a vector of pointers, each to a struct
    Beyond,    ///< in a struct: bytes behind all that its headers know, of which one is not 0
};

constexpr std::int32_t at_fdcwd = -100;  // a DirFd's; include/uapi/linux/fcntl.h

/// The form of a value, whatever it means.
enum class Shape { Number, Text, Bytes, Struct, List };

/// The place of a value.
enum class Place {
    Itself,  ///< a register or a field is the value
    Memory,  ///< as it lay in memory
    Pieces,  ///< in several parts of memory, each a wire::piece
};

/// How a number is read.
enum class Reading {
    Unsigned,
    Signed,
    Owner,      ///< unsigned, but all ones are the -1 that callers write for "leave it"
    BigEndian,  ///< unsigned, in network byte order
};

constexpr std::uint32_t number_size = 0;        ///< 1, 2, 4 or 8 bytes
constexpr std::uint32_t any_size = UINT32_MAX;  ///< as the schema says

/// All facts about a kind, except its walk (value_walk.cpp) and its notation in text (value_text.cpp).
struct KindFacts {
    Kind kind;
    std::string_view name;  ///< in a schema
    Shape shape;
    Place place = Place::Itself;
    Reading reading = Reading::Unsigned;
    std::uint32_t size = number_size;  ///< bytes that one has
};

constexpr KindFacts kinds[] = {
    {Kind::Int, "int", Shape::Number, Place::Itself, Reading::Signed},
    {Kind::Uint, "uint", Shape::Number},
    {Kind::Hex, "hex", Shape::Number},
    {Kind::Fd, "fd", Shape::Number, Place::Itself, Reading::Signed},
    {Kind::DirFd, "dirfd", Shape::Number, Place::Itself, Reading::Signed},
    {Kind::Mode, "mode", Shape::Number},
    {Kind::Uid, "uid", Shape::Number, Place::Itself, Reading::Owner},
    {Kind::Gid, "gid", Shape::Number, Place::Itself, Reading::Owner},
    {Kind::Pid, "pid", Shape::Number, Place::Itself, Reading::Signed},
    {Kind::Dev, "dev", Shape::Number},
    {Kind::Pointer, "pointer", Shape::Number},
    {Kind::Flags, "flags", Shape::Number},
    {Kind::Be16, "be16", Shape::Number, Place::Itself, Reading::BigEndian, 2},
    {Kind::Be32, "be32", Shape::Number, Place::Itself, Reading::BigEndian, 4},
    {Kind::Limit, "limit", Shape::Number},
    {Kind::UtimeNsec, "utime_nsec", Shape::Number, Place::Itself, Reading::Signed},
    {Kind::SigSet, "sigset", Shape::Number},
    {Kind::CapSet, "capset", Shape::Number},
    {Kind::Wait, "wait", Shape::Number, Place::Itself, Reading::Signed},
    {Kind::InAddr, "in_addr", Shape::Text, Place::Itself, Reading::Unsigned, 4},
    {Kind::In6Addr, "in6_addr", Shape::Text, Place::Itself, Reading::Unsigned, 16},
    {Kind::Chars, "chars", Shape::Text, Place::Itself, Reading::Unsigned, any_size},
    {Kind::SocketName, "socket_name", Shape::Text, Place::Itself, Reading::Unsigned, any_size},
    {Kind::Unused, "unused", Shape::Number},
    {Kind::String, "string", Shape::Text, Place::Memory},
    {Kind::Buffer, "buffer", Shape::Bytes, Place::Memory},
    {Kind::Struct, "struct", Shape::Struct, Place::Memory},
    {Kind::Array, "array", Shape::List, Place::Memory},
    {Kind::Strings, "strings", Shape::List, Place::Pieces},
    {Kind::Iovec, "iovec", Shape::List, Place::Pieces},
    {Kind::Msghdr, "msghdr", Shape::Struct, Place::Pieces},
    {Kind::Mmsghdr, "mmsghdr", Shape::List, Place::Pieces},
    {Kind::Linked, "linked", Shape::Struct, Place::Pieces},
    {Kind::Pointers, "pointers", Shape::List, Place::Pieces},
    {Kind::Beyond, "beyond", Shape::Bytes, Place::Memory},
};

constexpr const KindFacts& facts_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

constexpr bool kinds_are_in_order() {
    for (std::size_t i = 0; i < std::size(kinds); i++)
        if (static_cast<std::size_t>(kinds[i].kind) != i) return false;
    return true;
}
static_assert(kinds_are_in_order() && std::size(kinds) == static_cast<std::size_t>(Kind::Beyond) + 1);

/// Throws Error: Usage for an unknown name.
Kind parse_kind(std::string_view name);

/// Whether a register or a field holds the value itself.
constexpr bool is_scalar(Kind kind) { return facts_of(kind).place == Place::Itself; }

constexpr bool is_descriptor(Kind kind) { return kind == Kind::Fd || kind == Kind::DirFd; }

/// Whether all ones is the -1 that callers write for "leave it": the number itself has no sign.
constexpr bool is_owner(Kind kind) { return facts_of(kind).reading == Reading::Owner; }

/// Whether the value can be below 0.
constexpr bool may_be_negative(Kind kind) { return facts_of(kind).reading == Reading::Signed || is_owner(kind); }

}  // namespace traceleft
