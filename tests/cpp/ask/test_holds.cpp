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

}  // namespace
}  // namespace traceleft::ask
