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
    EXPECT_EQ(memory_of("outer", ""), "0x7000");  // the address alone
}

TEST(WalkArgument, AddressesByFamily) {
    EXPECT_EQ(memory_of("connect", in_memory<std::uint16_t>(2) + std::string("\0\x50\x7f\0\0\1", 6)),
              "{sin_family=2, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}");
    EXPECT_EQ(memory_of("connect", in_memory<std::uint16_t>(1) + std::string("/run/x\0", 7)),
              "{sun_family=1, sun_path=\"/run/x\"}");
    EXPECT_EQ(memory_of("connect", in_memory<std::uint16_t>(1) + std::string("\0bus", 4)),
              "{sun_family=1, sun_path=@\"bus\"}");
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

std::string entry(std::uint16_t length, std::uint8_t level, std::uint8_t type, const std::string& data = "") {
    std::string all = in_memory(length) + in_memory(level) + in_memory(type) + data;
    return all + std::string((4 - all.size() % 4) % 4, 0);
}

TEST(WalkArgument, RecordsAsLongAsTheySay) {
    std::string numbers = in_memory<std::int32_t>(-5) + in_memory<std::int32_t>(6);
    std::string time = in_memory<std::int64_t>(1) + in_memory<std::int64_t>(2);
    struct {
        std::string memory, shown;
    } rows[] = {
        {"", "[]"},
        {"abc", "[]"},  // too short for any
        {entry(12, 1, 7, numbers) + entry(20, 1, 8, time),
         "[{len=12, level=1, type=7, data=[-5, 6]}, {len=20, level=1, type=8, data={tv_sec=1, tv_nsec=2}}]"},
        {entry(5, 9, 7, "x") + entry(4, 1, 7), R"([{len=5, level=9, type=7, data="x"}, {len=4, level=1, type=7}])"},
        {entry(10, 1, 8, "short!"), R"([{len=10, level=1, type=8, data="short!"}])"},
        {entry(6, 1, 7, "ab"), R"([{len=6, level=1, type=7, data="ab"}])"},
        // Lengths that lie: no end, before its own header, beyond the memory.
        {entry(0, 1, 7, numbers), "[{len=0, level=1, type=7}]"},
        {entry(3, 1, 7) + entry(4, 1, 7), "[{len=3, level=1, type=7}]"},
        {entry(0xffff, 1, 7, numbers), "[{len=65535, level=1, type=7, data=[-5, 6]}]"},
    };
    for (const auto& row : rows) EXPECT_EQ(memory_of("records", row.memory), row.shown);
    EXPECT_EQ(memory_of("records", entry(4, 1, 7) + "ab", wire::CAPTURED_TRUNCATED), "[{len=4, level=1, type=7}, ...]");
}

TEST(WalkArgument, StructsWithWhatTheyPointTo) {
    std::string whole =
        in_memory<std::uint64_t>(1) + in_memory<std::uint64_t>(0x1000) + in_memory<std::uint64_t>(0x2000);
    std::string time = in_memory<std::int64_t>(1) + in_memory<std::int64_t>(2);
    auto at = [](std::uint64_t address, const std::string& bytes, std::uint16_t status = wire::CAPTURED_OK) {
        return piece(wire::PIECE_LINKED, bytes, status, address);
    };
    std::string head = piece(wire::PIECE_STRUCT, whole);
    EXPECT_EQ(memory_of("linked", head + at(0x1000, time) + at(0x2000, "GPL")),
              R"({len=1, filter=[{tv_sec=1, tv_nsec=2}], license="GPL"})");
    EXPECT_EQ(memory_of("linked", head + at(0x1000, time, wire::CAPTURED_TRUNCATED)),
              "{len=1, filter=[{tv_sec=1, tv_nsec=2}, ...], license=0x2000}");
    EXPECT_EQ(memory_of("linked", head + at(0x2000, "GPL")), R"({len=1, filter=0x1000, license="GPL"})");
    EXPECT_EQ(memory_of("linked", head + at(0x1000, "", wire::CAPTURED_FAULT) + at(0x3000, "GPL")),
              "{len=1, filter=0x1000, license=0x2000}");
    EXPECT_EQ(memory_of("linked", piece(wire::PIECE_STRUCT, whole.substr(0, 8)) + at(0x1000, time)), "{len=1}");
    EXPECT_EQ(memory_of("linked", piece(wire::PIECE_STRUCT, "", wire::CAPTURED_FAULT, 0x7000)), "0x7000");
    EXPECT_EQ(memory_of("linked", ""), "0x7000");
}

TEST(WalkArgument, VectorsOfPointers) {
    std::string time = in_memory<std::int64_t>(1) + in_memory<std::int64_t>(2);
    EXPECT_EQ(
        memory_of("pointers", piece(wire::PIECE_LINKED, time) + piece(wire::PIECE_LINKED, "", wire::CAPTURED_FAULT)),
        "[{tv_sec=1, tv_nsec=2}, 0x1000]");
    EXPECT_EQ(memory_of("pointers", ""), "[]");
}

TEST(WalkArgument, ACountedArrayOfAnotherSizeIsBytes) {
    auto ioctl = [](std::uint64_t command, const std::string& memory) {
        return shown(RawEvent("ioctl").arguments({command, 0x7000}).captured(1, memory));
    };
    EXPECT_EQ(ioctl(4, in_memory<std::int32_t>(-1)), "[-1]");
    EXPECT_EQ(ioctl(4, "a"), R"("a")");
    EXPECT_EQ(ioctl(4, "abcdefgh"), R"("abcdefgh")");
}

TEST(WalkArgument, AStructInAnotherEndsWithIt) {
    EventSchema schema;
    schema.layout("inner") = {2, {{"a", 0, {Kind::Uint, 2}}, {"rest", 2, {Kind::Buffer}}}, "", {}};
    Value inner{Kind::Struct};
    inner.layout = &schema.layout("inner");
    schema.layout("outer") = {4, {{"one", 0, inner}, {"two", 2, inner}}, "", {}};
    Value outer = inner;
    outer.layout = &schema.layout("outer");
    std::string out;
    ValueText text(out);
    walk_memory(outer, std::string_view("\1\0\2\0xyz", 7), schema, text);
    EXPECT_EQ(out, "{one={a=1}, two={a=2}}");
    walk_memory(inner, std::string_view("\1\0xyz", 5), schema, text);
    EXPECT_EQ(out, R"({one={a=1}, two={a=2}}, {a=1, rest="xyz"})");
}

TEST(WalkArgument, StructsThatGrew) {
    std::string known = in_memory<std::uint64_t>(5);
    EXPECT_EQ(memory_of("grown", known), "{flags=0x5}");
    EXPECT_EQ(memory_of("grown", known.substr(0, 7)), "{}");
    EXPECT_EQ(memory_of("grown", known + std::string(24, 0)), "{flags=0x5}");
    EXPECT_EQ(memory_of("grown", known + std::string("\0\x7f", 2)), R"({flags=0x5, /* bytes 8..9 */ "\x00\x7f"})");
}

TEST(WalkArgument, ACallMayTakeNoSuchArgument) {
    std::shared_ptr<EventSchema> schema = test_schema();
    for (std::uint64_t command : {5, 6, 7}) {
        std::string bytes = RawEvent("ioctl").arguments({command, 0x7000}).bytes();
        EXPECT_EQ(EventView::decode(as_bytes(bytes), *schema)->argument_applies(1), command != 6) << command;
    }
}

TEST(WalkArgument, AnotherArgumentSaysWhichCasesThereAre) {
    std::string time = in_memory<std::int64_t>(1) + in_memory<std::int64_t>(2);
    EXPECT_EQ(shown(RawEvent("ioctl").arguments({5, 0x7000, 1}).captured(1, time)), "{tv_sec=1, tv_nsec=2}");
    EXPECT_EQ(shown(RawEvent("ioctl").arguments({5, 0x7000, 2}).captured(1, time)), "[1, 0, 2, 0]");
    EXPECT_EQ(shown(RawEvent("ioctl").arguments({5, 0x7000}).captured(1, time)), "[1, 0, 2, 0]");
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
