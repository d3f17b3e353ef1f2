// SPDX-License-Identifier: MIT
// Questions about the files and sockets that descriptors stand for, which only the reader knows.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <string>
#include <vector>

#include "ask/asked_schema.h"
#include "error.h"
#include "question.h"
#include "raw_object.h"

namespace traceleft::ask {
namespace {

const EventSchema& schema() {
    static const std::shared_ptr<EventSchema> schema = [] {
        auto all = asked_schema();
        all->add({{"connect", 42, "connect", "connect"}, {Kind::Int, 4}, {argument_of("fd", Kind::Fd, 4)}});
        all->add({{"open", 2, "open", "open"}, {Kind::Fd, 4}, {argument_of("filename", Kind::String)}});
        all->add({{"dup", 32, "dup", "dup"}, {Kind::Fd, 4}, {argument_of("fildes", Kind::Fd, 4)}});
        return all;
    }();
    return *schema;
}

/// The answer about a call whose first argument and whose result stand for a file.
bool answer(const std::string& text, const char* syscall, const std::shared_ptr<const OpenFile>& file) {
    RawEvent raw(syscall);
    raw.arguments({3});
    raw.header.nr = schema().find(syscall)->syscall.nr;
    const std::string bytes =
        described(raw, {{file->id(), 1, 0, wire::DESCRIBED_OK}, {file->id(), 1, wire::DESCRIBED_RESULT, 0}});
    Objects objects;
    objects.add(file);
    std::optional<EventView> event = EventView::decode(as_bytes(bytes), schema(), &objects);
    Predicate predicate = Question::parse(text)->bind(event->schema(), schema());
    EXPECT_EQ(stage_of(predicate), Stage::Behind) << text;
    EXPECT_TRUE(asks_objects(predicate)) << text;
    return holds(predicate, *event);
}

TEST(ObjectQuestions, OfAFile) {
    const auto file = RawObject(7).path({"passwd", "etc", "jail"}, 2).file();
    for (const char* yes :
         {"fd.path == \"/etc/passwd\"", "fd.path ~ \"/etc/*\"", "fd.host_path ^= \"/jail\"", "fd.kind == regular",
          "fd.kind in (regular, directory)", "fd.kind != socket", "fd.inode == 4711", "fd.id == 7", "not fd.deleted",
          "not fd.made", "args.fd.path $= \"passwd\"", "fd.kind == \"regular\""})
        EXPECT_TRUE(answer(yes, "connect", file)) << yes;
    for (const char* no : {"fd.path == \"/etc\"", "fd.kind == pipe", "fd.family == AF_INET", "fd.local_port == 0"})
        EXPECT_FALSE(answer(no, "connect", file)) << no;
    EXPECT_TRUE(answer("fildes.path == \"x\" or result.path ~ \"/etc/*\"", "dup", file));
}

TEST(ObjectQuestions, OfASocket) {
    wire::socket_record record{};
    record.family = AF_INET;
    record.local_port = 40414;
    record.peer_port = 443;
    const auto socket = RawObject(8).socket(record).file();
    for (const char* yes :
         {"fd.kind == socket", "fd.family == AF_INET", "fd.peer_port == 443", "fd.local_port > 40000"})
        EXPECT_TRUE(answer(yes, "connect", socket)) << yes;
    EXPECT_FALSE(answer("fd.peer_port != 443", "connect", socket));
}

TEST(ObjectQuestions, OfAStringThatNamesAnother) {
    for (bool differs : {false, true}) {
        RawEvent raw("open");
        raw.header.nr = schema().find("open")->syscall.nr;
        if (differs) raw.header.flags |= wire::EVENT_PATH_MISMATCH;
        const std::string bytes = raw.bytes();
        std::optional<EventView> event = EventView::decode(as_bytes(bytes), schema());
        Predicate predicate = Question::parse("path_mismatch")->bind(event->schema(), schema());
        EXPECT_EQ(stage_of(predicate), Stage::Behind);
        EXPECT_TRUE(asks_objects(predicate) && asks_mismatch(predicate));
        EXPECT_EQ(holds(predicate, *event), differs);
    }
    EXPECT_EQ(Question::parse("path_mismatch")->missing(*schema().find("connect"), schema()),
              std::vector<std::string>{"path_mismatch"});
    EXPECT_FALSE(asks_mismatch(Question::parse("resolved_path == \"/\"")->bind(schema().find("open"), schema())));
}

TEST(ObjectQuestions, OfWhatIsNotThere) {
    auto refused = [](const std::string& text) {
        try {
            Question::parse(text)->bind(schema().find("connect"), schema());
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(refused("fd.kind == regulr").find("did you mean regular?"), std::string::npos);
    EXPECT_NE(refused("fd.pth == \"/\"").find("fd.pth"), std::string::npos);
    EXPECT_EQ(refused("fildes.path == \"/\""), "");  // another call's
    RawEvent raw("connect");
    raw.arguments({3});
    raw.header.nr = 42;
    const std::string bytes = raw.bytes();
    std::optional<EventView> event = EventView::decode(as_bytes(bytes), schema());
    for (const char* text : {"fd.path == \"/\"", "fd.path != \"/\"", "fd.inode >= 0", "fildes.path != \"/\""})
        EXPECT_FALSE(holds(Question::parse(text)->bind(event->schema(), schema()), *event)) << text;
}

}  // namespace
}  // namespace traceleft::ask
