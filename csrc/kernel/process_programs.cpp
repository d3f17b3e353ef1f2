// SPDX-License-Identifier: MIT
#include "process_programs.h"

#include <bpf/bpf.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "at_fork.h"
#include "error.h"
#include "kernel_features.h"

namespace traceleft {

namespace {

constexpr const char* exit_teller = "tell_exited";
constexpr const char* other_hooks[] = {"tell_forked", "tell_executed"};
constexpr const char* move_teller = "tell_moved";
constexpr const char* change_teller = "tell_changed";     // called by root_exit
constexpr const char* call_teller = "tell_changed_call";  // at a tracepoint
constexpr const char* maps_behind[] = {"changing_progs", "compat_changing"};
constexpr const char* look_program = "look_at_task";
constexpr std::size_t argv_bytes = 4096;  // as processes.bpf.c has it: ARGV_BYTES

bpf_program* choose(const BpfObject& object, const char* name) {
    bpf_program* program = object.program(name);
    if (!program) throw Error::os("find " + std::string(name), ENOENT, object.path());
    bpf_program__set_autoload(program, true);
    return program;
}

// The kernel gives a process's record whole, or not at all.
std::size_t read_some(int fd, char* bytes, std::size_t size) {
    for (;;) {
        ssize_t got = read(fd, bytes, size);
        if (got >= 0) return got;
        if (errno != EINTR && errno != EAGAIN) throw Error::os("look at the processes", errno);
    }
}

std::string read_file(const std::string& path, std::size_t most) {
    UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text(most, '\0');
    std::size_t size = 0;
    while (file && size < most) {
        ssize_t got = read(file.get(), text.data() + size, most - size);
        if (got <= 0) break;
        size += got;
    }
    text.resize(size);
    return text;
}

// In clock ticks since the machine was started; 0: unknown. The second field may have any characters.
std::uint64_t started(const std::string& stat) {
    constexpr int fields_between = 20;  // from the third to the 22nd: proc_pid_stat(5)
    std::size_t at = stat.rfind(')');
    for (int i = 0; at != std::string::npos && i < fields_between; i++) at = stat.find(' ', at + 1);
    return at == std::string::npos ? 0 : std::strtoull(stat.c_str() + at, nullptr, 10);
}

// Its arguments, which only /proc tells. In another pid namespace its number is another process's there: the start time
// is looked at.
Process with_argv(Process process) {
    const std::string directory = "/proc/" + std::to_string(process.pid());
    const std::uint64_t tick = 1'000'000'000 / sysconf(_SC_CLK_TCK);
    std::string argv = read_file(directory + "/cmdline", argv_bytes + 1);
    if (started(read_file(directory + "/stat", 1024)) != process.head().start_boottime / tick) return process;
    return process.with_argv(std::string_view(argv).substr(0, argv_bytes), argv.size());
}

}  // namespace

ProcessPrograms::ProcessPrograms(const std::function<BpfObject()>& open, Hooking hooking,
                                 std::vector<SyscallInfo> calls, std::shared_ptr<ProcessTable> table, bool argv)
    : hooking_(std::move(hooking)),
      by_root_(hooking_.backend == wire::BACKEND_RAW_TP),
      calls_(std::move(calls)),
      hooks_(load_hooks(open)),
      table_(std::move(table)),
      argv_(argv) {
    for (const SyscallInfo& call : calls_) numbers_.emplace(call.compat, call.nr);
    if (!hooking_.btf.empty()) return;
    look_.emplace(open());
    choose(*look_, look_program);
    look_->load();
}

BpfObject ProcessPrograms::load_hooks(const std::function<BpfObject()>& open) {
    BpfObject hooks = open();
    choose(hooks, exit_teller);
    choose(hooks, move_teller);
    bpf_map__set_autocreate(hooks.map("changes"), true);
    for (const char* name : other_hooks) choose(hooks, name);
    if (by_root_) {
        set_program_type(hooks, choose(hooks, change_teller), hooking_, Side::exit, {});
        for (const char* name : maps_behind) bpf_map__set_autocreate(hooks.map(name), true);
    } else {
        choose(hooks, call_teller);
    }
    try {
        hooks.load();
    } catch (const Error&) {
        if (!by_root_) throw;
        // Before Linux 6.0 arm64 refuses tail calls in programs with functions (d4609a5d8c70).
        by_root_ = false;
        return load_hooks(open);
    }
    return hooks;
}

void ProcessPrograms::stand_before_probes(bool compat, int probes) const {
    int fd = bpf_program__fd(hooks_.program(change_teller));
    for (const auto& [of_compat, nr] : numbers_)
        if (of_compat == compat && bpf_map_update_elem(probes, &nr, &fd, BPF_ANY))
            throw Error::os("enter a program that tells of processes", errno, change_teller);
}

int ProcessPrograms::probes_behind(bool compat, std::uint32_t nr) const {
    return by_root_ && numbers_.count({compat, nr}) ? map_fd(hooks_.map(maps_behind[compat])) : -1;
}

void ProcessPrograms::attach_to_calls() {
    for (const SyscallInfo& call : calls_) {
        std::string tracepoint = "syscalls/sys_exit_" + call.tracepoint;
        if (!call.compat && has_tracepoint(tracepoint))
            at_calls_.push_back(attach_tracepoint(bpf_program__fd(hooks_.program(call_teller)), tracepoint));
    }
}

void ProcessPrograms::attach(const char* name) {
    const bpf_program* program = hooks_.program(name);
    std::string_view section = bpf_program__section_name(program);
    NoFork until_kept;
    UniqueFd link(bpf_raw_tracepoint_open(section.substr(section.find('/') + 1).data(), bpf_program__fd(program)));
    if (!link) throw Error::os("attach a program that tells of processes", errno, name);
    links_.push_back(std::move(link));
}

void ProcessPrograms::attach_ahead() { attach(exit_teller); }

void ProcessPrograms::attach_behind() {
    for (const char* name : other_hooks) attach(name);
    attach(move_teller);
    if (!by_root_) attach_to_calls();
}

std::vector<const bpf_program*> ProcessPrograms::hooks() const {
    std::vector<const bpf_program*> all{hooks_.program(exit_teller)};
    for (const char* name : other_hooks) all.push_back(hooks_.program(name));
    all.push_back(hooks_.program(move_teller));
    if (!by_root_) all.push_back(hooks_.program(call_teller));
    return all;
}

void ProcessPrograms::look() const {
    if (!look_) return;
    UniqueFd link;
    UniqueFd records;
    {
        NoFork until_kept;
        link = UniqueFd(bpf_link_create(bpf_program__fd(look_->program(look_program)), 0, BPF_TRACE_ITER, nullptr));
        if (link) records = UniqueFd(bpf_iter_create(link.get()));
    }
    if (!records) throw Error::os("look at the processes", errno);
    std::vector<char> bytes(64 * 1024);
    std::string left;
    while (std::size_t got = read_some(records.get(), bytes.data(), bytes.size())) {
        left.append(bytes.data(), got);
        std::size_t at = 0;
        wire::process_record head;
        while (left.size() - at >= sizeof(head)) {
            std::memcpy(&head, left.data() + at, sizeof(head));
            std::size_t size = padded(sizeof(head) + head.exe + head.cwd + head.argv + head.cgroup);
            if (left.size() - at < size) break;
            std::span record(reinterpret_cast<const std::byte*>(left.data()) + at, size);
            std::optional<Process> process = Process::decode(record);
            if (process) table_->add(argv_ ? with_argv(*std::move(process)) : *std::move(process));
            at += size;
        }
        left.erase(0, at);
    }
}

}  // namespace traceleft
