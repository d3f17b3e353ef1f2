// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "named_pids.h"
#include "objects.h"
#include "planned_text.h"
#include "text_room.h"
#include "value_walk.h"

namespace traceleft {

/// Writes a walked value in strace's notation.
class ValueText : public ValueSink {
public:
    /// `files`: what the descriptors of a list stand for, in its order; null for those that aren't known.
    /// `planned`, which is kept for more of the same events, makes structs quicker.
    explicit ValueText(std::string& out, const NamedPids& pids = {}, std::span<const OpenFile* const> files = {},
                       PlannedText* planned = nullptr)
        : out_(out), pids_(pids), files_(files), planned_(planned) {}

    void scalar(const Value& value, std::uint64_t bits) override;
    void text(std::string_view bytes, bool truncated) override;
    void socket_name(std::string_view bytes) override;
    void bytes(std::string_view bytes, bool truncated) override;
    void network_address(const Value& value, std::string_view bytes) override;
    void pointer(std::uint64_t address) override;
    bool whole_struct(const StructLayout& layout, const StructLayout& specific, std::string_view bytes,
                      bool inner) override;
    void begin_struct(const StructLayout& layout, const StructLayout& specific) override;
    void key(const Field& field) override;
    void end_struct() override;
    void begin_list() override;
    void end_list(bool truncated) override;

private:
    void begin_value();
    void separate();

    std::string& out_;
    NamedPids pids_;
    std::span<const OpenFile* const> files_;
    PlannedText* planned_;
    bool first_ = true;       ///< of the struct or list that is open
    bool after_key_ = false;  ///< the next value is the key's
    std::size_t beyond_ = 0;  ///< the next bytes are beyond a struct of so many
    static constexpr std::size_t nowhere = std::string::npos;
    std::size_t struct_ = nowhere;  ///< the beginning of the struct that is open
    std::size_t list_ = nowhere;    ///< the place of the open list's first element
    bool replaced_ = false;         ///< a name stands for that struct
    bool in_brackets_ = false;      ///< the list's only element has brackets of its own
};

template <typename T>
void append_number(T value, std::string& out) {
    char digits[24];
    out.append(digits, static_cast<std::size_t>(write_number(digits, value) - digits));
}
template <typename T>
void append_number(T value, std::string& out, int base) {
    char digits[24];
    char* end = std::to_chars(digits, digits + sizeof(digits), value, base).ptr;
    out.append(digits, static_cast<std::size_t>(end - digits));
}
void append_hex(std::uint64_t value, std::string& out);
/// An address, or NULL.
void append_pointer(std::uint64_t address, std::string& out);
/// A scalar as ValueSink::scalar gets it.
void append_scalar(const Value& value, std::uint64_t bits, std::string& out);
/// What stands behind a process's number, as under strace's --decode-pids; nothing where it isn't known.
void append_named_pid(const NamedPids& pids, std::uint64_t bits, std::string& out);
/// `bytes` as a C string literal's inside, as strace escapes it; the characters of `also` are escaped, too.
void append_escaped(std::string_view bytes, std::string& out, std::string_view also = {});
/// "127.0.0.1", of an InAddr or In6Addr.
std::string network_address_text(const Value& value, std::string_view bytes);

}  // namespace traceleft
