// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/openat2.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "path_check.h"
#include "path_walk.h"
#include "raw_event.h"
#include "raw_object.h"
#include "unique_fd.h"

namespace traceleft {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t second = 1'000'000'000;

std::uint64_t inode_of(const fs::path& path) {
    struct stat status{};
    bool magic = path == "/proc/self/ns/mnt";
    EXPECT_EQ(fstatat(AT_FDCWD, path.c_str(), &status, magic ? 0 : AT_SYMLINK_NOFOLLOW), 0) << path;
    return status.st_ino;
}

RawObject object_of(std::uint64_t id, const fs::path& path) {
    std::vector<std::string> names;
    for (const fs::path& name : path.relative_path()) names.insert(names.begin(), name.string());
    RawObject raw = RawObject(id).path(names);
    raw.head.inode = inode_of(path);
    raw.head.mount_namespace = static_cast<std::uint32_t>(inode_of("/proc/self/ns/mnt"));
    return raw;
}

/// Files in a directory of their own: a and b, below/a, and links to them.
class PathCheckTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = fs::canonical(fs::temp_directory_path()) / "traceleft-XXXXXX";
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        top_ = name;
        UniqueFd root(open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
        Mounts mounts = Mounts::of("self");
        if (walk_path(root.get(), mounts.on("/"), mounts, name, true).end != Walked::End::Found)
            GTEST_SKIP() << name << " is on a file system that is not looked at";
        fs::create_directory(top_ / "below");
        for (const char* file : {"a", "b", "below/a"}) std::ofstream(top_ / file) << file;
        fs::create_symlink("a", top_ / "link");
        fs::create_symlink("below", top_ / "dirlink");
        fs::create_hard_link(top_ / "a", top_ / "hard");
    }
    void TearDown() override { fs::remove_all(top_); }

    /// Whether the call is said to have opened another file, which it returned a descriptor of.
    bool differs(const std::string& text, const fs::path& opened) { return differs(text, object_of(1, opened)); }
    bool differs(const std::string& text, const RawObject& opened, const fs::path& directory = "/") {
        RawEvent raw("openat");
        raw.arguments({static_cast<std::uint64_t>(AT_FDCWD), 0x1000, flags_, 0}).captured(1, text, status_);
        return differs(raw, opened, directory);
    }
    bool differs(RawEvent raw, const RawObject& opened, const fs::path& directory = "/") {
        raw.header.pid = pid_;
        raw.header.ret = ret_;
        raw.header.timestamp = timestamp_;
        Objects objects;
        objects.add(opened.file());
        objects.add(object_of(2, directory).file());
        std::string bytes = described(raw, {{1, 1, wire::DESCRIBED_RESULT, wire::DESCRIBED_OK},
                                            {2, 1, wire::DESCRIBED_DIRECTORY, wire::DESCRIBED_OK}});
        return check_.differs(as_bytes(bytes), objects, clock_);
    }

    fs::path top_;
    PathCheck check_;
    WallClock clock_ = WallClock::now();
    std::uint64_t timestamp_ = [] {
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        return (now.tv_sec + 10) * second;  // well behind all changes to the files
    }();
    std::int64_t pid_ = getpid();
    std::int64_t ret_ = 3;
    std::uint64_t flags_ = 0;
    std::uint16_t status_ = wire::CAPTURED_OK;
};

TEST(LexicalPath, CollapsesNames) {
    EXPECT_EQ(lexical_path("/a//b/./c/"), "/a/b/c");
    EXPECT_EQ(lexical_path("/a/../../b/c/.."), "/b");
    EXPECT_EQ(lexical_path("//.."), "/");
}

TEST(Mounts, ReadsMountinfo) {
    Mounts mounts(
        "22 1 254:0 / / rw shared:1 - ext4 /dev/vda rw\n"
        "23 22 0:21 / /a\\040b rw - nfs4 server:/x rw\n"
        "24 22 0:22 / /proc rw shared:2 master:3 - proc proc rw\n"
        "broken\n");
    EXPECT_EQ(mounts.on("/"), FileSystem::Local);
    EXPECT_EQ(mounts.on("/a b"), FileSystem::Unknown);
    EXPECT_EQ(mounts.on("/proc"), FileSystem::Proc);
    EXPECT_EQ(mounts.on("/nowhere"), FileSystem::Unknown);
    EXPECT_EQ(mounts.of_mount(22), FileSystem::Local);
    EXPECT_EQ(mounts.of_mount(0), FileSystem::Unknown);
}

TEST_F(PathCheckTest, MarksTheNameOfAnotherFile) {
    EXPECT_TRUE(differs(top_ / "b", top_ / "a"));
    EXPECT_TRUE(differs(top_ / "link", top_ / "b"));
    EXPECT_TRUE(differs(top_ / "dirlink/a", top_ / "a"));
    EXPECT_TRUE(differs(top_ / "missing", top_ / "a"));
    EXPECT_TRUE(differs(top_ / "a/missing", top_ / "a")) << "a is no directory";
    EXPECT_TRUE(differs("b", object_of(1, top_ / "a"), top_));
    EXPECT_EQ(check_.skipped(), 0U);
}

TEST_F(PathCheckTest, MarksNoNameOfTheFile) {
    EXPECT_FALSE(differs(top_ / "a", top_ / "a"));
    EXPECT_FALSE(differs(top_ / "./below//../a", top_ / "a"));
    EXPECT_FALSE(differs("below/../a", object_of(1, top_ / "a"), top_));
    EXPECT_FALSE(differs(top_ / "link", top_ / "a"));
    EXPECT_FALSE(differs(top_ / "dirlink/../link", top_ / "a"));
    EXPECT_FALSE(differs(top_ / "dirlink/a", top_ / "below/a"));
    EXPECT_FALSE(differs(top_ / "dirlink/", top_ / "below"));
    EXPECT_FALSE(differs(top_ / "hard", top_ / "a"));
    fs::create_symlink(top_ / "dirlink/../link", top_ / "absolute");
    EXPECT_FALSE(differs(top_ / "absolute", top_ / "a"));
    EXPECT_FALSE(differs("../../../../../.." + (top_ / "link").string(), top_ / "a")) << "above / is /";
}

TEST_F(PathCheckTest, OpensLinksThemselvesOnlyWhereTheCallDid) {
    fs::create_symlink("a", top_ / "below/link");
    RawObject link = object_of(1, top_ / "below/link");
    EXPECT_TRUE(differs(top_ / "dirlink/link", link)) << "it leads to below/a";
    flags_ = O_PATH | O_NOFOLLOW;
    EXPECT_FALSE(differs(top_ / "dirlink/link", link));
}

TEST_F(PathCheckTest, MarksNothingOfProc) {
    std::string file = top_ / "a";
    UniqueFd fd(open(file.c_str(), O_RDONLY | O_CLOEXEC));
    std::string name = std::to_string(fd.get());
    for (const std::string& path : {"/proc/self/fd/" + name, "/dev/fd/" + name, "/proc/self/root" + file,
                                    "/proc/thread-self/fd/" + name, std::string("/proc/self/exe")})
        EXPECT_FALSE(differs(path, top_ / "a")) << path;
}

TEST_F(PathCheckTest, IsNotSureOfWhatChangedSince) {
    timestamp_ = 0;
    EXPECT_FALSE(differs(top_ / "link", top_ / "b")) << "the link was made since";
    EXPECT_FALSE(differs(top_ / "missing", top_ / "a")) << "a link may have been removed";
    EXPECT_TRUE(differs(top_ / "b", top_ / "a"));
}

TEST_F(PathCheckTest, IsNotSureWhereTheFileIsGone) {
    RawObject opened = object_of(1, top_ / "a");
    fs::rename(top_ / "a", top_ / "c");
    EXPECT_FALSE(differs(top_ / "b", opened));
    fs::rename(top_ / "b", top_ / "a");
    EXPECT_FALSE(differs(top_ / "below/a", opened)) << "another file has its name";
}

TEST_F(PathCheckTest, SeesALinkThatLeadsElsewhereNow) {
    EXPECT_FALSE(differs(top_ / "link", top_ / "a"));
    fs::remove(top_ / "link");
    fs::create_symlink("b", top_ / "link");
    EXPECT_FALSE(differs(top_ / "link", top_ / "b"));
}

TEST_F(PathCheckTest, LooksOnlyAtWholeStringsAndPathsOfSuccessfulCalls) {
    RawObject opened = object_of(1, top_ / "a");
    for (std::uint16_t flag : {wire::OBJECT_PATH_CUT, wire::OBJECT_DELETED, wire::OBJECT_DETACHED}) {
        RawObject other = opened;
        other.head.object.flags |= flag;
        EXPECT_FALSE(differs(top_ / "b", other)) << flag;
    }
    status_ = wire::CAPTURED_TRUNCATED;
    EXPECT_FALSE(differs(top_ / "b", opened));
    status_ = wire::CAPTURED_OK;
    ret_ = -ENOENT;
    EXPECT_FALSE(differs(top_ / "b", opened));
    ret_ = 3;
    flags_ = O_TMPFILE | O_RDWR;
    EXPECT_FALSE(differs(top_, opened));
    flags_ = 0;
    EXPECT_TRUE(differs(top_ / "b", opened));
}

TEST_F(PathCheckTest, KnowsTheArgumentsOfEachCall) {
    std::string b = top_ / "b";
    RawObject opened = object_of(1, top_ / "a");
    EXPECT_TRUE(differs(RawEvent("open").arguments({0x1000, 0, 0}).captured(0, b), opened));
    EXPECT_TRUE(differs(RawEvent("creat").arguments({0x1000, 0}).captured(0, b), opened));
    open_how how{};
    auto openat2 = [&] {
        return RawEvent("openat2").arguments({0, 0x1000, 0x2000, 24}).captured(1, b).captured(2, in_memory(how));
    };
    EXPECT_TRUE(differs(openat2(), opened));
    how.resolve = RESOLVE_IN_ROOT;
    EXPECT_FALSE(differs(openat2(), opened));
    EXPECT_FALSE(differs(RawEvent("execve").arguments({0x1000, 0, 0}).captured(0, b), opened));
}

TEST_F(PathCheckTest, DecidesInOurRootDirectoryWhereTheProcessIsGone) {
    pid_ = 0;
    EXPECT_FALSE(differs(top_ / "link", top_ / "a"));
    EXPECT_TRUE(differs(top_ / "b", top_ / "a"));
    RawObject elsewhere = object_of(1, top_ / "a");
    elsewhere.head.mount_namespace = 1;
    EXPECT_FALSE(differs(top_ / "b", elsewhere));
}

TEST_F(PathCheckTest, IsNotSureInAnotherRootDirectory) {
    int ends[2];  // a UniqueFd closes itself in a child
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    std::string top = top_;
    pid_t child = fork();
    ASSERT_NE(child, -1);
    if (child == 0) {
        close(ends[0]);
        char byte = chroot(top.c_str()) == 0;
        _exit(write(ends[1], &byte, 1) == 1 && read(ends[1], &byte, 1) == 0 ? 0 : 1);
    }
    close(ends[1]);
    char changed = 0;
    EXPECT_EQ(read(ends[0], &changed, 1), 1);
    EXPECT_FALSE(differs(top_ / "hard", top_ / "a"));
    pid_ = child;
    if (changed) {
        EXPECT_FALSE(differs(top_ / "dirlink/../link", top_ / "a")) << "the path leads nowhere in the new one";
        EXPECT_FALSE(differs(top_ / "b", top_ / "a"));
    }
    close(ends[0]);
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    if (!changed) GTEST_SKIP() << "only root may change it";
}

TEST_F(PathCheckTest, CountsWhatItDoesNotLookAt) {
    PathCheck none(PathCheckOptions{.walks_per_second = 0});
    std::string text = top_ / "b";
    Objects objects;
    objects.add(object_of(1, top_ / "a").file());
    RawEvent raw("open");
    raw.arguments({0x1000, 0, 0}).captured(0, text);
    std::string bytes = described(raw, {{1, 1, wire::DESCRIBED_RESULT, wire::DESCRIBED_OK}});
    EXPECT_FALSE(none.differs(as_bytes(bytes), objects, clock_));
    EXPECT_EQ(none.skipped(), 1U);
}

TEST(PathCheck, TakesAnyBytes) {
    PathCheck check;
    std::string bytes = described(RawEvent("openat"), {{1, 1, wire::DESCRIBED_RESULT, wire::DESCRIBED_OK}});
    for (std::size_t size = 0; size <= bytes.size(); size++)
        EXPECT_FALSE(check.differs(as_bytes(bytes).first(size), {}, {}));
}

}  // namespace
}  // namespace traceleft
