// SPDX-License-Identifier: MIT
#include "call_files.h"

#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/seccomp.h>

#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace traceleft {

namespace {

/// The values of an argument for which a call returns a descriptor.
struct Chosen {
    std::uint8_t argument;
    std::uint32_t mask;
    std::uint64_t values;  ///< a bit for each below 64
    std::uint32_t other;
};

constexpr std::uint32_t whole = ~0U;

constexpr std::uint64_t bit(unsigned value) { return std::uint64_t{1} << value; }

// bpf() returns descriptors of these commands. Those without a name in older headers: BPF_TOKEN_CREATE.
constexpr std::uint64_t bpf_commands =
    bit(BPF_MAP_CREATE) | bit(BPF_PROG_LOAD) | bit(BPF_OBJ_GET) | bit(BPF_PROG_GET_FD_BY_ID) |
    bit(BPF_MAP_GET_FD_BY_ID) | bit(BPF_RAW_TRACEPOINT_OPEN) | bit(BPF_BTF_LOAD) | bit(BPF_BTF_GET_FD_BY_ID) |
    bit(BPF_LINK_CREATE) | bit(BPF_LINK_GET_FD_BY_ID) | bit(BPF_ENABLE_STATS) | bit(BPF_ITER_CREATE) | bit(36);

const std::map<std::string_view, Chosen> chosen_results = {
    {"bpf", {0, whole, bpf_commands, whole}},
    {"fcntl", {1, whole, bit(F_DUPFD), F_DUPFD_CLOEXEC}},
    {"fcntl64", {1, whole, bit(F_DUPFD), F_DUPFD_CLOEXEC}},
    {"landlock_create_ruleset", {2, whole, bit(0), 0}},  // else it returns the ABI's version
    {"seccomp",
     {1, SECCOMP_FILTER_FLAG_NEW_LISTENER, bit(SECCOMP_FILTER_FLAG_NEW_LISTENER), SECCOMP_FILTER_FLAG_NEW_LISTENER}},
    {"signalfd", {0, whole, 0, whole}},  // of -1 it makes a descriptor, else it changes that one
    {"signalfd4", {0, whole, 0, whole}},
};

// Calls whose result stands for an open file that was not there before.
const std::set<std::string_view> opening_calls = {
    "accept",
    "accept4",
    "bpf",
    "creat",
    "epoll_create",
    "epoll_create1",
    "eventfd",
    "eventfd2",
    "fanotify_init",
    "fsmount",
    "fsopen",
    "fspick",
    "inotify_init",
    "inotify_init1",
    "io_uring_setup",
    "landlock_create_ruleset",
    "memfd_create",
    "memfd_secret",
    "mq_open",
    "open",
    "open_by_handle_at",
    "open_tree",
    "open_tree_attr",
    "openat",
    "openat2",
    "perf_event_open",
    "pidfd_open",
    "seccomp",
    "signalfd",
    "signalfd4",
    "socket",
    "timerfd_create",
    "userfaultfd",
};

const std::map<std::string_view, std::uint32_t> flags_of_calls = {
    {"chdir", wire::CALL_ENTERS},       {"chroot", wire::CALL_CHROOTS},     {"execve", wire::CALL_EXECUTES},
    {"execveat", wire::CALL_EXECUTES},  {"fchdir", wire::CALL_ENTERS},      {"mount", wire::CALL_RENAMES},
    {"move_mount", wire::CALL_RENAMES}, {"pivot_root", wire::CALL_RENAMES}, {"rename", wire::CALL_RENAMES},
    {"renameat", wire::CALL_RENAMES},   {"renameat2", wire::CALL_RENAMES},  {"umount", wire::CALL_RENAMES},
    {"umount2", wire::CALL_RENAMES},
};

const std::map<std::string_view, std::uint8_t> pair_arguments = {{"pipe", 0}, {"pipe2", 0}, {"socketpair", 3}};

const std::map<std::string_view, std::uint8_t> closed_arguments = {{"close", 0}, {"dup2", 1}, {"dup3", 1}};

// The names of arguments that are paths, of calls without a directory's descriptor.
const std::set<std::string_view> path_names = {"filename", "library",  "new_root", "newname",     "oldname",
                                               "path",     "pathname", "put_old",  "specialfile", "dir_name"};

std::uint8_t paths_of(const SyscallSchema& call, std::uint8_t directories) {
    std::uint8_t paths = 0;
    for (std::size_t i = 0; i < call.arguments.size(); i++) {
        if (call.arguments[i].value.kind != Kind::String) continue;
        std::string_view name = call.arguments[i].name;
        std::string_view syscall = call.syscall.name;
        bool is_path = directories
                           ? i > 0 && (directories >> (i - 1) & 1)
                           : path_names.count(name) || (name == "name" && (syscall == "acct" || syscall == "umount2"));
        if (syscall == "symlink" && i == 0) is_path = false;  // a link's text, which nobody follows
        if (is_path) paths |= 1U << i;
    }
    return paths;
}

}  // namespace

wire::call_files call_files(const SyscallSchema& call) {
    wire::call_files files{};
    std::string_view name = call.syscall.name;
    for (std::size_t i = 0; i < call.arguments.size() && i < 6; i++) {
        Kind kind = call.arguments[i].value.kind;
        if (kind == Kind::Fd || kind == Kind::DirFd) files.descriptors |= 1U << i;
        if (kind == Kind::DirFd) files.directories |= 1U << i;
    }
    files.paths = paths_of(call, files.directories);
    if (call.returns.kind == Kind::Fd) files.flags |= wire::CALL_RESULT;
    if (opening_calls.count(name)) files.flags |= wire::CALL_RESULT | wire::CALL_OPENS;
    if (auto found = flags_of_calls.find(name); found != flags_of_calls.end()) files.flags |= found->second;
    if (auto found = chosen_results.find(name); found != chosen_results.end()) {
        files.flags |= wire::CALL_RESULT | wire::CALL_IF;
        files.if_argument = found->second.argument;
        files.if_mask = found->second.mask;
        files.if_values = found->second.values;
        files.if_other = found->second.other;
    }
    if (auto found = pair_arguments.find(name); found != pair_arguments.end()) {
        files.flags |= wire::CALL_PAIR;
        files.pair = found->second;
    }
    if (auto found = closed_arguments.find(name); found != closed_arguments.end()) {
        files.flags |= wire::CALL_CLOSES;
        files.closed = found->second;
    }
    constexpr std::uint32_t told =
        wire::CALL_RESULT | wire::CALL_PAIR | wire::CALL_EXECUTES | wire::CALL_ENTERS | wire::CALL_CHROOTS;
    if (files.descriptors || files.paths || files.flags & told) files.flags |= wire::CALL_DESCRIBED;
    return files;
}

wire::call_files call_files(const EventSchema& schema, const std::string& name) {
    const std::string plain = name.substr(0, name.find(compat_suffix));
    const SyscallSchema* call = nullptr;
    if (name != plain && schema.compat()) call = schema.compat()->find(plain);
    if (!call) call = schema.find(plain);
    return call ? call_files(*call) : wire::call_files{};
}

}  // namespace traceleft
