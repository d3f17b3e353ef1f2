#include "child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "error.h"

namespace traceleft {

namespace {

std::array<UniqueFd, 2> make_pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC)) throw Error::os("create a pipe", errno);
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
    std::vector<char*> all;
    for (const std::string& string : strings) all.push_back(const_cast<char*>(string.c_str()));
    all.push_back(nullptr);
    return all;
}

// Between fork and exec in a program of several threads: async-signal-safe calls only.
[[noreturn]] void run_child(const char* path, char* const* arguments, char* const* environment, int go, int failure) {
    char byte = 0;
    ssize_t got = 0;
    do got = read(go, &byte, 1);
    while (got < 0 && errno == EINTR);
    if (got != 1) _exit(127);
    // Python ignores SIGPIPE, and an ignored signal outlives exec.
    for (int signal_number : {SIGPIPE, SIGXFSZ}) signal(signal_number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    execve(path, arguments, environment);
    int errnum = errno;
    [[maybe_unused]] ssize_t written = write(failure, &errnum, sizeof(errnum));
    _exit(127);
}

}  // namespace

ChildProcess::ChildProcess(const std::string& path, const std::vector<std::string>& arguments,
                           const std::vector<std::string>& environment)
    : path_(path) {
    auto [go_read, go_write] = make_pipe();
    auto [failure_read, failure_write] = make_pipe();
    std::vector<char*> argv = pointers(arguments);
    std::vector<char*> envp = pointers(environment);
    pid_ = fork();
    if (pid_ < 0) throw Error::os("fork", errno);
    if (pid_ == 0) {
        close(go_write.get());  // else the child would keep itself waiting after the parent's death
        run_child(path.c_str(), argv.data(), envp.data(), go_read.get(), failure_write.get());
    }
    go_ = std::move(go_write);
    failure_ = std::move(failure_read);
}

void ChildProcess::start() {
    char byte = 1;
    if (write(go_.get(), &byte, 1) != 1) throw Error::os("start the command", errno);
    int errnum = 0;
    ssize_t got = 0;
    do got = read(failure_.get(), &errnum, sizeof(errnum));
    while (got < 0 && errno == EINTR);
    if (got == sizeof(errnum)) throw Error::os("execute the command", errnum, path_);
}

}  // namespace traceleft
