// SPDX-License-Identifier: MIT
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

struct Failure {
    int errnum = 0;
    std::size_t path = 0;         ///< exec's
    std::array<char, 16> call{};  ///< that was to make the child the user's; empty: it was exec
};

// Goes through PATH as a shell does: past missing files, and past files that may not be executed, which it reports in
// the end.
Failure execute(char* const* paths, char* const* arguments, char* const* environment) {
    Failure failure{ENOENT};
    for (std::size_t i = 0; paths[i]; i++) {
        execve(paths[i], arguments, environment);
        bool missing = errno == ENOENT || errno == ENOTDIR;
        if (!missing || i == 0) failure = {errno, i, {}};
        if (!missing && errno != EACCES) break;
    }
    return failure;
}

// Where a stream's place is taken by another descriptor that is still needed, that is moved out of the way before.
bool redirect(std::array<int, 3> streams, int& go, int& failures) {
    auto move_up = [](int& fd) { return fd < 0 || fd > STDERR_FILENO || (fd = fcntl(fd, F_DUPFD_CLOEXEC, 3)) >= 0; };
    if (!move_up(go) || !move_up(failures)) return false;
    for (int& fd : streams)
        if (!move_up(fd)) return false;
    for (int stream = 0; stream < 3; stream++)
        if (streams[stream] >= 0 && dup2(streams[stream], stream) < 0) return false;
    return true;
}

// Between fork and exec in a program of several threads: async-signal-safe calls only.
[[noreturn]] void run_child(char* const* paths, char* const* arguments, char* const* environment,
                            const std::optional<Credentials>& user, const std::array<int, 3>& streams, int go,
                            int failures) {
    restore_signals();
    restore_open_files();
    if (!redirect(streams, go, failures)) _exit(127);
    char byte = 0;
    ssize_t got = 0;
    do got = read(go, &byte, 1);
    while (got < 0 && errno == EINTR);
    if (got != 1) _exit(127);
    Failure failure;
    if (const char* call = user ? become_in_child(*user) : nullptr) {
        failure.errnum = errno;
        for (std::size_t i = 0; call[i] && i + 1 < failure.call.size(); i++) failure.call[i] = call[i];
    } else {
        failure = execute(paths, arguments, environment);
    }
    [[maybe_unused]] ssize_t written = write(failures, &failure, sizeof(failure));
    _exit(127);
}

}  // namespace

ChildProcess::ChildProcess(std::vector<std::string> paths, const std::vector<std::string>& arguments,
                           const std::vector<std::string>& environment, const std::optional<Credentials>& user,
                           const std::array<int, 3>& streams)
    : paths_(std::move(paths)) {
    auto [go_read, go_write] = make_pipe();
    auto [failure_read, failure_write] = make_pipe();
    std::vector<char*> programs = pointers(paths_);
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
    if (pid_ == 0)
        run_child(programs.data(), argv.data(), envp.data(), user, streams, go_read.get(), failure_write.get());
    go_ = std::move(go_write);
    failure_ = std::move(failure_read);
}

void ChildProcess::start() {
    char byte = 1;
    // A child that a signal has ended meanwhile is no failure to start it: its status says so.
    if (write(go_.get(), &byte, 1) != 1 && errno != EPIPE) throw Error::os("start the command", errno);
    Failure failure;
    ssize_t got = 0;
    do got = read(failure_.get(), &failure, sizeof(failure));
    while (got < 0 && errno == EINTR);
    if (got != sizeof(failure)) return;
    if (failure.call.front())
        throw Error::os("run the command as another user takes root (" + std::string(failure.call.data()) + ")",
                        failure.errnum);
    throw Error::os("execute the command", failure.errnum, paths_.at(failure.path));
}

}  // namespace traceleft
