#include "child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "at_fork.h"
#include "error.h"
#include "open_files.h"

namespace traceleft {

namespace {

std::array<UniqueFd, 2> make_pipe() {
    int ends[2];
    NoFork until_kept;
    if (pipe2(ends, O_CLOEXEC)) throw Error::os("create a pipe", errno);
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
    std::vector<char*> all;
    for (const std::string& string : strings) all.push_back(const_cast<char*>(string.c_str()));
    all.push_back(nullptr);
    return all;
}

// Signals act on the child as they will on its program, from the start: handlers of the parent would swallow them.
void restore_signals() {
    for (int number = 1; number < NSIG; number++) {
        struct sigaction action{};
        if (sigaction(number, nullptr, &action)) continue;
        // Python ignores these two, and an ignored signal outlives exec. Others were ignored by who started us (nohup).
        bool ours = action.sa_handler != SIG_IGN || number == SIGPIPE || number == SIGXFSZ;
        if (ours) signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

// Between fork and exec in a program of several threads: async-signal-safe calls only.
[[noreturn]] void run_child(const char* path, char* const* arguments, char* const* environment, int go, int failure) {
    restore_signals();
    restore_open_files();
    char byte = 0;
    ssize_t got = 0;
    do got = read(go, &byte, 1);
    while (got < 0 && errno == EINTR);
    if (got != 1) _exit(127);
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
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_ = fork_with(go_read.get(), failure_write.get());
    int errnum = errno;
    if (pid_ != 0) pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (pid_ < 0) throw Error::os("fork", errnum);
    if (pid_ == 0) run_child(path.c_str(), argv.data(), envp.data(), go_read.get(), failure_write.get());
    go_ = std::move(go_write);
    failure_ = std::move(failure_read);
}

void ChildProcess::start() {
    char byte = 1;
    // A child that a signal has ended meanwhile is no failure to start it: its status says so.
    if (write(go_.get(), &byte, 1) != 1 && errno != EPIPE) throw Error::os("start the command", errno);
    int errnum = 0;
    ssize_t got = 0;
    do got = read(failure_.get(), &errnum, sizeof(errnum));
    while (got < 0 && errno == EINTR);
    if (got == sizeof(errnum)) throw Error::os("execute the command", errnum, path_);
}

}  // namespace traceleft
