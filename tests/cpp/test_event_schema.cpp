// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "error.h"
#include "event_schema.h"
#include "raw_event.h"

namespace traceleft {
namespace {

TEST(ParseKind, KnowsEveryKind) {
    for (std::string_view name :
         {"int",    "uint",    "hex",   "fd",      "dirfd", "mode",    "uid",      "gid",   "pid",
          "dev",    "pointer", "flags", "be16",    "be32",  "in_addr", "in6_addr", "chars", "string",
          "buffer", "struct",  "array", "strings", "iovec", "msghdr",  "mmsghdr"})
        EXPECT_NO_THROW(parse_kind(name)) << name;
    EXPECT_EQ(parse_kind("dirfd"), Kind::DirFd);
}

TEST(ParseKind, NamesWhatItDoesNotKnow) {
    try {
        parse_kind("nosuch");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Usage);
        EXPECT_NE(std::string(error.what()).find("'nosuch'"), std::string::npos);
    }
}

TEST(EventSchema, FindsWhatWasAdded) {
    std::shared_ptr<EventSchema> schema = test_schema();
    ASSERT_NE(schema->find("read"), nullptr);
    EXPECT_EQ(schema->find("read")->arguments.size(), 3U);
    EXPECT_EQ(schema->find("rea"), nullptr);
    EXPECT_EQ(schema->find(""), nullptr);
    EXPECT_NE(schema->flags("open"), nullptr);
    EXPECT_EQ(schema->flags("nosuch"), nullptr);
    EXPECT_EQ(schema->syscalls().size(), 14U);
}

TEST(EventSchema, ALaterOneOfTheSameNameCounts) {
    EventSchema schema;
    schema.add({{"read", 0, "read", "read"}, {}, {}});
    schema.add({{"read", 7, "read", "read"}, {}, {}});
    EXPECT_EQ(schema.find("read")->syscall.nr, 7);
    EXPECT_EQ(schema.syscalls().size(), 1U);
}

}  // namespace
}  // namespace traceleft
