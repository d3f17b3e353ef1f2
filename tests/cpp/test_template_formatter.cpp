// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "error.h"
#include "raw_event.h"
#include "template_formatter.h"

namespace traceleft {
namespace {

std::string line(const RawEvent& event, std::string_view text) {
    std::string bytes = event.bytes();
    Batch batch;
    batch.append(bytes.data(), bytes.size());
    return TemplateFormatter(test_schema(), text).encode(batch);
}

TEST(TemplateFormatter, FillsInFieldsAndArguments) {
    RawEvent raw("open");
    raw.header.ret = -2;
    raw.arguments({5, 0x1000, 0101, 0644}).captured(1, "/a\n");
    EXPECT_EQ(line(raw, "{{{pid}}} {syscall} {path} {args.flags}: {ret}"),
              "{4711} open \"/a\\n\" O_WRONLY|O_CREAT: -1 ENOENT (No such file or directory)\n");
    EXPECT_EQ(line(raw, "{fd}{error}{duration}"), "-ENOENT-\n");
}

TEST(TemplateFormatter, QuotesNamesAsALineDoes) {
    RawEvent raw("open");
    std::strncpy(raw.header.comm, "a b(", sizeof(raw.header.comm));
    EXPECT_EQ(line(raw, "{comm}: {syscall}"), "\"a\\40b\\50\": open\n");
    std::memset(raw.header.comm, 0, sizeof(raw.header.comm));
    EXPECT_EQ(line(raw, "{comm}"), "\"\"\n");
}

TEST(TemplateFormatter, KnowsItsNames) {
    EXPECT_EQ(TemplateFormatter::names("a{pid}{{x}}{args.fd}"), (std::vector<std::string>{"pid", "args.fd"}));
}

TEST(TemplateFormatter, RefusesWhatNobodyCanHaveMeant) {
    for (std::string_view text : {"{", "}", "{pid", "pid}", "{nosuch}", "{}", "{args.pid}", "{a{b}}"})
        EXPECT_THROW(TemplateFormatter(test_schema(), text), Error) << text;
}

}  // namespace
}  // namespace traceleft
