// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "raw_event.h"
#include "text_formatter.h"
#include "value_text.h"

namespace traceleft {
namespace {

std::string escaped(std::string_view bytes) {
    std::string out;
    append_escaped(bytes, out);
    return out;
}

// The line of one event, behind the time.
std::string line(const RawEvent& event, const std::shared_ptr<const EventSchema>& schema = test_schema()) {
    std::string bytes = event.bytes();
    Batch batch;
    batch.append(bytes.data(), bytes.size());
    std::string text = TextFormatter(schema).encode(batch);
    return text.substr(text.find(' ') + 1);
}

TEST(AppendEscaped, LeavesPrintableBytes) { EXPECT_EQ(escaped("/a b~!'"), "/a b~!'"); }

TEST(AppendEscaped, HasLettersForSome) { EXPECT_EQ(escaped("\"\\\f\n\r\t\v"), R"(\"\\\f\n\r\t\v)"); }

TEST(AppendEscaped, IsOctalAndShortWhereNoOctalDigitFollows) {
    using namespace std::string_view_literals;
    EXPECT_EQ(escaped("\0"sv), R"(\0)");
    EXPECT_EQ(escaped("\0\0"sv), R"(\0\0)");
    EXPECT_EQ(escaped("\1"
                      "7"sv),
              R"(\0017)");
    EXPECT_EQ(escaped("\33"
                      "7"sv),
              R"(\0337)");
    EXPECT_EQ(escaped("\33"
                      "8"sv),
              R"(\338)");
    EXPECT_EQ(escaped("\377"
                      "0"sv),
              R"(\3770)");
    EXPECT_EQ(escaped("\33["sv), R"(\33[)");
}

TEST(TextFormatter, WritesALine) {
    RawEvent raw("open");
    raw.header.ret = 3;
    raw.arguments({0xffffff9c, 0x1000, 0101, 0644}).captured(1, "/etc/passwd");
    EXPECT_EQ(line(raw), "4711 cat open(dfd=AT_FDCWD, path=\"/etc/passwd\", flags=O_WRONLY|O_CREAT, mode=0644) = 3\n");
}

TEST(TextFormatter, LeavesOutWhatTheCallIgnored) {
    EXPECT_EQ(line(RawEvent("open").arguments({5, 0, 04010002, 0644})),
              "4711 cat open(dfd=5, path=NULL, flags=O_RDWR|O_SYNC) = 0\n");
}

TEST(TextFormatter, CountsTheEnvironment) {
    auto schema = std::make_shared<EventSchema>();
    Argument environment = argument_of("envp", Kind::Strings);
    environment.environment = true;
    schema->add({{"execve", 59, "execve", "execve"}, {Kind::Int, 4}, {environment}});
    auto shown = [&](const std::string& pieces, std::uint16_t status) {
        std::string text = line(RawEvent("execve").arguments({0x10}).captured(0, pieces, status), schema);
        return text.substr(text.find('('));
    };
    std::string one = piece(wire::PIECE_STRING, "PATH=/bin");
    EXPECT_EQ(shown(one, wire::CAPTURED_OK), "(envp=0x10 /* 1 var */) = 0\n");
    EXPECT_EQ(shown(one + one, wire::CAPTURED_OK), "(envp=0x10 /* 2 vars */) = 0\n");
    EXPECT_EQ(shown(one + one, wire::CAPTURED_TRUNCATED), "(envp=0x10 /* 2 vars or more */) = 0\n");
    EXPECT_EQ(shown("", wire::CAPTURED_OK), "(envp=0x10 /* 0 vars */) = 0\n");
    EXPECT_EQ(shown("", wire::CAPTURED_FAULT), "(envp=0x10) = 0\n");
    // Left out, and counted in the kernel.
    auto counted = [&](std::uint64_t strings, std::uint16_t status) {
        wire::piece count{0x10, strings, 0, wire::PIECE_COUNT, status};
        return shown({reinterpret_cast<const char*>(&count), sizeof(count)}, wire::CAPTURED_NONE);
    };
    EXPECT_EQ(counted(23, wire::CAPTURED_OK), "(envp=0x10 /* 23 vars */) = 0\n");
    EXPECT_EQ(counted(0, wire::CAPTURED_OK), "(envp=0x10 /* 0 vars */) = 0\n");
    EXPECT_EQ(counted(128, wire::CAPTURED_TRUNCATED), "(envp=0x10 /* 128 vars or more */) = 0\n");
    EXPECT_EQ(counted(2, wire::CAPTURED_FAULT), "(envp=0x10 /* 2 vars or more */) = 0\n");
    EXPECT_EQ(counted(0, wire::CAPTURED_FAULT), "(envp=0x10) = 0\n");
}

TEST(TextFormatter, ShowsErrors) {
    RawEvent raw("read");
    raw.header.ret = -9;
    EXPECT_EQ(line(raw), "4711 cat read() = -1 EBADF (Bad file descriptor)\n");
    raw.header.ret = -512;
    EXPECT_EQ(line(raw), "4711 cat read() = ? ERESTARTSYS (To be restarted if SA_RESTART is set)\n");
    raw.header.ret = -4095;
    EXPECT_NE(line(raw).find("E4095"), std::string::npos);
}

TEST(TextFormatter, ShowsWhetherABufferGoesOn) {
    RawEvent raw("read");
    raw.header.ret = 9;
    EXPECT_EQ(line(raw.arguments({3, 0x1000, 9}).captured(1, "abc", wire::CAPTURED_TRUNCATED)),
              "4711 cat read(fd=3, buf=\"abc\"..., count=9) = 9\n");
}

TEST(TextFormatter, ShowsTheAddressOfWhatCouldNotBeRead) {
    EXPECT_EQ(line(RawEvent("read").arguments({3, 0x1000, 9}).captured(1, "", wire::CAPTURED_FAULT)),
              "4711 cat read(fd=3, buf=0x1000, count=9) = 0\n");
}

TEST(TextFormatter, ShowsDurationsInSeconds) {
    RawEvent raw("read");
    raw.header.flags = wire::EVENT_DURATION;
    raw.header.duration = 123'456;
    EXPECT_EQ(line(raw), "4711 cat read() = 0 <0.000123>\n");
}

TEST(TextFormatter, QuotesNamesThatCouldMisleadAReader) {
    auto shown = [](const std::string& name) {
        RawEvent raw(name);
        std::memset(raw.header.comm, 0, sizeof(raw.header.comm));
        name.copy(raw.header.comm, sizeof(raw.header.comm));
        std::string text = line(raw);
        std::string once = text.substr(5, (text.size() - 5 - std::strlen(" () = 0\n")) / 2);
        EXPECT_EQ(text, "4711 " + once + ' ' + once + "() = 0\n");
        return once;
    };
    for (const char* name : {"cat", "kworker/0:1-ev", "kworker/u8:2+fl", "C++", "a.out", "python3.11", "user@%#~,_"})
        EXPECT_EQ(shown(name), name);
    for (const char* name : {"[/x]", "a=b", "<...>", "'", "-", ""})
        EXPECT_EQ(shown(name), '"' + std::string(name) + '"');
    EXPECT_EQ(shown("Web Content"), R"("Web\40Content")");
    EXPECT_EQ(shown("(sd-pam)"), "\"\\50sd-pam)\"");
    EXPECT_EQ(shown("7 1 open("), R"("7\0401\40open\50")");
    EXPECT_EQ(shown("\33[2J\n"), R"("\33[2J\n")");
    EXPECT_EQ(shown("a\"b\\"), R"("a\"b\\")");
    EXPECT_EQ(shown("\303\251\377"), R"("\303\251\377")");
}

TEST(TextFormatter, TimesHaveMicroseconds) {
    RawEvent raw("read");
    raw.header.timestamp = 3'600'000'000'000 + 1'000;
    std::string bytes = raw.bytes();
    Batch batch(WallClock{std::int64_t{10} * 1'000'000'000, 60});
    for (int i = 0; i < 2; i++) batch.append(bytes.data(), bytes.size());  // the second one's from the cached second
    std::string text = TextFormatter(test_schema()).encode(batch);
    EXPECT_EQ(text.substr(0, 16), "01:01:10.000001 ");
    EXPECT_EQ(text.substr(text.size() / 2, 16), "01:01:10.000001 ");
}

TEST(TextFormatter, SkipsWhatIsNoEvent) {
    std::string bytes = RawEvent("read").bytes();
    Batch batch;
    batch.append(bytes.data(), 87);
    batch.append(bytes.data(), bytes.size());
    std::string text = TextFormatter(test_schema()).encode(batch);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

}  // namespace
}  // namespace traceleft
