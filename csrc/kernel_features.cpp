#include "kernel_features.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <linux/capability.h>
#include <linux/magic.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>

#include "bpf_object.h"
#include "error.h"

namespace traceleft {

namespace {

constexpr const char* kernel_btf = "/sys/kernel/btf/vmlinux";

bool has_capability(int capability) {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> data{};
    if (syscall(SYS_capget, &header, data.data())) return true;  // let the kernel itself refuse later
    return data[capability / 32].effective & (1U << (capability % 32));
}

bool is_tracefs(const char* path) {
    struct statfs info{};
    return statfs(path, &info) == 0 && info.f_type == TRACEFS_MAGIC;
}

std::string mounted_tracefs() {
    for (const char* path : {"/sys/kernel/tracing", "/sys/kernel/debug/tracing"})
        if (is_tracefs(path)) return path;
    const char* path = "/sys/kernel/tracing";
    if (mount("tracefs", path, "tracefs", 0, nullptr))
        throw Error::os("mount tracefs (as root: mount -t tracefs tracefs /sys/kernel/tracing)", errno, path);
    return path;
}

// Not all: there are 60,000.
bool is_asked_for(std::string_view function) {
    std::string_view prefix = syscall_symbol_prefix;
    return function.substr(0, prefix.size()) == prefix || function == trusted_walk_function;
}

std::set<std::string> functions_asked_for() {
    LibbpfLog log;
    std::unique_ptr<btf, decltype(&btf__free)> types(btf__load_vmlinux_btf(), &btf__free);
    if (!types) throw Error::os("read the kernel's BTF", errno, kernel_btf);
    std::set<std::string> functions;
    for (__u32 id = 1; id < btf__type_cnt(types.get()); id++) {
        const btf_type* type = btf__type_by_id(types.get(), id);
        if (!btf_is_func(type)) continue;
        std::string_view name = btf__name_by_offset(types.get(), type->name_off);
        if (is_asked_for(name)) functions.emplace(name);
    }
    return functions;
}

}  // namespace

void require_kernel_features() {
    if (!(has_capability(CAP_SYS_ADMIN) || (has_capability(CAP_BPF) && has_capability(CAP_PERFMON))))
        throw Error(ErrorKind::Kernel, "tracing needs root (or CAP_BPF and CAP_PERFMON): run it with sudo", EPERM);
    if (access(kernel_btf, R_OK))
        throw Error(ErrorKind::Kernel,
                    std::string(kernel_btf) +
                        " is missing: this kernel has no BTF; traceleft needs one built with CONFIG_DEBUG_INFO_BTF "
                        "(Linux 5.15 or later, as distributions ship it)",
                    errno);
    LibbpfLog log;
    if (libbpf_probe_bpf_map_type(BPF_MAP_TYPE_RINGBUF, nullptr) == 0)
        throw Error(ErrorKind::Kernel, "this kernel has no BPF ring buffer: traceleft needs Linux 5.15 or later",
                    ENOSYS);
    if (libbpf_probe_bpf_helper(BPF_PROG_TYPE_TRACEPOINT, BPF_FUNC_task_pt_regs, nullptr) == 0)
        throw Error(ErrorKind::Kernel, "this kernel has no bpf_task_pt_regs: traceleft needs Linux 5.15 or later",
                    ENOSYS);
}

const std::string& tracefs() {
    static const std::string path = mounted_tracefs();
    return path;
}

bool has_tracepoint(const std::string& name) {
    return access((tracefs() + "/events/" + name + "/id").c_str(), F_OK) == 0;
}

bool has_function(const std::string& name) {
    static const std::set<std::string> functions = functions_asked_for();
    return functions.count(name) > 0;
}

bool in_initial_pid_namespace() {
    constexpr ino_t initial = 0xEFFFFFFC;  // include/linux/proc_ns.h: PROC_PID_INIT_INO
    struct stat info{};
    return stat("/proc/self/ns/pid", &info) == 0 && info.st_ino == initial;
}

}  // namespace traceleft
