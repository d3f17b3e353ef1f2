// SPDX-License-Identifier: MIT
#include "pidfd.h"

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

#include "kernel_features.h"

namespace traceleft {

namespace {

// A number out of /proc/PID/status; 0 where there is none.
pid_t status_number(pid_t tid, const char* name) {
    std::ifstream status("/proc/" + std::to_string(tid) + "/status");
    std::string word;
    while (status >> word)
        if (word == name) {
            pid_t number = 0;
            status >> number;
            return number;
        }
    return 0;
}

bool is_kernel_thread(pid_t pid) {
    constexpr unsigned kernel_thread = 0x00200000;  // include/linux/sched.h: PF_KTHREAD
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(stat, text);
    std::size_t name_end = text.rfind(')');
    if (name_end == std::string::npos) return false;
    std::istringstream fields(text.substr(name_end + 1));
    std::string skipped;
    for (int i = 0; i < 6; i++) fields >> skipped;  // man 5 proc: flags are the ninth, the name is the second
    unsigned flags = 0;
    fields >> flags;
    return flags & kernel_thread;
}

/*
 * A process has its number a moment before its parent's fork hook has run, which would take an entry that it finds for
 * an earlier process's. It has run when the child has. Usually that was long ago; a kernel without such a count says 0.
 */
void wait_until_it_has_run(pid_t pid) {
    for (int tries = 0; tries < 100; tries++) {
        std::ifstream schedstat("/proc/" + std::to_string(pid) + "/schedstat");
        std::uint64_t on_cpu = 0;
        std::uint64_t waiting = 0;
        std::uint64_t times = 0;
        if (!(schedstat >> on_cpu >> waiting >> times) || times) return;
        usleep(1000);
    }
}

}  // namespace

Error no_such_process(pid_t pid, const char* why) {
    return Error(ErrorKind::Process, "no process with PID " + std::to_string(pid) + " (" + why + ")", ESRCH);
}

bool exited(int pidfd) {
    pollfd exit{pidfd, POLLIN, 0};
    return poll(&exit, 1, 0) > 0;
}

UniqueFd open_process(pid_t pid) {
    if (!in_initial_pid_namespace())
        throw Error(ErrorKind::Process,
                    "PID " + std::to_string(pid) +
                        " is of this container's pid namespace, and BPF sees the host's: start the container with the "
                        "host's pid namespace (--pid=host)");
    UniqueFd pidfd(syscall(SYS_pidfd_open, pid, 0));
    int errnum = errno;
    if (!pidfd) {
        pid_t process = status_number(pid, "Tgid:");
        if (process && process != pid)
            throw Error(ErrorKind::Process, "PID " + std::to_string(pid) + " is a thread of process " +
                                                std::to_string(process) + ": trace " + std::to_string(process));
        // EINVAL, from 6.13 on ENOENT: it is no process's, which one that is just being reaped is no more either.
        if (errnum == ESRCH || errnum == EINVAL || errnum == ENOENT) throw no_such_process(pid);
        throw Error::os("open process " + std::to_string(pid), errnum);
    }
    // What /proc says from here on is of the process that the pidfd is of, or that one has exited, which bind() sees.
    if (exited(pidfd.get())) throw no_such_process(pid, "it has exited; its parent has yet to wait for it");
    if (is_kernel_thread(pid))
        throw Error(ErrorKind::Process,
                    "PID " + std::to_string(pid) + " is a kernel thread: it makes no syscalls to be traced");
    wait_until_it_has_run(pid);
    return pidfd;
}

}  // namespace traceleft
