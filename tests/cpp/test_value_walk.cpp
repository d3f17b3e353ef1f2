// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "raw_event.h"
#include "value_text.h"
#include "value_walk.h"

namespace traceleft {
namespace {

// Argument 1 of a call of the test schema as text.
std::string shown(RawEvent event) {
    static const std::shared_ptr<EventSchema> schema = test_schema();
    std::string bytes = event.bytes();
    std::string out;
    ValueText text(out);
    walk_argument(*EventView::decode(as_bytes(bytes), *schema), 1, *schema, text);
    return out;
}

std::string memory_of(const std::string& call, const std::string& bytes, std::uint16_t status = wire::CAPTURED_OK) {
    return shown(RawEvent(call).arguments({0, 0x7000}).captured(1, bytes, status));
}

TEST(WalkArgument, StructsFieldByField) {
    std::string bytes = in_memory<std::int64_t>(5) + in_memory<std::int64_t>(-1) + in_memory<std::int32_t>(7) +
                        in_memory<std::int32_t>(-8) + in_memory<std::uint32_t>(0x123) + in_memory<std::uint32_t>(0x801);
    EXPECT_EQ(memory_of("outer", bytes),
              "{time={tv_sec=5, tv_nsec=-1}, pair=[7, -8], low=3, high=18, dev=makedev(0x8, 0x1)}");
}

TEST(WalkArgument, ShowsNoFieldThatIsNotThere) {
    EXPECT_EQ(memory_of("outer", in_memory<std::int64_t>(5) + in_memory<std::int64_t>(6) + "abcd"),
              "{time={tv_sec=5, tv_nsec=6}}");
    EXPECT_EQ(memory_of("outer", ""), "{}");
}

TEST(WalkArgument, AddressesByFamily) {
    EXPECT_EQ(memory_of("connect", in_memory<std::uint16_t>(2) + std::string("\0\x50\x7f\0\0\1", 6)),
              "{sin_family=2, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}");
    EXPECT_EQ(memory_of("connect", in_memory<std::uint16_t>(1) + std::string("/run/x\0", 7)),
              "{sun_family=1, sun_path=\"/run/x\"}");
    EXPECT_EQ(memory_of("connect", in_memory<std::uint16_t>(1) + std::string("\0bus", 4)),
              "{sun_family=1, sun_path=\"\\0bus\"}");
    EXPECT_EQ(memory_of("connect", in_memory<std::uint16_t>(99) + "abcdefgh"), "{sa_family=99}");
    EXPECT_EQ(memory_of("connect", "a"), "{}");
}

TEST(WalkArgument, ArraysOfWhatWasCaptured) {
    std::string two = in_memory<std::int32_t>(1) + in_memory<std::int32_t>(-2);
    EXPECT_EQ(memory_of("numbers", two), "[1, -2]");
    EXPECT_EQ(memory_of("numbers", two + "ab"), "[1, -2]");
    EXPECT_EQ(memory_of("numbers", two, wire::CAPTURED_TRUNCATED), "[1, -2, ...]");
    EXPECT_EQ(memory_of("numbers", ""), "[]");
}

TEST(WalkArgument, MemoryThatWasNotCapturedIsItsAddress) {
    for (const char* call : {"outer", "numbers", "execve", "readv", "recvmsg", "recvmmsg"}) {
        EXPECT_EQ(memory_of(call, "", wire::CAPTURED_FAULT), "0x7000") << call;
        EXPECT_EQ(memory_of(call, "", wire::CAPTURED_NONE), "0x7000") << call;
        EXPECT_EQ(shown(RawEvent(call).arguments({0, 0}).captured(1, "", wire::CAPTURED_FAULT)), "NULL") << call;
        EXPECT_EQ(shown(RawEvent(call).arguments({0, 0x7000})), "0x7000") << call;
    }
}

TEST(WalkArgument, VectorsOfStrings) {
    std::string pieces = piece(wire::PIECE_STRING, "ls") + piece(wire::PIECE_STRING, "", wire::CAPTURED_FAULT) +
                         piece(wire::PIECE_STRING, "a\nb", wire::CAPTURED_TRUNCATED);
    EXPECT_EQ(memory_of("execve", pieces), R"(["ls", 0x1000, "a\nb"...])");
    EXPECT_EQ(memory_of("execve", pieces, wire::CAPTURED_TRUNCATED), R"(["ls", 0x1000, "a\nb"..., ...])");
    EXPECT_EQ(memory_of("execve", piece(wire::PIECE_STRING, "ls"), wire::CAPTURED_FAULT), R"(["ls", ...])");
    EXPECT_EQ(memory_of("execve", ""), "[]");
}

TEST(WalkArgument, Iovecs) {
    EXPECT_EQ(memory_of("readv", piece(wire::PIECE_IOVEC, "abc") + piece(wire::PIECE_IOVEC, "", wire::CAPTURED_NONE)),
              R"([{iov_base="abc", iov_len=3}, {iov_base=0x1000, iov_len=0}])");
}

std::string message_header(std::uint64_t name, std::uint64_t iovecs, std::uint64_t control) {
    return in_memory(name) + in_memory<std::uint64_t>(16) + in_memory<std::uint64_t>(0x2000) + in_memory(iovecs) +
           in_memory(control) + in_memory<std::uint64_t>(4) + in_memory<std::uint64_t>(0x40);
}

TEST(WalkArgument, Messages) {
    std::string address = in_memory<std::uint16_t>(2) + std::string("\0\x50\x7f\0\0\1", 6);
    std::string pieces = piece(wire::PIECE_HEADER, message_header(1, 1, 1)) + piece(wire::PIECE_NAME, address) +
                         piece(wire::PIECE_IOVEC, "hi") + piece(wire::PIECE_CONTROL, "ctrl");
    std::string text = R"({msg_name={sin_family=2, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, )"
                       R"(msg_namelen=16, msg_iov=[{iov_base="hi", iov_len=2}], msg_iovlen=1, msg_control="ctrl", )"
                       R"(msg_controllen=4, msg_flags=0x40})";
    EXPECT_EQ(memory_of("recvmsg", pieces), text);
    EXPECT_EQ(memory_of("recvmsg", piece(wire::PIECE_HEADER, message_header(0, 2, 0))),
              "{msg_name=NULL, msg_namelen=16, msg_iov=[...], msg_iovlen=2, msg_control=NULL, msg_controllen=4, "
              "msg_flags=0x40}");
    std::string two = piece(wire::PIECE_HEADER, message_header(0, 0, 0) + in_memory<std::uint64_t>(9));
    EXPECT_EQ(memory_of("recvmmsg", two),
              "[{msg_hdr={msg_name=NULL, msg_namelen=16, msg_iov=[], msg_iovlen=0, msg_control=NULL, "
              "msg_controllen=4, msg_flags=0x40}, msg_len=9}]");
}

TEST(WalkArgument, TheCommandSaysWhatAnArgumentIs) {
    std::string time = in_memory<std::int64_t>(1) + in_memory<std::int64_t>(2);
    EXPECT_EQ(shown(RawEvent("ioctl").arguments({0x101, 0x7000}).captured(1, time)), "{tv_sec=1, tv_nsec=2}");
    EXPECT_EQ(shown(RawEvent("ioctl").arguments({2, 0xfffffffe}).captured(1, "", wire::CAPTURED_NONE)), "-2");
    EXPECT_EQ(shown(RawEvent("ioctl").arguments({3, 0xfffffffe}).captured(1, "", wire::CAPTURED_NONE)), "0xfffffffe");
}

TEST(AppendScalar, NoFlagMayHaveAName) {
    FlagSet protection{0, {}, {{"PROT_READ", 1}, {"PROT_NONE", 0}}};
    auto shown_as = [&](std::uint64_t bits) {
        std::string out;
        append_scalar(Value{Kind::Flags, 4, 0, 0, &protection}, bits, out);
        return out;
    };
    EXPECT_EQ(shown_as(0), "PROT_NONE");
    EXPECT_EQ(shown_as(1), "PROT_READ");
    EXPECT_EQ(shown_as(3), "PROT_READ|0x2");
    protection.bits.pop_back();
    EXPECT_EQ(shown_as(0), "0");
}

TEST(AppendScalar, ANegativeNumberMayHaveAName) {
    FlagSet keyring{~std::uint64_t{0}, {{"KEY_SPEC_PROCESS_KEYRING", 0xfffffffe}}, {}};
    auto shown_as = [&](std::int64_t bits) {
        std::string out;
        append_scalar(Value{Kind::Int, 4, 0, 0, &keyring}, static_cast<std::uint64_t>(bits), out);
        return out;
    };
    EXPECT_EQ(shown_as(-2), "KEY_SPEC_PROCESS_KEYRING");
    EXPECT_EQ(shown_as(-9), "-9");
    EXPECT_EQ(shown_as(518560838), "518560838");
}

TEST(FindChoice, ByValue) {
    FlagSet set = *test_schema()->flags("open");
    EXPECT_EQ(find_choice(set, 1)->name, "O_WRONLY");
    EXPECT_EQ(find_choice(set, 3), nullptr);
    EXPECT_EQ(find_choice(FlagSet(), 0), nullptr);
}

}  // namespace
}  // namespace traceleft
