// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <protozero/pbf_writer.hpp>
#include <string>
#include <string_view>

namespace traceleft {

/// Reserves room for a length that is known only once the bytes it counts have been written behind it.
class Length {
public:
    Length() = default;  ///< there is no length to write
    /// `room`: the bytes that the length is likely to have. Where it has another number, the bytes behind it are moved.
    explicit Length(std::string& out, std::size_t room = 1) : at_(out.size()), room_(room) { out.append(room, 0); }
    /// The length of field `field`, which is a message or packed numbers.
    Length(std::string& out, std::uint32_t field, std::size_t room) : Length(begin(out, field), room) {}

    void end(std::string& out) const {
        if (!room_) return;
        char digits[protozero::max_varint_length];
        std::size_t count = out.size() - at_ - room_;
        auto size = static_cast<std::size_t>(protozero::add_varint_to_buffer(digits, count));
        if (size == room_)
            std::memcpy(out.data() + at_, digits, size);
        else
            out.replace(at_, room_, digits, size);
    }

private:
    static std::string& begin(std::string& out, std::uint32_t field) {
        protozero::add_varint_to_buffer(
            &out, field << 3 | static_cast<std::uint32_t>(protozero::pbf_wire_type::length_delimited));
        return out;
    }

    std::size_t at_ = 0;
    std::size_t room_ = 0;  ///< 0: there is no length to write
};

/// Collects short fields of a message before they are appended to a text, which looks at its room for each byte.
class FieldCollector {
public:
    explicit FieldCollector(std::string& out) : out_(out) {}
    FieldCollector(const FieldCollector&) = delete;
    FieldCollector& operator=(const FieldCollector&) = delete;
    ~FieldCollector() { flush(); }

    void number(std::uint32_t field, std::uint64_t value) {
        if (room() < 2 * protozero::max_varint_length) flush();
        varint(field << 3 | static_cast<std::uint32_t>(protozero::pbf_wire_type::varint));
        varint(value);
    }
    void bytes(std::uint32_t field, std::string_view bytes) {
        if (room() < 2 * protozero::max_varint_length + bytes.size()) flush();
        varint(field << 3 | static_cast<std::uint32_t>(protozero::pbf_wire_type::length_delimited));
        varint(bytes.size());
        if (room() < bytes.size()) {
            flush();
            out_.append(bytes);
            return;
        }
        std::memcpy(end_, bytes.data(), bytes.size());
        end_ += bytes.size();
    }
    /// Before anything else is appended to the text.
    void flush() {
        out_.append(bytes_, static_cast<std::size_t>(end_ - bytes_));
        end_ = bytes_;
    }

private:
    std::size_t room() const { return static_cast<std::size_t>(bytes_ + sizeof(bytes_) - end_); }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) *end_++ = static_cast<char>(value | 0x80);
        *end_++ = static_cast<char>(value);
    }

    std::string& out_;
    char bytes_[512];
    char* end_ = bytes_;
};

/// A message that is being written into a text. A nested one is written even if it is empty: in a oneof its presence
/// means something.
class Message {
public:
    explicit Message(std::string& out) : out_(out), writer_(out) {}
    Message(Message& around, std::uint32_t field) : out_(around.out_), writer_(out_), length_(out_, field, 1) {}
    ~Message() { length_.end(out_); }
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;

    protozero::pbf_writer* operator->() { return &writer_; }
    protozero::pbf_writer& operator*() { return writer_; }

private:
    std::string& out_;
    protozero::pbf_writer writer_;
    Length length_;
};

}  // namespace traceleft
