// SPDX-License-Identifier: MIT
#include "privileges.h"

#include <dirent.h>
#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <string>

#include "error.h"

namespace traceleft {

namespace {

using Capabilities = std::array<__user_cap_data_struct, 2>;

int set_capabilities(const Capabilities& wanted) {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    return static_cast<int>(syscall(SYS_capset, &header, wanted.data()));
}

// Changing the user empties all sets but this one, which a thread inherits from the one that started it.
void drop_inheritable() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    Capabilities now{};
    if (syscall(SYS_capget, &header, now.data())) throw Error::os("look at this process's capabilities", errno);
    for (auto& part : now) part.inheritable = 0;
    if (set_capabilities(now)) throw Error::os("drop inheritable capabilities", errno);
}

void require_no_capabilities() {
    std::unique_ptr<DIR, int (*)(DIR*)> threads(opendir("/proc/self/task"), closedir);
    if (!threads) throw Error::os("look at this process's threads", errno, "/proc/self/task");
    while (const dirent* entry = readdir(threads.get())) {
        if (entry->d_name[0] == '.') continue;
        std::ifstream status("/proc/self/task/" + std::string(entry->d_name) + "/status");
        for (std::string name, value; status >> name; std::getline(status, value)) {
            if (name != "CapInh:" && name != "CapPrm:" && name != "CapEff:" && name != "CapAmb:") continue;
            status >> value;
            if (value.find_first_not_of('0') != std::string::npos)
                throw Error(ErrorKind::Kernel,
                            "thread " + std::string(entry->d_name) + " of traceleft keeps capabilities (" + name + ' ' +
                                value + ") as another user: start it without securebits and inheritable capabilities");
        }
    }
}

}  // namespace

const char* become_in_child(const Credentials& user) {
    // Bare system calls: glibc's functions of these names look for other threads.
    if (syscall(SYS_setgroups, user.groups.size(), user.groups.data())) return "setgroups";
    if (syscall(SYS_setresgid, user.gid, user.gid, user.gid)) return "setresgid";
    if (syscall(SYS_setresuid, user.uid, user.uid, user.uid)) return "setresuid";
    if (user.uid != 0 && set_capabilities({})) return "capset";
    // Until exec its memory is ours.
    if (syscall(SYS_prctl, PR_SET_DUMPABLE, 0, 0, 0, 0)) return "prctl";
    return nullptr;
}

void become(const Credentials& user) {
    drop_inheritable();
    prctl(PR_SET_KEEPCAPS, 0);
    if (setgroups(user.groups.size(), user.groups.data()))
        throw Error::os("take on a user's groups (setgroups)", errno);
    if (setresgid(user.gid, user.gid, user.gid)) throw Error::os("take on a user's group (setresgid)", errno);
    if (setresuid(user.uid, user.uid, user.uid)) throw Error::os("become another user (setresuid)", errno);
    // Whoever may trace this process could take its descriptors, and with them every event.
    if (prctl(PR_SET_DUMPABLE, 0)) throw Error::os("keep other processes out (PR_SET_DUMPABLE)", errno);
    require_no_capabilities();
}

}  // namespace traceleft
