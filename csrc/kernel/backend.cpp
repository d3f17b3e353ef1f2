// SPDX-License-Identifier: MIT
#include "backend.h"

#include <bpf/bpf.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "at_fork.h"
#include "error.h"
#include "function_hook.h"
#include "kernel_features.h"

namespace traceleft {

namespace {

constexpr int kernel_enotsupp = 524;  // include/linux/errno.h: ENOTSUPP, which user space has no name for

constexpr std::string_view names[] = {"raw_tp", "tracepoint", "fentry", "kprobe"};

std::string function_of(const SyscallInfo& syscall) {
    return is_function(syscall) ? syscall.symbol : syscall_symbol_prefix + syscall.symbol;
}

const char* root_tracepoint(Side side) { return side == Side::entry ? "sys_enter" : "sys_exit"; }

std::string tracepoint_of(Side side, const SyscallInfo& syscall) {
    return (side == Side::entry ? "sys_enter_" : "sys_exit_") + syscall.tracepoint;
}

}  // namespace

std::string_view backend_name(Backend backend) { return names[backend]; }

Backend parse_backend(std::string_view name) {
    for (Backend backend : backends())
        if (name == backend_name(backend)) return backend;
    std::string choice = "auto";
    for (std::string_view each : names) choice += (each == *std::rbegin(names) ? " or " : ", ") + std::string(each);
    throw Error(ErrorKind::Usage, "unknown backend '" + std::string(name) + "'; choose " + choice);
}

const std::vector<Backend>& backends() {
    static const std::vector<Backend> order = {wire::BACKEND_RAW_TP, wire::BACKEND_FENTRY, wire::BACKEND_TRACEPOINT,
                                               wire::BACKEND_KPROBE};
    return order;
}

void set_program_type(BpfObject& object, bpf_program* program, const Hooking& hooking, Side side,
                      const SyscallInfo& syscall) {
    bool entry = side == Side::entry;
    int error = 0;
    switch (hooking.backend) {
        case wire::BACKEND_RAW_TP:
            if (!hooking.btf.empty()) {
                bpf_program__set_type(program, BPF_PROG_TYPE_RAW_TRACEPOINT);
                break;
            }
            object.hook(program, root_tracepoint(side));
            break;
        case wire::BACKEND_FENTRY:
            bpf_program__set_type(program, BPF_PROG_TYPE_TRACING);
            bpf_program__set_expected_attach_type(program, entry ? BPF_TRACE_FENTRY : BPF_TRACE_FEXIT);
            error = bpf_program__set_attach_target(program, 0, function_of(syscall).c_str());
            break;
        case wire::BACKEND_TRACEPOINT:
            bpf_program__set_type(program, BPF_PROG_TYPE_TRACEPOINT);
            break;
        case wire::BACKEND_KPROBE:
            bpf_program__set_type(program, BPF_PROG_TYPE_KPROBE);
            break;
    }
    if (error) throw_backend_refused(hooking.backend, "finding the kernel function of " + syscall.name, -error);
}

AttachedProbe attach_probe(bpf_program* probe, const Hooking& hooking, Side side, const SyscallInfo& syscall) {
    AttachedProbe attached;
    // A program that was loaded for its hook has it already, and names none here.
    const char* hook = hooking.btf.empty() ? nullptr : root_tracepoint(side);
    try {
        switch (hooking.backend) {
            case wire::BACKEND_RAW_TP:
                attached.link = attach_raw_tracepoint(bpf_program__fd(probe), hook);
                break;
            case wire::BACKEND_FENTRY:
                attached.link = attach_raw_tracepoint(bpf_program__fd(probe), nullptr);
                break;
            case wire::BACKEND_TRACEPOINT:
                attached.tracepoint =
                    attach_tracepoint(bpf_program__fd(probe), "syscalls/" + tracepoint_of(side, syscall));
                break;
            case wire::BACKEND_KPROBE:
                attached.event = std::make_unique<KprobeEvent>(
                    probe, is_function(syscall) ? kprobe_place(syscall.symbol) : function_of(syscall), side,
                    hooking.maxactive);
                break;
        }
    } catch (const Error& error) {
        if (hooking.backend == wire::BACKEND_KPROBE) throw;
        throw_backend_refused(hooking.backend, "attaching to " + syscall.name + " (" + error.what() + ")",
                              error.errnum);
    }
    return attached;
}

UniqueFd attach_raw_tracepoint(int program, const char* name) {
    NoFork until_kept;
    UniqueFd link(bpf_raw_tracepoint_open(name, program));
    if (!link) throw Error::os("attach a program to its hook", errno, name ? name : "");
    return link;
}

UniqueFd attach_by_section(const bpf_program* program) {
    std::string_view section = bpf_program__section_name(program);
    return attach_raw_tracepoint(bpf_program__fd(program), section.substr(section.find('/') + 1).data());
}

std::string missing_hook(Backend backend, const SyscallInfo& syscall) {
    switch (backend) {
        case wire::BACKEND_RAW_TP:
            return "";  // it dispatches by number: a call that the kernel lacks just never succeeds
        case wire::BACKEND_TRACEPOINT:
            if (syscall.tracepoint.empty()) return "no kernel has a tracepoint for it";
            if (has_tracepoint("syscalls/" + tracepoint_of(Side::exit, syscall))) return "";
            return "it has no tracepoint syscalls/" + tracepoint_of(Side::exit, syscall);
        case wire::BACKEND_FENTRY:
            if (prototype(backend, syscall) == 0) return "its BTF has no function " + function_of(syscall);
            [[fallthrough]];
        default:
            if (is_hookable(function_of(syscall))) return "";
            return "it has no function " + function_of(syscall) + " that can be hooked";
    }
}

std::uint32_t prototype(Backend backend, const SyscallInfo& syscall) {
    return backend == wire::BACKEND_FENTRY ? btf_function(function_of(syscall)).prototype : 0;
}

bool gives_registers(Backend backend, const SyscallInfo& syscall) {
    if (backend == wire::BACKEND_FENTRY) return !btf_function(function_of(syscall)).opaque;
    return backend == wire::BACKEND_RAW_TP;
}

void require_backend(const Hooking& hooking) {
    if (hooking.maxactive < 1 || hooking.maxactive > KprobeEvent::highest_maxactive)
        throw Error(ErrorKind::Usage, "a kretprobe's maxactive of " + std::to_string(hooking.maxactive) +
                                          " can't be: it is between 1 and " +
                                          std::to_string(KprobeEvent::highest_maxactive));
    if (hooking.backend == wire::BACKEND_TRACEPOINT) {
        std::string events = tracefs() + "/events";
        UniqueFd readable(open(events.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!readable)
            throw_backend_refused(hooking.backend,
                                  "reading the tracepoints' numbers in " + events +
                                      ", which are root's unless tracefs is mounted for a group (mount -o "
                                      "remount,gid=GROUP,mode=750 " +
                                      tracefs() + "); CAP_BPF and CAP_PERFMON are not enough",
                                  errno);
    }
    if (hooking.backend == wire::BACKEND_KPROBE) {
        std::string events = tracefs() + "/kprobe_events";
        if (access(events.c_str(), W_OK)) throw_backend_refused(hooking.backend, "looking for " + events, errno);
    }
    if (hooking.backend == wire::BACKEND_FENTRY && !hooking.btf.empty())
        throw Error(ErrorKind::Backend,
                    "backend fentry is refused here: it needs the kernel's own BTF, which --btf "
                    "replaces; use --backend auto");
}

void throw_backend_refused(Backend backend, const std::string& what, int errnum, const std::string& log) {
    std::string message =
        "backend " + std::string(backend_name(backend)) + " is refused here: " + what + ": " + errno_text(errnum);
    if (backend == wire::BACKEND_KPROBE && (errnum == ENOENT || errnum == ENODEV || errnum == EOPNOTSUPP))
        message += " (the kernel is built without kprobes: CONFIG_KPROBE_EVENTS)";
    else if (backend == wire::BACKEND_FENTRY && errnum == EPERM)
        message += " (a security module or lockdown forbids fentry programs)";
    else if (backend == wire::BACKEND_FENTRY && errnum == kernel_enotsupp)
        message += " (on this architecture the kernel can't attach programs to functions yet)";
    message += "; use --backend auto";
    if (!log.empty()) message += "; the verifier's last lines:\n" + log;
    throw Error(ErrorKind::Backend, message, errnum);
}

}  // namespace traceleft
