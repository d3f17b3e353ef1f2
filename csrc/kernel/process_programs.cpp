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

namespace traceleft {

namespace {

constexpr const char* exit_teller = "tell_exited";
constexpr const char* other_hooks[] = {"tell_forked", "tell_executed"};
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
    bool cut = argv.size() > argv_bytes;
    return process.with_argv(std::string_view(argv).substr(0, argv_bytes), cut);
}

}  // namespace

ProcessPrograms::ProcessPrograms(BpfObject hooks, BpfObject look, bool kernel_btf, std::shared_ptr<ProcessTable> table)
    : hooks_(std::move(hooks)), look_(std::move(look)), looks_(kernel_btf), table_(std::move(table)) {
    choose(hooks_, exit_teller);
    for (const char* name : other_hooks) choose(hooks_, name);
    hooks_.load();
    if (!looks_) return;
    choose(look_, look_program);
    look_.load();
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
}

std::vector<const bpf_program*> ProcessPrograms::hooks() const {
    std::vector<const bpf_program*> all{hooks_.program(exit_teller)};
    for (const char* name : other_hooks) all.push_back(hooks_.program(name));
    return all;
}

void ProcessPrograms::look() const {
    if (!looks_) return;
    UniqueFd link;
    UniqueFd records;
    {
        NoFork until_kept;
        link = UniqueFd(bpf_link_create(bpf_program__fd(look_.program(look_program)), 0, BPF_TRACE_ITER, nullptr));
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
            if (std::optional<Process> process = Process::decode(record)) table_->add(with_argv(*std::move(process)));
            at += size;
        }
        left.erase(0, at);
    }
}

}  // namespace traceleft
