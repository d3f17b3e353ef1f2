#include "backend.h"

#include <unistd.h>

#include <cerrno>

#include "error.h"
#include "kernel_features.h"

namespace traceleft {

namespace {

constexpr std::string_view names[] = {"raw_tp", "tracepoint", "fentry", "kprobe"};

std::string function_of(const SyscallInfo& syscall) { return std::string(syscall_symbol_prefix) + syscall.symbol; }

std::string tracepoint_of(Side side, const SyscallInfo& syscall) {
    return (side == Side::entry ? "sys_enter_" : "sys_exit_") + syscall.tracepoint;
}

}  // namespace

std::string_view backend_name(Backend backend) { return names[backend]; }

Backend parse_backend(std::string_view name) {
    for (Backend backend : backends())
        if (name == backend_name(backend)) return backend;
    throw Error(ErrorKind::Usage,
                "unknown backend '" + std::string(name) + "'; choose auto, raw_tp, tracepoint, fentry or kprobe");
}

const std::vector<Backend>& backends() {
    static const std::vector<Backend> order = {wire::BACKEND_RAW_TP, wire::BACKEND_FENTRY, wire::BACKEND_TRACEPOINT,
                                               wire::BACKEND_KPROBE};
    return order;
}

void set_program_type(bpf_program* program, Backend backend, Side side, const SyscallInfo& syscall) {
    bool entry = side == Side::entry;
    int error = 0;
    switch (backend) {
        case wire::BACKEND_RAW_TP:
            bpf_program__set_type(program, BPF_PROG_TYPE_TRACING);
            bpf_program__set_expected_attach_type(program, BPF_TRACE_RAW_TP);
            error = bpf_program__set_attach_target(program, 0, entry ? "sys_enter" : "sys_exit");
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
    if (error) throw_backend_refused(backend, "finding the kernel function of " + syscall.name, -error);
}

Link attach_probe(bpf_program* probe, Backend backend, Side side, const SyscallInfo& syscall) {
    LibbpfLog log;
    Link link;
    switch (backend) {
        case wire::BACKEND_RAW_TP:
            break;
        case wire::BACKEND_FENTRY:
            link.reset(bpf_program__attach_trace(probe));
            break;
        case wire::BACKEND_TRACEPOINT:
            link.reset(bpf_program__attach_tracepoint(probe, "syscalls", tracepoint_of(side, syscall).c_str()));
            break;
        case wire::BACKEND_KPROBE:
            link.reset(bpf_program__attach_kprobe(probe, side == Side::exit, function_of(syscall).c_str()));
            break;
    }
    if (!link) throw_backend_refused(backend, "attaching to " + syscall.name, errno);
    return link;
}

std::string missing_hook(Backend backend, const SyscallInfo& syscall) {
    switch (backend) {
        case wire::BACKEND_RAW_TP:
            return "";  // it dispatches by number: a call that the kernel lacks just never succeeds
        case wire::BACKEND_TRACEPOINT:
            if (syscall.tracepoint.empty()) return "no kernel has a tracepoint for it";
            if (has_tracepoint("syscalls/" + tracepoint_of(Side::exit, syscall))) return "";
            return "it has no tracepoint syscalls/" + tracepoint_of(Side::exit, syscall);
        default:
            if (has_function(function_of(syscall))) return "";
            return "it has no function " + function_of(syscall);
    }
}

void require_backend(Backend backend) {
    // libbpf attaches kprobes through this perf event source (Linux 4.17, e12f03d7031a).
    if (backend == wire::BACKEND_KPROBE && access("/sys/bus/event_source/devices/kprobe/type", F_OK))
        throw_backend_refused(backend, "looking for /sys/bus/event_source/devices/kprobe", errno);
    if (backend == wire::BACKEND_TRACEPOINT) tracefs();
}

void throw_backend_refused(Backend backend, const std::string& what, int errnum, const std::string& log) {
    std::string message =
        "backend " + std::string(backend_name(backend)) + " is refused here: " + what + ": " + errno_text(errnum);
    if (backend == wire::BACKEND_KPROBE && (errnum == ENOENT || errnum == ENODEV || errnum == EOPNOTSUPP))
        message += " (the kernel is built without kprobes: CONFIG_KPROBE_EVENTS)";
    else if (backend == wire::BACKEND_FENTRY && errnum == EPERM)
        message += " (a security module or lockdown forbids fentry programs)";
    message += "; use --backend auto";
    if (!log.empty()) message += "; the verifier's last lines:\n" + log;
    throw Error(ErrorKind::Backend, message, errnum);
}

}  // namespace traceleft
