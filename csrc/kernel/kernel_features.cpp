// SPDX-License-Identifier: MIT
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
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "bpf_object.h"
#include "error.h"
#include "kernel_btf.h"
#include "named_pids.h"

namespace traceleft {

namespace {

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

// The functions behind syscalls in which the kernel allows probes.
std::set<std::string> hookable_functions() {
    // Kprobes are refused, and fentry fails, in a function that ftrace can't trace. Without ftrace there is no such
    // list.
    std::set<std::string> traced;
    std::ifstream list(tracefs() + "/available_filter_functions");  // "NAME", or "NAME [MODULE]"
    for (std::string line; std::getline(list, line);)
        if (line.find("_sys_") != std::string::npos) traced.insert(line.substr(0, line.find_first_of(" \t")));
    // One function has several names, of which that list has one. Addresses are 0 for who may not see them.
    std::map<std::string, std::string> candidates;
    std::set<std::string> traced_addresses = {"0000000000000000"};
    std::ifstream symbols("/proc/kallsyms");  // "ADDRESS TYPE NAME"
    for (std::string line; std::getline(symbols, line);) {
        if (line.find("_sys_") == std::string::npos) continue;
        std::istringstream fields(line);
        std::string address, type, name;
        fields >> address >> type >> name;
        if (traced.count(name)) traced_addresses.insert(address);
        // A stub that says ENOSYS is a weak symbol: COND_SYSCALL in arch/.../include/asm/syscall_wrapper.h.
        if (type == "T" && name.rfind(syscall_symbol_prefix, 0) == 0) candidates[name] = address;
    }
    std::set<std::string> functions;
    for (const auto& [name, address] : candidates)
        if (traced.empty() || traced_addresses.count(address)) functions.insert(name);
    return functions;
}

// Only these functions are kept, for BTF has 60,000.
bool is_asked_for(std::string_view function) {
    std::string_view prefix = syscall_symbol_prefix;
    return function.substr(0, prefix.size()) == prefix || function == trusted_walk_function;
}

// In some BTF a syscall's struct pt_regs is only declared, not defined: in 5.10's that of accept, of bpf and of others.
bool is_opaque(const btf* types, const btf_type* function) {
    const btf_type* prototype = btf__type_by_id(types, function->type);
    if (btf_vlen(prototype) == 0) return false;
    __u32 id = btf_params(prototype)[0].type;
    const btf_type* type = btf__type_by_id(types, id);
    while (btf_is_ptr(type) || btf_is_mod(type)) type = btf__type_by_id(types, type->type);
    return btf_is_fwd(type);
}

std::map<std::string, BtfFunction> btf_functions() {
    const std::shared_ptr<const btf> types = kernel_btf();
    std::map<std::string, BtfFunction> functions;
    for (__u32 id = 1; id < btf__type_cnt(types.get()); id++) {
        const btf_type* type = btf__type_by_id(types.get(), id);
        if (!btf_is_func(type)) continue;
        std::string_view name = btf__name_by_offset(types.get(), type->name_off);
        if (is_asked_for(name)) functions.emplace(name, BtfFunction{type->type, is_opaque(types.get(), type)});
    }
    return functions;
}

// Throws where the file can't be read, or doesn't describe a kernel.
void require_kernel_types(const std::string& path) {
    LibbpfLog log;
    std::unique_ptr<btf, decltype(&btf__free)> types(btf__parse(path.c_str(), nullptr), &btf__free);
    if (!types && (errno == ENOENT || errno == EACCES || errno == EISDIR)) throw Error::os("read BTF", errno, path);
    if (!types || btf__find_by_name_kind(types.get(), "task_struct", BTF_KIND_STRUCT) < 0)
        throw Error(ErrorKind::Kernel, path + ": not the BTF of a kernel; it is a file like " + kernel_btf_file,
                    EINVAL);
}

}  // namespace

void require_kernel_features(const std::string& btf) {
    if (!(has_capability(CAP_SYS_ADMIN) || (has_capability(CAP_BPF) && has_capability(CAP_PERFMON))))
        throw Error(ErrorKind::Kernel, "tracing needs root (or CAP_BPF and CAP_PERFMON): run it with sudo", EPERM);
    if (!btf.empty()) require_kernel_types(btf);
    if (btf.empty() && access(kernel_btf_file, R_OK))
        throw Error(ErrorKind::Kernel,
                    std::string(kernel_btf_file) +
                        " is missing: this kernel is built without BTF (CONFIG_DEBUG_INFO_BTF); give its types "
                        "with --btf FILE (from BTFHub, or made of its debug symbols by `pahole --btf_encode_detached`)",
                    errno);
    LibbpfLog log;
    if (libbpf_probe_bpf_map_type(BPF_MAP_TYPE_RINGBUF, nullptr) == 0)
        throw Error(ErrorKind::Kernel, "this kernel has no BPF ring buffer: traceleft needs Linux 5.8 or later",
                    ENOSYS);
}

const std::string& tracefs() {
    static const std::string path = mounted_tracefs();
    return path;
}

bool has_tracepoint(const std::string& name) {
    struct stat info{};
    return stat((tracefs() + "/events/" + name + "/id").c_str(), &info) == 0;
}

BtfFunction btf_function(const std::string& name) {
    static const std::map<std::string, BtfFunction> functions = btf_functions();
    auto found = functions.find(name);
    return found == functions.end() ? BtfFunction{} : found->second;
}

bool is_hookable(const std::string& name) {
    static const std::set<std::string> functions = hookable_functions();
    return functions.count(name) > 0;
}

bool in_initial_pid_namespace() {
    struct stat info{};
    return stat("/proc/self/ns/pid", &info) == 0 && info.st_ino == initial_pid_namespace;
}

}  // namespace traceleft
