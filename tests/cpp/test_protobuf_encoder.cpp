// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <map>
#include <protozero/pbf_reader.hpp>

#include "error.h"
#include "protobuf_encoder.h"
#include "raw_event.h"

namespace traceleft {
namespace {

using protozero::pbf_reader;

std::string encoded(const RawEvent& event) {
    std::string bytes = event.bytes();
    std::shared_ptr<const EventSchema> schema = test_schema();
    std::string out;
    ProtobufEncoder(schema).encode(*EventView::decode(as_bytes(bytes), *schema), 5, out);
    return out;
}

// The message's length-delimited fields.
std::multimap<std::uint32_t, std::string> members(std::string_view message) {
    std::multimap<std::uint32_t, std::string> all;
    pbf_reader reader(message.data(), message.size());
    while (reader.next()) {
        std::uint32_t field = reader.tag();  // a field that was read has none, where protozero's asserts are on
        if (reader.wire_type() == protozero::pbf_wire_type::length_delimited)
            all.emplace(field, std::string(reader.get_view()));
        else
            reader.skip();
    }
    return all;
}

std::string member(std::string_view message, std::uint32_t field) {
    auto all = members(message);
    auto found = all.find(field);
    return found == all.end() ? "none" : found->second;
}

std::uint64_t number(std::string_view message, std::uint32_t field) {
    pbf_reader reader(message.data(), message.size());
    return reader.next(field) ? reader.get_uint64() : 0;
}

TEST(ProtobufEncoder, WritesHeaderAndCall) {
    RawEvent raw("open");
    raw.header.ret = -2;
    std::string message = encoded(raw.arguments({0xffffff9c, 0x1000, 0101, 0644}).captured(1, "/etc/passwd"));
    EXPECT_EQ(member(message, 4), "open");
    EXPECT_EQ(number(message, 2), 4711U);
    EXPECT_EQ(static_cast<std::int64_t>(number(message, 3)), -2);
    EXPECT_EQ(number(message, 22), 5U);
    std::string call = member(message, 1002);
    EXPECT_EQ(static_cast<std::int64_t>(number(call, 1)), -100);
    EXPECT_EQ(member(call, 2), "/etc/passwd");
    EXPECT_EQ(number(call, 4), 0644U);
}

TEST(ProtobufEncoder, ACallWithoutArgumentsIsThere) { EXPECT_EQ(member(encoded(RawEvent("read")), 1000), ""); }

TEST(ProtobufEncoder, StructsThatBeginOthersNameThem) {
    std::string address = in_memory<std::uint16_t>(2) + std::string("\0\x50\x7f\0\0\x01", 6);
    std::string call = member(encoded(RawEvent("connect").arguments({3, 0x1000}).captured(1, address)), 1001);
    std::string in = member(member(call, 2), 102);
    EXPECT_EQ(number(in, 2), 80U);
    EXPECT_EQ(member(in, 3), std::string("\x7f\0\0\x01", 4));
}

TEST(ProtobufEncoder, StringsThatCouldNotBeReadAreCounted) {
    std::string pieces = piece(wire::PIECE_STRING, "a") + piece(wire::PIECE_STRING, "", wire::CAPTURED_FAULT);
    std::string call = member(encoded(RawEvent("execve").arguments({0, 0x10}).captured(1, pieces)), 1001);
    EXPECT_EQ(members(call).count(2), 2U);
    EXPECT_EQ(member(call, 302), "\1");
}

TEST(ProtobufEncoder, MemoryByCommandIsAsItLay) {
    std::string call = member(encoded(RawEvent("ioctl").arguments({1, 0x10}).captured(1, "memory")), 1001);
    EXPECT_EQ(number(call, 2), 0x10U);
    EXPECT_EQ(member(call, 202), "memory");
}

TEST(ProtobufEncoder, NumbersOfTheSchemaAreTaken) {
    auto schema = std::make_shared<EventSchema>();
    Argument argument = argument_of("fd", Kind::Uint, 4);
    argument.message_field = 3;
    SyscallSchema call{{"close", 57, "", ""}, {Kind::Int, 4}, {argument}};
    call.message_field = 1003;
    schema->add(call);
    std::string bytes = RawEvent("close").arguments({9}).bytes();
    std::string out;
    ProtobufEncoder(schema).encode(*EventView::decode(as_bytes(bytes), *schema), 0, out);
    EXPECT_EQ(number(member(out, 1003), 3), 9U);
}

TEST(ProtobufEncoder, FramesABatch) {
    Batch batch;
    std::string bytes = RawEvent("read").bytes();
    batch.append(bytes.data(), 87);  // no event
    for (int i = 0; i < 2; i++) batch.append(bytes.data(), bytes.size());
    ProtobufEncoder encoder(test_schema());
    std::string one = encoded(RawEvent("read"));
    std::string stream = encoder.encode(batch);
    EXPECT_EQ(static_cast<std::size_t>(stream[0]) * 2 + 2, stream.size());
    EXPECT_EQ(members(encoder.encode(batch, 7)).count(7), 2U);
    EXPECT_THROW(encoder.encode(batch, 19000), Error);
}

}  // namespace
}  // namespace traceleft
