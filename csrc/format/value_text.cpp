// SPDX-License-Identifier: MIT
#include "value_text.h"

#include <arpa/inet.h>

#include <charconv>

#include "output_limit.h"
#include "value_names.h"

namespace traceleft {

namespace {

void append_octal(std::uint64_t value, std::string& out) {
    out += value < 010 ? "00" : "0";  // printf's %#03o
    append_number(value, out, 8);
}

void append_flags(const FlagSet& set, std::uint64_t value, std::string& out) {
    bool any = false;
    visit_flags(set, value, [&](std::string_view name) {
        if (any) out += '|';
        any = true;
        out += name;
    });
    if (!any) out += '0';
}

// As strace writes makedev()'s arguments: include/linux/kdev_t.h, new_decode_dev().
void append_device(std::uint64_t device, std::string& out) {
    out += "makedev(";
    append_hex((device >> 8) & 0xfff, out);
    out += ", ";
    append_hex((device & 0xff) | ((device >> 12) & 0xfff00), out);
    out += ')';
}

}  // namespace

std::string_view name_of(const Value& value, std::uint64_t bits) {
    if (value.kind == Kind::DirFd && static_cast<std::int32_t>(bits) == at_fdcwd) return "AT_FDCWD";
    if (!value.flags || (value.kind != Kind::Int && value.kind != Kind::DirFd)) return {};
    // A set knows no sign: its numbers are as wide as the value.
    if (value.size < sizeof(bits)) bits &= (std::uint64_t{1} << value.size * 8) - 1;
    const NamedValue* named = find_choice(*value.flags, bits);
    return named ? std::string_view(named->name) : std::string_view();
}

void append_hex(std::uint64_t value, std::string& out) {
    out += "0x";
    append_number(value, out, 16);
}

void append_escaped(std::string_view bytes, std::string& out, std::string_view also) {
    for (std::size_t i = 0; i < bytes.size(); i++) {
        unsigned char byte = bytes[i];
        switch (byte) {
            case '"':
                out += "\\\"";
                continue;
            case '\\':
                out += "\\\\";
                continue;
            case '\f':
                out += "\\f";
                continue;
            case '\n':
                out += "\\n";
                continue;
            case '\r':
                out += "\\r";
                continue;
            case '\t':
                out += "\\t";
                continue;
            case '\v':
                out += "\\v";
                continue;
        }
        if (byte >= 0x20 && byte < 0x7f && also.find(static_cast<char>(byte)) == std::string_view::npos) {
            out += static_cast<char>(byte);
            continue;
        }
        // Octal, short where no digit follows that would be taken for a part of it.
        bool digit_follows = i + 1 < bytes.size() && bytes[i + 1] >= '0' && bytes[i + 1] <= '7';
        out += '\\';
        if (digit_follows && byte < 0100) out += '0';
        if (digit_follows && byte < 010) out += '0';
        append_number(unsigned{byte}, out, 8);
    }
}

void append_scalar(const Value& value, std::uint64_t bits, std::string& out) {
    switch (value.kind) {
        case Kind::DirFd:
        case Kind::Int:
            if (std::string_view name = name_of(value, bits); !name.empty()) {
                out += name;
                return;
            }
            [[fallthrough]];
        case Kind::Fd:
        case Kind::Pid:
        case Kind::Uid:
        case Kind::Gid:
            return append_number(static_cast<std::int64_t>(bits), out);
        case Kind::Mode:
            return append_octal(bits, out);
        case Kind::Dev:
            return append_device(bits, out);
        case Kind::Hex:
            return append_hex(bits, out);
        case Kind::Pointer:
            return append_pointer(bits, out);
        case Kind::Be16:
            out += "htons(";
            append_number(bits, out);
            out += ')';
            return;
        case Kind::Be32:
            out += "htonl(";
            append_number(bits, out);
            out += ')';
            return;
        case Kind::Flags:
            if (value.flags) return append_flags(*value.flags, bits, out);
            return append_hex(bits, out);
        default:
            return append_number(bits, out);
    }
}

void append_pointer(std::uint64_t address, std::string& out) {
    if (address)
        append_hex(address, out);
    else
        out += "NULL";
}

std::string network_address_text(const Value& value, std::string_view bytes) {
    char text[INET6_ADDRSTRLEN] = "";
    char address[16] = {};
    bytes.copy(address, sizeof(address));
    inet_ntop(value.kind == Kind::InAddr ? AF_INET : AF_INET6, address, text, sizeof(text));
    return text;
}

void ValueText::separate() {
    if (!first_) out_ += ", ";
    first_ = false;
}

void ValueText::scalar(const Value& value, std::uint64_t bits) {
    begin_value();
    append_scalar(value, bits, out_);
}

void ValueText::text(std::string_view bytes, bool truncated) {
    begin_value();
    out_ += '"';
    append_escaped(bytes, out_);
    out_ += truncated ? "\"..." : "\"";
}

void ValueText::socket_name(std::string_view bytes) {
    bool abstract = bytes.starts_with('\0');
    if (!abstract) return text(bytes, false);
    begin_value();
    out_ += "@\"";
    append_escaped(bytes.substr(1), out_);
    out_ += '"';
}

void ValueText::bytes(std::string_view bytes, bool truncated) { text(bytes, truncated); }

void ValueText::network_address(const Value& value, std::string_view bytes) {
    begin_value();
    out_ += value.kind == Kind::InAddr ? "inet_addr(\"" : "inet_pton(AF_INET6, \"";
    out_ += network_address_text(value, bytes);
    out_ += "\")";
}

void ValueText::pointer(std::uint64_t address) {
    begin_value();
    append_pointer(address, out_);
}

void ValueText::begin_value() {
    check_output(out_.size());
    if (!after_key_) separate();
    after_key_ = false;
}

void ValueText::begin_struct(const StructLayout&, const StructLayout&) {
    begin_value();
    out_ += '{';
    first_ = true;
}

void ValueText::key(const Field& field) {
    separate();
    out_ += field.name;
    out_ += '=';
    after_key_ = true;
}

void ValueText::end_struct() {
    out_ += '}';
    first_ = false;
}

void ValueText::begin_list() {
    begin_value();
    out_ += '[';
    first_ = true;
}

void ValueText::end_list(bool truncated) {
    if (truncated) out_ += first_ ? "..." : ", ...";
    out_ += ']';
    first_ = false;
}

}  // namespace traceleft
