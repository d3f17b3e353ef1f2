// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <protozero/pbf_writer.hpp>
#include <string>
#include <string_view>

#include "output_limit.h"
#include "text_room.h"

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

/// A field's number and what is behind it, as a message has them.
class FieldTag {
public:
    FieldTag() = default;
    FieldTag(std::uint32_t field, protozero::pbf_wire_type type)
        : size_(static_cast<std::size_t>(
              protozero::add_varint_to_buffer(bytes_, field << 3 | static_cast<std::uint32_t>(type)))) {}
    /// Writes it, and some bytes behind it, 8 in all, and returns its end.
    char* copy(char* out) const {
        std::memcpy(out, bytes_, sizeof(bytes_));
        return out + size_;
    }

private:
    char bytes_[8] = {};  // five at most
    std::size_t size_ = 0;
};

/// Collects fields of messages before they are appended to a text, which looks at its room for each byte.
class FieldCollector {
public:
    explicit FieldCollector(std::string& out) : out_(out) {}
    FieldCollector(const FieldCollector&) = delete;
    FieldCollector& operator=(const FieldCollector&) = delete;

    void number(std::uint32_t field, std::uint64_t value) {
        reserve(2 * protozero::max_varint_length);
        varint(field << 3 | static_cast<std::uint32_t>(protozero::pbf_wire_type::varint));
        varint(value);
    }
    void number(const FieldTag& tag, std::uint64_t value) {
        end_ = tag.copy(reserve(2 * protozero::max_varint_length));
        varint(value);
    }
    void bytes(std::uint32_t field, std::string_view bytes) {
        reserve(2 * protozero::max_varint_length);
        varint(field << 3 | static_cast<std::uint32_t>(protozero::pbf_wire_type::length_delimited));
        content(bytes);
    }
    void bytes(const FieldTag& tag, std::string_view bytes) {
        end_ = tag.copy(reserve(2 * protozero::max_varint_length));
        content(bytes);
    }
    /// Begins a message, or something else of a length that is known only at its end(), to which the place belongs that
    /// is returned.
    std::size_t begin() {
        *reserve(1) = 0;
        return out_.size() + static_cast<std::size_t>(end_++ - bytes_);
    }
    std::size_t begin(const FieldTag& tag) {
        end_ = tag.copy(reserve(sizeof(FieldTag)));
        return begin();
    }
    void end(std::size_t place) {
        if (place < out_.size() || room() < protozero::max_varint_length) return end_in_text(place);
        char* length = bytes_ + (place - out_.size());
        auto size = static_cast<std::size_t>(end_ - length - 1);
        if (size < 0x80) {
            *length = static_cast<char>(size);
            return;
        }
        std::size_t more = size < 0x4000 ? 1 : 2;  // beyond that is no room
        std::memmove(length + 1 + more, length + 1, size);
        protozero::add_varint_to_buffer(length, size);
        end_ += more;
    }
    /// To be called at the end, and before anything else is appended to the text. Throws Error: Capacity where that is
    /// too long.
    void flush() {
        check_output(out_.size());
        out_.append(bytes_, static_cast<std::size_t>(end_ - bytes_));
        end_ = bytes_;
    }
    /// The text, to append something else to.
    std::string& flushed() {
        flush();
        return out_;
    }

private:
    std::size_t room() const { return static_cast<std::size_t>(bytes_ + sizeof(bytes_) - end_); }
    char* reserve(std::size_t size) {
        if (size > room()) [[unlikely]]
            flush();
        return end_;
    }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) *end_++ = static_cast<char>(value | 0x80);
        *end_++ = static_cast<char>(value);
    }
    void content(std::string_view bytes) {
        varint(bytes.size());
        if (room() < bytes.size()) {
            flush();
            out_.append(bytes);
            return;
        }
        end_ = copy_text(end_, bytes.data(), bytes.size());
    }
    [[gnu::noinline]] void end_in_text(std::size_t place) {
        flush();
        char digits[protozero::max_varint_length];
        auto size = protozero::add_varint_to_buffer(digits, out_.size() - place - 1);
        out_.replace(place, 1, digits, static_cast<std::size_t>(size));
    }

    std::string& out_;
    char bytes_[4096];
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
