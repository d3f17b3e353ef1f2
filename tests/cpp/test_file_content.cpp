// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "file_content.h"

namespace traceleft {
namespace {

TEST(FileContent, IsAllOfAFile) {
    std::string maps = file_content("/proc/self/maps");
    EXPECT_GT(maps.size(), 4096u);
    EXPECT_EQ(maps.back(), '\n');
}

TEST(FileContent, IsEmptyWhereNothingCanBeRead) {
    EXPECT_EQ(file_content("/proc/self/no such file"), "");
    EXPECT_EQ(file_content("/"), "");  // it can be opened, but read() fails
}

TEST(FileContent, IsEmptyOfAProcessThatIsGone) {
    pid_t child = fork();
    if (!child) _exit(0);
    siginfo_t ended;
    ASSERT_EQ(waitid(P_PID, child, &ended, WEXITED | WNOWAIT), 0);
    EXPECT_EQ(file_content("/proc/" + std::to_string(child) + "/maps"), "");
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    EXPECT_EQ(file_content("/proc/" + std::to_string(child) + "/maps"), "");
}

}  // namespace
}  // namespace traceleft
