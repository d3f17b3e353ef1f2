// SPDX-License-Identifier: MIT
// Questions and their answers about events, by tables.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ask/asked_schema.h"
#include "error.h"
#include "question.h"

namespace traceleft::ask {
namespace {

struct Row {
    const char* question;
    bool answer;
};

bool answer(const std::string& text, const RawEvent& raw) {
    static const std::shared_ptr<EventSchema> schema = asked_schema();
    const std::string bytes = raw.bytes();
    std::optional<EventView> event = EventView::decode(as_bytes(bytes), *schema);
    return holds(Question::parse(text)->bind(event->schema(), *schema, event->is_entry()), *event);
}

void expect_answers(const RawEvent& raw, const std::vector<Row>& rows) {
    for (const Row& row : rows) EXPECT_EQ(answer(row.question, raw), row.answer) << row.question;
}

RawEvent failed_openat() {
    RawEvent raw("openat");
    raw.arguments({static_cast<std::uint64_t>(-100), 0x1000, 0x80041, 0644}).captured(1, "/etc/passwd");
    raw.header.ret = -2;
    raw.header.uid = 0;
    raw.header.cpu = 3;
    raw.header.duration = 12'000'000;
    raw.header.flags = wire::EVENT_DURATION;
    return raw;
}

TEST(Holds, HeaderFields) {
    expect_answers(failed_openat(), {
                                        {"ret < 0", true},
                                        {"ret == -ENOENT", true},
                                        {"ret == -2 and comm == \"cat\"", true},
                                        {"not ret < 0", false},
                                        {"comm == 'cat' && !(pid != 4711)", true},
                                        {"error == ENOENT", true},
                                        {"error in (ENOENT, EACCES)", true},
                                        {"error not in (ENOENT, EACCES)", false},
                                        {"error == \"ENOENT\"", true},
                                        {"error != ENOENT", false},
                                        {"error > 1 and error < 3", true},
                                        {"error", true},
                                        {"error == 0", false},
                                        {"duration > 10ms", true},
                                        {"duration > 12ms", false},
                                        {"duration >= 0.012s", true},
                                        {"uid == root", true},
                                        {"uid != \"root\"", false},
                                        {"cpu & 1 == 1", true},
                                        {"syscall == \"openat\" and nr == 0", true},
                                        {"syscall ~ \"open*\" and syscall !~ \"*x\"", true},
                                        {"syscall in (\"read\", \"write\")", false},
                                        {"exit and not entry", true},
                                        {"ns_pid == 0 or ns_pid != 0", false},
                                        {"abi == \"\"", true},
                                    });
}

TEST(Holds, Arguments) {
    expect_answers(failed_openat(), {
                                        {"dfd == -100", true},
                                        {"dfd == AT_FDCWD and dfd < 0", true},
                                        {"dfd != AT_FDCWD", false},
                                        {"flags & O_CREAT", true},
                                        {"not flags & O_CREAT", false},
                                        {"flags & O_CREAT == O_CREAT", true},
                                        {"flags == O_WRONLY | O_CREAT | O_CLOEXEC", true},
                                        {"(flags & 3) == O_WRONLY", true},
                                        {"mode == 0644", true},
                                        {"mode == 0o644", true},
                                        {"args[3] == 420 and args[0] > 0", true},
                                        {"args.filename == \"/etc/passwd\"", true},
                                    });
}

// Python's precedence, and numbers as the language has them.
TEST(Holds, Arithmetic) {
    expect_answers(failed_openat(), {
                                        {"1 + 2 * 3 == 7", true},
                                        {"(1 + 2) * 3 == 9", true},
                                        {"1 | 2 ^ 3 & 5 == 3", true},
                                        {"1 << 2 + 1 == 8", true},
                                        {"-7 / 2 == -3 and -7 % 2 == -1", true},
                                        {"~0 == -1", true},
                                        {"cpu - 4 == -1", true},
                                        {"cpu + 0xffffffffffffffff == 2", true},
                                        {"cpu / 0 == 0 or cpu / 0 != 0", false},
                                        {"1 / (cpu - 3) == 0 or not 1 / (cpu - 3) == 0", false},
                                        {"cpu << 64 == 0 and cpu << 63 == 1 << 63", false},
                                        {"cpu << 64 == 0", true},
                                        {"ret >> 70 == -1", true},
                                        {"ret < 0xffffffffffffffff", true},
                                        {"0xffffffffffffffff > ret", true},
                                        {"ret == 0xfffffffffffffffe", false},
                                        {"64k == 65536 and 1.5Ki == 1536 and 1_000 == 1000", true},
                                        {"1h == 60m and 1m == 60s and 1s == 1000ms and 1ms == 1000us", true},
                                        {"0b101 == 5 and 0x1F == 31", true},
                                        {"pid == 4711  # a comment\n and tid == 0", true},
                                        {"pid && !tid || fd == 1", true},
                                    });
}

TEST(Holds, Texts) {
    expect_answers(failed_openat(), {
                                        {"filename == \"/etc/passwd\"", true},
                                        {"filename != \"/etc/passwd\"", false},
                                        {"not filename == \"/etc/passwd\"", false},
                                        {"filename ^= '/etc' and filename $= 'passwd'", true},
                                        {"filename ~ \"/etc/*\"", true},
                                        {"filename ~ \"*wd\" and filename !~ \"*x\"", true},
                                        {"filename ~ \"/e*d\" and filename ~ \"*\"", true},
                                        {"filename ~ \"/etc/*[a-f]ss?d\" or filename ~ \"/etc/?[!b]sswd\"", true},
                                        {"filename ~ \"/etc/\\*\"", false},
                                        {"filename =~ \"^/etc/(passwd|shadow)$\"", true},
                                        {"filename =~ \"etc\" and not filename =~ \"tmp\"", true},
                                        {"filename in (\"/etc/group\", \"/etc/passwd\")", true},
                                        {"filename not in (\"/etc/group\", \"/etc/passwd\")", false},
                                        {"filename", true},
                                        {"not filename", false},
                                        {"comm == \"c\\x61t\"", true},
                                    });
}

TEST(Holds, WhatIsAbsentIsNeitherTrueNorFalse) {
    RawEvent raw("openat");
    raw.arguments({3, 0, 0, 0644}).captured(1, "", wire::CAPTURED_FAULT);
    expect_answers(raw, {
                            {"filename == \"x\" or filename != \"x\"", false},
                            {"not (filename == \"x\")", false},
                            {"mode == 0644 or mode != 0644", false},
                            {"duration > 0 or not duration > 0", false},
                            {"fd == 3 or fd != 3", false},
                            {"dfd == 3 or fd == 3", true},
                            {"not (fd == 3 and dfd == 4)", true},
                            {"args[5] == 0 or args[5] != 0", false},
                        });
    raw.header.flags = wire::EVENT_ENTRY;
    expect_answers(raw, {{"ret == 0 or ret != 0 or error == 0", false}, {"entry and not exit", true}});
    raw.header.flags = wire::EVENT_SECCOMP;
    expect_answers(raw, {{"ret == 0 or ret != 0 or error == 0 or error != 0", false}, {"stopped_by_seccomp", true}});
}

TEST(Holds, TruncatedTexts) {
    RawEvent raw("openat");
    raw.arguments({3, 0x1000, 0, 0}).captured(1, "/a/long", wire::CAPTURED_TRUNCATED);
    expect_answers(raw, {
                            {"filename ^= \"/a/\"", true},
                            {"filename ^= \"/b/\" or filename ~ \"/b*\"", false},
                            {"not filename ^= \"/b/\"", true},
                            {"filename ^= \"/a/long/er\" or not filename ^= \"/a/long/er\"", false},
                            {"filename == \"/a/long\" or filename != \"/a/long\"", false},
                            {"filename $= \"g\" or not filename $= \"g\"", false},
                            {"filename =~ \"long\" or not filename =~ \"long\"", false},
                            {"filename ~ \"*lo*\"", true},
                            {"filename ~ \"*zz*\" or filename !~ \"*zz*\"", false},
                        });
}

TEST(Holds, Buffers) {
    RawEvent raw("read");
    raw.arguments({3, 0x1000, 64 << 10}).captured(1, std::string("GET\0/x", 6));
    expect_answers(raw, {
                            {"buf ^= \"GET\"", true},
                            {"buf == \"GET\\0/x\"", true},
                            {"buf == \"GET\"", false},
                            {"buf $= \"/x\" and buf ~ \"*T*x\"", true},
                            {"fd == 3 and count >= 64k", true},
                        });
}

RawEvent connect_to(const std::string& address) {
    RawEvent raw("connect");
    raw.arguments({3, 0x1000, address.size()}).captured(1, address);
    return raw;
}

TEST(Holds, StructsAndTheirCases) {
    std::string in = in_memory<std::uint16_t>(2) + std::string("\x01\xbb\x0a\x01\x02\x03", 6) + std::string(8, '\0');
    expect_answers(connect_to(in), {
                                       {"sa_family(uservaddr) == AF_INET and port == 443", true},
                                       {"uservaddr.sin_port == 443 and sin_port != 80", true},
                                       {"uservaddr.sa_family == 2", true},
                                       {"sin_family == AF_INET", true},
                                       {"sin6_port == 443 or sin6_port != 443", false},
                                       {"sin_addr == \"10.1.2.3\" and sin_addr == \"10.0.0.0/8\"", true},
                                       {"sin_addr in (\"192.168.0.0/16\", \"10.1.0.0/16\")", true},
                                       {"sin_addr != \"10.0.0.0/8\"", false},
                                       {"sa_data == \"\" or sa_data != \"\"", false},
                                       {"sun_path ^= \"/\" or not sun_path ^= \"/\"", false},
                                   });
    std::string in6 = in_memory<std::uint16_t>(10) + std::string("\x00\x50\0\0\0\0", 6) + std::string(15, '\0') + '\1' +
                      std::string(4, '\0');
    expect_answers(connect_to(in6), {
                                        {"port == 80", true},
                                        {"sin6_addr == \"::1\" and sin6_addr != \"fe80::/10\"", true},
                                        {"sin6_addr == \"::2\" or not sin6_addr == \"::1\"", false},
                                    });
    std::string path = in_memory<std::uint16_t>(1) + "/run/x";
    expect_answers(connect_to(path), {
                                         {"sun_path == \"/run/x\" and sun_path ~ \"/run/*\"", true},
                                         {"port == 80 or port != 80", false},
                                     });
    std::string abstract = in_memory<std::uint16_t>(1) + std::string("\0bus", 4);
    expect_answers(connect_to(abstract), {{"sun_path == \"\\0bus\"", true}, {"sun_path == \"\"", false}});
    expect_answers(connect_to(in_memory<std::uint16_t>(2)),
                   {{"port == 443 or port != 443", false}, {"sa_family(uservaddr) == AF_INET", true}});
}

TEST(Holds, FieldsInStructsAndBits) {
    RawEvent raw("settimes");
    raw.arguments({1, 2, 3})
        .captured(0, in_memory<std::int64_t>(-5) + in_memory<std::int64_t>(7) + in_memory<std::uint32_t>(0xffffffea) +
                         std::string(4, '\0'))
        .captured(1, in_memory<std::int64_t>(9) + in_memory<std::int64_t>(11));
    expect_answers(raw, {
                            {"old.every.tv_sec == -5 and old.every.tv_nsec == 7", true},
                            {"new.tv_sec == 9", true},
                            {"low == 10 and high == -2", true},
                        });
}

RawEvent fcntl(std::uint64_t command, std::uint64_t argument) {
    RawEvent raw("fcntl");
    raw.arguments({3, command, argument});
    return raw;
}

TEST(Holds, MeaningsThatDependOnAnArgument) {
    std::uint64_t minus_one = ~std::uint64_t{0};
    expect_answers(fcntl(0, 0xffffffff), {{"arg == -1", true}, {"cmd == F_DUPFD", true}});
    expect_answers(fcntl(0x10000, 0xffffffff), {{"arg == -1", true}});  // under the mask
    expect_answers(fcntl(9, minus_one), {{"arg == 0xffffffffffffffff", true}, {"arg == -1", false}});
    expect_answers(fcntl(3, 1), {{"arg == 1 or arg != 1", false}});
    RawEvent lock = fcntl(5, 0x1000).captured(2, in_memory<std::int32_t>(1) + in_memory<std::int32_t>(77));
    lock.captured(2 | wire::CAPTURED_PASSED, in_memory<std::int32_t>(2) + in_memory<std::int32_t>(0));
    expect_answers(lock, {
                             {"arg.l_pid == 77 and l_type == 1", true},
                             {"passed.arg.l_type == 2", true},
                             {"arg == 0x1000 or arg != 0x1000", false},
                             {"args[2] == 0x1000", true},
                         });
    expect_answers(fcntl(4, 0x1000).captured(2, "name"), {{"arg == \"name\" and arg ~ \"na*\"", true}});
    expect_answers(fcntl(6, 0x1000), {{"l_pid == 77 or l_pid != 77", false}});
}

TEST(Holds, NamedConstants) {
    RawEvent raw("sigaction");
    raw.arguments({9, 0x1000}).captured(1, in_memory<std::uint64_t>(0) + in_memory<std::uint64_t>(1 << 1 | 1 << 16));
    expect_answers(raw, {
                            {"sig == SIGKILL and sig in (SIGINT, SIGKILL)", true},
                            {"sig == \"SIGKILL\"", true},
                            {"mask & SIGINT and mask & SIGCHLD and not mask & SIGKILL", true},
                            {"sig == OTHER_ONLY", false},
                        });
    RawEvent advise("advise");
    advise.arguments({7, 8});
    expect_answers(advise, {{"advice == TWO_FACED", true}, {"plain == TWO_FACED", false}});
    RawEvent chown("chown");
    chown.arguments({0x1000, 0xffffffff, 0});
    expect_answers(chown, {{"user == -1 and group == root", true}, {"user < 0", true}});
}

TEST(Holds, MemoryInPieces) {
    RawEvent exec("execve");
    exec.arguments({0x1000, 0x2000})
        .captured(0, "/bin/sh")
        .captured(
            1, piece(wire::PIECE_STRING, "sh") + piece(wire::PIECE_STRING, "-c") + piece(wire::PIECE_STRING, "true"));
    expect_answers(exec, {{"argv == \"sh -c true\"", true}, {"argv ~ \"* -c *\" and argv =~ \"tru?e\"", true}});
    RawEvent bpf("bpf");
    bpf.arguments({5, 0x1000})
        .captured(1, piece(wire::PIECE_STRUCT, in_memory<std::uint64_t>(26) + in_memory<std::uint64_t>(1)));
    expect_answers(bpf, {{"type == 26 and uattr.type != 25", true}});
}

TEST(Holds, EventsOfOthers) {
    RawEvent unknown("brand_new");
    unknown.arguments({1, 2});
    unknown.header.ret = 5;
    expect_answers(unknown, {
                                {"ret == 5 and syscall == \"brand_new\" and syscall ~ \"brand*\"", true},
                                {"args[0] == 1", true},
                                {"args[2] == 0 or fd == 0 or not fd == 0", false},
                            });
    RawEvent foreign("openat");
    foreign.header.magic = 0;
    foreign.header.ret = -1;
    expect_answers(foreign,
                   {{"ret == -EPERM and pid == 4711", true}, {"uid == 0 or uid != 0 or comm == \"cat\"", false}});
}

}  // namespace
}  // namespace traceleft::ask
