// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <random>

#include "objects.h"
#include "raw_event.h"
#include "raw_object.h"

namespace traceleft {
namespace {

RawObject of_file_system(std::uint32_t magic, const std::vector<std::string>& names, std::uint32_t mode = 0) {
    RawObject raw(1);
    raw.path(names);
    raw.head.magic = magic;
    raw.head.mode = mode;
    return raw;
}

TEST(OpenFile, BuildsItsPathFromNames) {
    EXPECT_EQ(RawObject(1).path({"passwd", "etc"}).file()->path(), "/etc/passwd");
    EXPECT_EQ(RawObject(1).path({}).file()->path(), "/");
    EXPECT_EQ(RawObject(1).path({}).file()->host_path(), "/");
}

TEST(OpenFile, SeesWhatItsProcessSeesInARootOfItsOwn) {
    auto file = RawObject(1).path({"passwd", "etc", "jail", "srv"}, 2).file();
    EXPECT_EQ(file->path(), "/etc/passwd");
    EXPECT_EQ(file->host_path(), "/srv/jail/etc/passwd");
    auto root = RawObject(1).path({"jail", "srv"}, 0).file();
    EXPECT_EQ(root->path(), "/");
    EXPECT_EQ(root->host_path(), "/srv/jail");
}

TEST(OpenFile, SaysThatAPathIsCut) {
    RawObject raw = RawObject(1).path({"c", "b"});
    raw.head.object.flags = wire::OBJECT_PATH_CUT | wire::OBJECT_DELETED;
    EXPECT_EQ(raw.file()->path(), ".../b/c");
    EXPECT_TRUE(raw.file()->cut());
    EXPECT_TRUE(raw.file()->deleted());
    raw.path({"c", "b"}, 1);
    EXPECT_EQ(raw.file()->path(), "/c") << "what is cut is above the root";
    EXPECT_EQ(raw.file()->host_path(), ".../b/c");
}

struct Text {
    RawObject raw;
    std::string_view path, word;
};

// As /proc/PID/fd has them.
TEST(OpenFile, NamesWhatHasNoPath) {
    const Text texts[] = {
        {of_file_system(0x50495045, {}, 0010600), "pipe:[4711]", "pipe"},
        {of_file_system(0x534F434B, {}, 0140777), "socket:[4711]", "socket"},
        {of_file_system(0x09041934, {"[eventfd]"}), "anon_inode:[eventfd]", "eventfd"},
        {of_file_system(0x09041934, {"inotify"}), "anon_inode:inotify", "inotify"},
        {of_file_system(0x50494446, {}), "anon_inode:[pidfd]", "pidfd"},
        {of_file_system(0x6E736673, {}, 0100444), "ns:[4711]", "namespace"},
        {of_file_system(0x01021994, {"memfd:x"}, 0100777), "/memfd:x", "memfd"},
        {of_file_system(0x01021994, {"memfd:x", "tmp"}, 0100777), "/tmp/memfd:x", "regular"},
        {of_file_system(0xEF53, {"fifo"}, 0010600), "/fifo", "fifo"},
        {of_file_system(0xEF53, {"null", "dev"}, 0020666), "/dev/null", "character"},
        {of_file_system(0xEF53, {"sda", "dev"}, 0060660), "/dev/sda", "block"},
        {of_file_system(0xEF53, {"etc"}, 0040755), "/etc", "directory"},
        {of_file_system(0xEF53, {"l"}, 0120777), "/l", "symlink"},
        {of_file_system(0xEF53, {"?"}), "/?", "unknown"},
    };
    for (const Text& each : texts) {
        EXPECT_EQ(each.raw.file()->path(), each.path);
        EXPECT_EQ(each.raw.file()->kind_word(), each.word) << each.path;
    }
}

TEST(OpenFile, HasASocketsAddresses) {
    wire::socket_record record{};
    record.family = 2;
    record.local_port = 80;
    record.name_size = 60'000;
    auto file = RawObject(1).path({"a"}).socket(record).file();
    ASSERT_NE(file->socket(), nullptr);
    EXPECT_EQ(file->socket()->local_port, 80);
    EXPECT_EQ(file->socket()->name_size, wire::SOCKET_NAME_LEN) << "no more than there can be";
    EXPECT_EQ(RawObject(1).path({"a"}).file()->socket(), nullptr);
}

// Whatever the bytes: they are refused, or its own bytes give the same again.
TEST(OpenFile, TakesAnyBytes) {
    std::string whole = RawObject(1).path({"passwd", "etc"}).socket({}).bytes();
    for (std::size_t size = 0; size <= whole.size(); size++) {
        auto file = OpenFile::decode(as_bytes(whole).first(size));
        EXPECT_EQ(file.has_value(), size >= sizeof(wire::file_record)) << size;
    }
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; i++) {
        std::string bytes = whole;
        for (int changes = 0; changes < 4; changes++)
            bytes[sizeof(std::uint64_t) + random() % (bytes.size() - sizeof(std::uint64_t))] =
                static_cast<char>(random());
        auto file = OpenFile::decode(as_bytes(bytes).first(random() % (bytes.size() + 1)));
        if (!file) continue;
        auto again = OpenFile::decode(file->raw());
        ASSERT_TRUE(again);
        EXPECT_EQ(again->path(), file->path());
        EXPECT_EQ(again->host_path(), file->host_path());
    }
}

TEST(OpenFile, IsNoEvent) {
    EXPECT_TRUE(is_object(as_bytes(RawObject(1).bytes())));
    EXPECT_FALSE(is_object(as_bytes(RawEvent("read").bytes())));
    EXPECT_FALSE(is_object({}));
    EXPECT_FALSE(OpenFile::decode(as_bytes(RawEvent("read").bytes())));
    RawObject other(1);
    other.head.object.kind = 77;
    EXPECT_FALSE(OpenFile::decode(as_bytes(other.bytes()))) << "a kind that is not known yet";
}

TEST(Descriptions, StandBehindTheCapturedBytes) {
    RawEvent event = RawEvent("read").arguments({3, 0x1000, 5}).captured(1, "hello");
    std::string bytes = described(event, {{77, 2, 0, wire::DESCRIBED_OK}, {0, 0, 16, wire::DESCRIBED_NONE}});
    Descriptions all = Descriptions::of(as_bytes(bytes));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.find(0)->object, 77U);
    EXPECT_EQ(all.find(0)->version, 2U);
    EXPECT_EQ(all.find(wire::DESCRIBED_RESULT)->status, wire::DESCRIBED_NONE);
    EXPECT_FALSE(all.find(5));
    EXPECT_EQ(Descriptions::of(as_bytes(event.bytes())).size(), 0U);
    for (std::size_t size = 0; size < bytes.size(); size++)
        EXPECT_LE(Descriptions::of(as_bytes(bytes).first(size)).size(), 1U) << size;
}

TEST(Objects, KeepEachVersionOnce) {
    Objects objects;
    for (std::uint64_t id : {5, 3, 9, 3, 5}) objects.add(RawObject(id).path({"first"}).file());
    objects.add(RawObject(3, 2).path({"second"}).file());
    ASSERT_EQ(objects.size(), 4U);
    EXPECT_EQ(objects.find({3, 1})->path(), "/first");
    EXPECT_EQ(objects.find({3, 2})->path(), "/second");
    EXPECT_EQ(objects.find({3, 3}), nullptr);
    Objects others;
    others.add(RawObject(1).file());
    others.add(RawObject(9).file());
    objects.add(others);
    ASSERT_EQ(objects.size(), 5U);
    EXPECT_EQ(objects.all().front()->id(), 1U);
    EXPECT_EQ(objects.all().back()->id(), 9U);
}

TEST(ObjectTable, ForgetsTheOneThatWasNotAskedForLongest) {
    ObjectTable table(2);
    table.add(RawObject(1).file());
    table.add(RawObject(2).file());
    EXPECT_NE(table.find({1, 1}), nullptr);
    table.add(RawObject(3).file());
    EXPECT_EQ(table.size(), 2U);
    EXPECT_EQ(table.find({2, 1}), nullptr);
    EXPECT_NE(table.find({1, 1}), nullptr);
    EXPECT_NE(table.find({3, 1}), nullptr);
    table.add(RawObject(3).path({"anew"}).file());
    EXPECT_EQ(table.find({3, 1})->path(), "/anew");
    EXPECT_EQ(table.size(), 2U);
}

TEST(Batch, HoldsTheObjectsThatItsEventsReferTo) {
    Objects known;
    for (std::uint64_t id : {1, 2, 3}) known.add(RawObject(id).file());
    auto batch_of = [&](std::uint64_t id) {
        Batch batch;
        std::string event = described(RawEvent("read"), {{id, 1, 0, 0}, {0, 0, 1, 1}, {99, 1, 2, 0}});
        batch.append(event.data(), event.size());
        batch.take_objects(batch.event(0), [&](ObjectKey key) { return known.share(key); });
        return batch;
    };
    Batch batch = batch_of(1);
    ASSERT_EQ(batch.objects().size(), 1U) << "none of number 0, and none that nobody knows";
    batch.append(batch_of(3));
    ASSERT_EQ(batch.objects().size(), 2U);
    EXPECT_EQ(batch.objects().find({2, 1}), nullptr);
    EXPECT_NE(batch.objects().find({3, 1}), nullptr);
}

}  // namespace
}  // namespace traceleft
