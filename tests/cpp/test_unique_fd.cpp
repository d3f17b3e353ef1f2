// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "at_fork.h"
#include "error.h"
#include "unique_fd.h"

namespace traceleft {
namespace {

UniqueFd open_null() { return UniqueFd(open("/dev/null", O_RDONLY | O_CLOEXEC)); }

bool is_open(int fd) { return fcntl(fd, F_GETFD) >= 0; }

TEST(UniqueFd, ClosesWhatItOwns) {
    int number = -1;
    {
        UniqueFd fd = open_null();
        number = fd.get();
        EXPECT_TRUE(fd);
        EXPECT_TRUE(is_open(number));
    }
    EXPECT_FALSE(is_open(number));
    EXPECT_FALSE(UniqueFd());
}

TEST(UniqueFd, MovesOwnership) {
    UniqueFd first = open_null();
    int number = first.get();
    UniqueFd second = std::move(first);
    EXPECT_EQ(second.get(), number);
    EXPECT_TRUE(is_open(number));
    second = UniqueFd();
    EXPECT_FALSE(is_open(number));
}

TEST(Mapping, OfWhatCannotBeMappedIsAnError) {
    try {
        Mapping::of(-1, 4096, PROT_READ);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Os);
        EXPECT_EQ(error.errnum, EBADF);
    }
}

TEST(Mapping, MovesOwnership) {
    UniqueFd zero(open("/dev/zero", O_RDWR | O_CLOEXEC));
    Mapping mapping = Mapping::of(zero.get(), 4096, PROT_READ | PROT_WRITE);
    Mapping moved = std::move(mapping);
    *moved.as<int>(8) = 5;
    EXPECT_EQ(*moved.as<int>(8), 5);
}

// Runs `look` in a forked child, and returns the child's exit status.
template <typename Look>
int in_child(Look look, int kept = -1) {
    pid_t pid = fork_with(kept, -1);
    if (pid == 0) _exit(look());
    int status = 0;
    EXPECT_EQ(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool is_the_same_file(int fd, const struct stat& wanted) {
    struct stat found{};
    return fstat(fd, &found) == 0 && found.st_ino == wanted.st_ino && found.st_rdev == wanted.st_rdev;
}

TEST(UniqueFd, IsNotForAForksChild) {
    UniqueFd ours = open_null();
    UniqueFd moved = std::move(ours);
    int foreign = open("/dev/null", O_RDONLY | O_CLOEXEC);
    struct stat null{};
    ASSERT_EQ(fstat(foreign, &null), 0);
    EXPECT_EQ(in_child([&] { return is_open(moved.get()) && !is_the_same_file(moved.get(), null); }), 1);
    EXPECT_EQ(in_child([&] { return is_the_same_file(foreign, null); }), 1);
    EXPECT_EQ(in_child([&] { return is_the_same_file(moved.get(), null); }, moved.get()), 1) << "it was to be kept";
    int number = moved.get();
    moved = UniqueFd();
    ASSERT_EQ(dup2(foreign, number), number) << "now it is somebody else's";
    EXPECT_EQ(in_child([&] { return is_the_same_file(number, null); }), 1);
    EXPECT_TRUE(is_the_same_file(foreign, null));
    close(number);
    close(foreign);
}

TEST(UniqueFd, IsClosedByADestructorInAForksChild) {
    UniqueFd ours = open_null();
    int number = ours.get();
    auto close_it = [&] {
        ours = UniqueFd();
        return !is_open(number);
    };
    EXPECT_EQ(in_child(close_it), 1);
    EXPECT_TRUE(is_open(number));
}

TEST(Mapping, IsZerosInAForksChild) {
    UniqueFd memory(memfd_create("test", MFD_CLOEXEC));
    ASSERT_EQ(ftruncate(memory.get(), 4096), 0);
    Mapping mapping = Mapping::of(memory.get(), 4096, PROT_READ | PROT_WRITE);
    *mapping.as<int>() = 7;
    auto look = [&] {
        int before = (*mapping.as<int>())++;
        mapping = Mapping();
        return before;
    };
    EXPECT_EQ(in_child(look), 0);
    EXPECT_EQ(*mapping.as<int>(), 7);
}

TEST(AtFork, AForkIsANewGeneration) {
    unsigned before = fork_generation();
    EXPECT_EQ(in_child([&] { return fork_generation() == before + 1; }), 1);
    EXPECT_EQ(fork_generation(), before);
}

}  // namespace
}  // namespace traceleft
