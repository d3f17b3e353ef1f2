// SPDX-License-Identifier: MIT
#include "function_hook.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <vector>

#include "at_fork.h"
#include "error.h"
#include "function_symbols.h"
#include "kernel_features.h"
#include "kernel_types.h"
#include "match.h"
#include "open_files.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

// Our programs call them, or the kernel does around each program: a program there would lead to itself.
constexpr const char* own_calls[] = {
    "bpf_*",
    "__bpf_*",
    "*_map_lookup_elem*",
    "*_map_update_elem*",
    "*_map_delete_elem*",
    "htab_*",
    "__htab_*",
    "*bpf_ringbuf*",
    "trace_call_bpf",
    "kprobe_*",
    "kretprobe_*",
    "*rethook*",
    "*ftrace*",
    "*fprobe*",
    "rcu_read_*",
    "__rcu_read_*",
    "migrate_*",
    "preempt_count_*",
    "*_raw_spin_*",
    "*queued_spin_lock_slowpath",
    "ktime_get*",
    "*_from_kernel_nofault*",
    "perf_trace_*",
    "irq_work_*",
    "lockdep_*",
};

// One name a line; empty where the file can't be read. Lines are "NAME", "NAME [MODULE]", or "BEGIN-END\tNAME".
std::set<std::string> names_in(const std::string& path) {
    std::set<std::string> names;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::size_t tab = line.find('\t');
        std::string name = tab == std::string::npos || line.rfind("0x", 0) ? line : line.substr(tab + 1);
        names.insert(name.substr(0, name.find_first_of(" \t")));
    }
    return names;
}

bool leads_to_itself(const std::string& function) {
    static const std::vector<std::shared_ptr<const ask::Pattern>> patterns = [] {
        std::vector<std::shared_ptr<const ask::Pattern>> all;
        for (const char* each : own_calls) all.push_back(ask::compile_glob(each));
        return all;
    }();
    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& each) { return each->matches(function); });
}

const std::set<std::string>& forbidden() {
    static const std::set<std::string> names = names_in("/sys/kernel/debug/kprobes/blacklist");
    return names;
}

// Empty where the kernel has no such list.
const std::set<std::string>& traced() {
    static const std::set<std::string> names = names_in(tracefs() + "/available_filter_functions");
    return names;
}

[[noreturn]] void refuse(const std::string& function, const std::string& why) {
    throw Error(ErrorKind::Handler, "func:" + function + " can't be traced: " + why);
}

const bpf_insn nothing[] = {
    {.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0, .src_reg = 0, .off = 0, .imm = 0},
    {.code = BPF_JMP | BPF_EXIT, .dst_reg = 0, .src_reg = 0, .off = 0, .imm = 0}};

// A program that does nothing; empty, with errno, where the kernel refuses it.
UniqueFd load_trial(bpf_prog_type type, bpf_attach_type attach_type, __u32 btf_id = 0) {
    bpf_prog_load_opts options{};
    options.sz = sizeof(options);
    options.expected_attach_type = attach_type;
    options.attach_btf_id = btf_id;
    reserve_open_files(2);
    return UniqueFd(bpf_prog_load(type, "hook_trial", "GPL", nothing, std::size(nothing), &options));
}

/// The reason why no program can be given to this function by fentry; empty where it can.
std::string fentry_refusal(const std::string& function) {
    LibbpfLog log;
    int id = libbpf_find_vmlinux_btf_id(function.c_str(), BPF_TRACE_FENTRY);
    if (id <= 0) return "";  // a module's: libbpf finds it when the program is loaded
    NoFork until_closed;
    UniqueFd program = load_trial(BPF_PROG_TYPE_TRACING, BPF_TRACE_FENTRY, static_cast<__u32>(id));
    int error = program ? 0 : errno;
    static std::atomic<bool> could_attach = false;  // to try it takes long
    if (program && !could_attach) {
        UniqueFd link(bpf_raw_tracepoint_open(nullptr, program.get()));
        if (!link) error = errno;
        could_attach = !error;
    }
    if (!error) return "";
    return "fentry is refused (" + errno_text(error) +
           (error == EPERM ? ": a security module or lockdown forbids it)" : ")");
}

std::string kprobe_refusal() {
    std::string events = tracefs() + "/kprobe_events";
    if (access(events.c_str(), W_OK) == 0) return "";
    return errno == ENOENT ? "the kernel is built without kprobes (CONFIG_KPROBE_EVENTS)"
                           : "kprobes are refused (" + events + ": " + errno_text(errno) + ")";
}

}  // namespace

std::vector<std::string> hookable_functions_of_kernel() {
    std::vector<std::string> all = KernelTypes::of_kernel().functions();
    std::erase_if(all, [](const std::string& name) {
        return leads_to_itself(name) || forbidden().count(name) || (!traced().empty() && !traced().count(name)) ||
               FunctionSymbols::of_kernel().find(name).count > 1;
    });
    return all;
}

void require_hookable_function(const std::string& function) {
    if (leads_to_itself(function))
        refuse(function, "traceleft's own programs lead to it, so that each event would cause the next");
    if (forbidden().count(function)) refuse(function, "the kernel forbids it (/sys/kernel/debug/kprobes/blacklist)");
    if (!traced().empty() && !traced().count(function))
        refuse(function, "the kernel marks it notrace, or has it as a part of its callers (" + tracefs() +
                             "/available_filter_functions lacks it)");
    if (std::uint32_t count = FunctionSymbols::of_kernel().find(function).count; count > 1)
        refuse(function, std::to_string(count) + " functions of this kernel are called that");
}

std::string kprobe_place(const std::string& function) {
    std::uint64_t address = FunctionSymbols::of_kernel().find(function).address;
    if (!address) return function;
    char text[2 + 16 + 1];
    std::snprintf(text, sizeof(text), "0x%llx", static_cast<unsigned long long>(address));
    return text;
}

void set_many_functions_type(bpf_program* program) {
    bpf_program__set_type(program, BPF_PROG_TYPE_KPROBE);
    bpf_program__set_expected_attach_type(program, BPF_TRACE_KPROBE_MULTI);
}

UniqueFd attach_many_functions(int program, const std::vector<std::string>& functions, Side side) {
    std::vector<const char*> symbols;
    std::vector<__u64> cookies;
    for (const std::string& each : functions) {
        cookies.push_back(symbols.size());
        symbols.push_back(each.c_str());
    }
    bpf_link_create_opts options{};
    options.sz = sizeof(options);
    options.kprobe_multi.flags = side == Side::exit ? BPF_F_KPROBE_MULTI_RETURN : 0;
    options.kprobe_multi.cnt = static_cast<__u32>(symbols.size());
    options.kprobe_multi.syms = symbols.data();
    options.kprobe_multi.cookies = cookies.data();
    NoFork until_kept;
    UniqueFd link(bpf_link_create(program, 0, BPF_TRACE_KPROBE_MULTI, &options));
    if (link) return link;
    throw Error(ErrorKind::Handler,
                "can't attach to " + std::to_string(functions.size()) + " functions at once: " + errno_text(errno) +
                    "; name fewer of them",
                errno);
}

std::string many_functions_refusal(const std::string& function) {
    UniqueFd program = load_trial(BPF_PROG_TYPE_KPROBE, BPF_TRACE_KPROBE_MULTI);
    int error = program ? 0 : errno;
    try {
        if (program) attach_many_functions(program.get(), {function}, Side::entry);
    } catch (const Error& refused) {
        error = refused.errnum;
    }
    if (!error) return "";
    return "this kernel can't attach a program to many functions at once (kprobe.multi, Linux 5.18, CONFIG_FPROBE): " +
           errno_text(error);
}

Hooking FunctionHooks::of(const SyscallInfo& function) {
    std::lock_guard lock(mutex_);
    Hooking hooking = hooking_;
    if (auto known = chosen_.find(function.symbol); known != chosen_.end()) {
        hooking.backend = known->second;
        return hooking;
    }
    require_hookable_function(function.symbol);
    std::string refusals;
    std::vector<Backend> order = {wire::BACKEND_FENTRY, wire::BACKEND_KPROBE};
    if (hooking_.backend == wire::BACKEND_KPROBE) std::reverse(order.begin(), order.end());
    for (Backend backend : order) {
        bool by_fentry = backend == wire::BACKEND_FENTRY;
        std::string refusal = !by_fentry             ? kprobe_refusal()
                              : hooking_.btf.empty() ? fentry_refusal(function.symbol)
                                                     : "fentry needs the kernel's own BTF, which --btf replaces";
        if (!refusal.empty()) {
            refusals += (refusals.empty() ? "" : ", and ") + refusal;
            continue;
        }
        hooking.backend = chosen_[function.symbol] = backend;
        return hooking;
    }
    refuse(function.symbol, refusals);
}

}  // namespace traceleft
