// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "child_process.h"
#include "error.h"

namespace traceleft {
namespace {

int reap(pid_t pid) {
    int status = 0;
    EXPECT_EQ(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(ChildProcess, RunsWhenItIsLetGo) {
    ChildProcess child({"/bin/sh"}, {"sh", "-c", "exit $CODE"}, {"CODE=7"});
    EXPECT_EQ(waitpid(child.pid(), nullptr, WNOHANG), 0);
    child.start();
    EXPECT_EQ(reap(child.pid()), 7);
}

TEST(ChildProcess, EndsWithoutHavingRunWhereItIsNeverLetGo) {
    char marker[] = "/tmp/traceleft-test-XXXXXX";
    close(mkstemp(marker));
    auto child = std::make_unique<ChildProcess>(std::vector<std::string>{"/bin/rm"},
                                                std::vector<std::string>{"rm", marker}, std::vector<std::string>{});
    pid_t pid = child->pid();
    child.reset();
    EXPECT_EQ(reap(pid), 127);
    EXPECT_EQ(unlink(marker), 0) << "it has run";
}

TEST(ChildProcess, SaysWhatTheKernelRefused) {
    for (auto [path, errnum] : {std::pair{"/nosuch", ENOENT}, {"/", EACCES}}) {
        ChildProcess child({path}, {path}, {});
        try {
            child.start();
            FAIL() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind, ErrorKind::Os);
            EXPECT_EQ(error.errnum, errnum);
        }
        EXPECT_EQ(reap(child.pid()), 127);
    }
}

TEST(ChildProcess, TakesTheFirstThatCanBeExecuted) {
    ChildProcess child({"/nosuch", "/etc/passwd", "/bin/sh", "/bin/false"}, {"sh", "-c", "exit 7"}, {});
    child.start();
    EXPECT_EQ(reap(child.pid()), 7);
    ChildProcess none({"/nosuch", "/etc/passwd", "/nosuch either"}, {"x"}, {});
    try {
        none.start();
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.errnum, EACCES);
        EXPECT_EQ(error.path, "/etc/passwd");
    }
    EXPECT_EQ(reap(none.pid()), 127);
}

}  // namespace
}  // namespace traceleft
