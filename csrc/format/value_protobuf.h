// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <protozero/pbf_writer.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protobuf_message.h"
#include "protobuf_plan.h"
#include "value_walk.h"

namespace traceleft {

// As traceleft/generate/proto.py has them, from an argument's or a struct's own number.
constexpr std::uint32_t address_field = 100;
constexpr std::uint32_t memory_field = 200;
constexpr std::uint32_t unreadable_field = 300;
constexpr std::uint32_t passed_field = 400;
constexpr std::uint32_t variant_field = 100;

/// Writes walked values as fields of a message of traceleft/proto/traceleft.proto.
class ValueProtobuf final : public ValueSink {
public:
    /// `plans` are kept for more of the same events.
    ValueProtobuf(std::string& out, Plans<ProtobufMember>& plans) : out_(out), plans_(plans), writer_(out) {}

    /// The next value walked becomes this field of the message at the text's end.
    void begin(std::uint32_t field) { field_ = field; }

    void scalar(const Value& value, std::uint64_t bits) override;
    void text(std::string_view bytes, bool truncated) override;
    void bytes(std::string_view bytes, bool truncated) override { text(bytes, truncated); }
    void network_address(const Value&, std::string_view bytes) override { text(bytes, false); }
    void pointer(std::uint64_t address) override;
    bool whole_struct(const StructLayout& layout, const StructLayout& specific, std::string_view bytes,
                      bool inner) override;
    void begin_struct(const StructLayout& layout, const StructLayout& specific) override;
    bool choice(const Value&, std::string_view bytes, const EventSchema&) override {
        text(bytes, false);
        return true;
    }
    void address(std::uint64_t address) override;
    void key(const Field& field) override;
    void end_struct() override;
    void begin_list() override;
    void end_list(bool truncated) override;

private:
    /// A struct or a list that is open.
    struct Level {
        const StructLayout* layout;           ///< null: a list
        std::uint32_t field;                  ///< its own, in the message around it
        std::optional<Length> length = {};    ///< a struct's, or a list's packed numbers'
        std::optional<Length> specific = {};  ///< of the message within, where the struct is a case of another
        std::size_t members = 0;              ///< a list's
        std::size_t waiting = 0;              ///< fields that wait already for structs around it
    };
    /// A field of a message whose fields are not walked in the order of their numbers.
    struct Waiting {
        std::uint32_t field;
        std::variant<std::uint64_t, std::string_view> value;
    };

    void write(std::uint32_t field, std::string_view bytes) { writer_.add_bytes(field, bytes.data(), bytes.size()); }
    void write_waiting(std::size_t first);
    bool in_list() const { return !levels_.empty() && !levels_.back().layout; }
    bool in_pieces() const { return !levels_.empty() && levels_.back().layout && levels_.back().layout->in_pieces; }

    std::string& out_;
    Plans<ProtobufMember>& plans_;
    protozero::pbf_writer writer_;
    std::uint32_t field_ = 0;  ///< of the next value
    std::vector<Level> levels_;
    std::vector<Waiting> waiting_;
    std::vector<std::uint32_t> unreadable_;  ///< indices of the strings of a vector
};

}  // namespace traceleft
