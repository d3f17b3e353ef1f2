// SPDX-License-Identifier: MIT
#include "stack_names.h"

#include <bpf/bpf.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <sstream>
#include <utility>

#include "at_fork.h"
#include "error.h"
#include "file_content.h"
#include "python_interpreter.h"

namespace traceleft {

namespace {

constexpr int look_again = 1000;  // ms

std::string maps_of(std::uint32_t pid) { return file_content("/proc/" + std::to_string(pid) + "/maps"); }

// Where its stack began when it executed its program, as mm_struct.start_stack has it; 0: unknown.
std::uint64_t image_of(std::uint32_t pid) {
    constexpr int fields = 28 - 2;  // proc_pid_stat(5): startstack, counted behind the name
    std::string line = file_content("/proc/" + std::to_string(pid) + "/stat");
    std::istringstream behind(line.substr(std::min(line.rfind(')') + 1, line.size())));
    std::string field;
    for (int i = 0; i < fields; i++) behind >> field;
    std::uint64_t image = 0;
    std::from_chars(field.data(), field.data() + field.size(), image);
    return image;
}

std::vector<std::uint32_t> all_processes() {
    std::vector<std::uint32_t> all;
    std::error_code failed;
    for (const auto& each : std::filesystem::directory_iterator("/proc", failed)) {
        std::string name = each.path().filename();
        std::uint32_t pid = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), pid).ptr == name.data() + name.size())
            all.push_back(pid);
    }
    return all;
}

bool begins_with_any(const NamedFrame& frame, const auto& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const char* beginning) { return frame.function.starts_with(beginning); });
}

// Above the frames that an event has to do with lie those of its hook; under raw_tp and fentry those of our own program
// first. Its name is not looked at: while others load programs /proc/kallsyms lacks some.
void drop_hook(std::vector<NamedFrame>& frames, bool sampled) {
    static constexpr std::array hooks{"__traceiter_", "perf_trace_", "trace_call_bpf", "perf_call_bpf"};
    static constexpr std::array programs{"bpf_", "__bpf_", "___bpf_"};
    if (frames.empty()) return;
    const std::string& leaf = frames.front().function;
    bool is_ours = leaf == "[unknown]" || (leaf.starts_with("bpf_prog_") && !sampled);
    auto behind = std::find_if_not(frames.begin(), frames.end(), [&](const NamedFrame& frame) {
        bool has_no_name = frame.function == "[unknown]";  // net.core.bpf_jit_kallsyms is 0
        return has_no_name || begins_with_any(frame, hooks) || (is_ours && begins_with_any(frame, programs));
    });
    frames.erase(frames.begin(), behind);
}

// One alone of several frames without a file in a row: a chain that leads astray has many.
std::vector<NamedFrame> known_or_first(std::vector<NamedFrame> frames) {
    auto is_astray = [](const NamedFrame& frame) { return frame.function == "[unknown]" && frame.file.empty(); };
    auto both = [&](const NamedFrame& one, const NamedFrame& next) { return is_astray(one) && is_astray(next); };
    frames.erase(std::unique(frames.begin(), frames.end(), both), frames.end());
    return frames;
}

// The text of a str of Python's, as UTF-8.
std::string decoded(const wire::python_text& text, const std::uint8_t* bytes) {
    constexpr unsigned kind_shift = 2, kind_mask = 7;
    const std::size_t width = text.state >> kind_shift & kind_mask;
    std::string all;
    if (!width) return all;
    for (std::size_t i = 0; i + width <= text.size; i += width) {
        std::uint32_t letter = 0;
        for (std::size_t j = 0; j < width && j < sizeof(letter); j++) letter |= std::uint32_t{bytes[i + j]} << 8 * j;
        auto put = [&](std::uint32_t byte) { all += static_cast<char>(byte); };
        if (letter < 0x80) {
            put(letter);
        } else if (letter < 0x800) {
            put(0xc0 | letter >> 6);
            put(0x80 | (letter & 0x3f));
        } else if (letter < 0x10000) {
            put(0xe0 | letter >> 12);
            put(0x80 | (letter >> 6 & 0x3f));
            put(0x80 | (letter & 0x3f));
        } else {
            put(0xf0 | (letter >> 18 & 7));
            put(0x80 | (letter >> 12 & 0x3f));
            put(0x80 | (letter >> 6 & 0x3f));
            put(0x80 | (letter & 0x3f));
        }
    }
    return all;
}

// Whether it is a command that waits to be executed: until then it has our own files, which would fill the tables.
bool is_our_fork(pid_t pid) {
    return pid != getpid() &&
           image_of(static_cast<std::uint32_t>(pid)) == image_of(static_cast<std::uint32_t>(getpid()));
}

}  // namespace

StackNames::StackNames(std::shared_ptr<const StackMaps> maps, const std::vector<pid_t>& pids)
    : maps_(std::move(maps)), generation_(fork_generation()) {
    if (!maps_->choice().user) return;  // the kernel's own functions stay where they are
    records_.emplace();
    tables_.emplace(*maps_);
    {
        NoFork until_kept;
        stopping_ = UniqueFd(eventfd(0, EFD_CLOEXEC));
    }
    if (!stopping_) throw Error::os("make an eventfd", errno);
    for (std::uint32_t pid : pids.empty() ? all_processes() : std::vector<std::uint32_t>(pids.begin(), pids.end()))
        look_at(pid);
    for (pid_t pid : pids)
        if (is_our_fork(pid))
            tables_->expect(static_cast<std::uint32_t>(pid));
        else
            put_tables(static_cast<std::uint32_t>(pid));
    thread_ = std::thread(&StackNames::run, this);
    pthread_setname_np(thread_.native_handle(), "traceleft-maps");
}

StackNames::~StackNames() {
    if (!thread_.joinable()) return;
    if (fork_generation() != generation_) {
        thread_.detach();  // a fork's child has no such thread
        return;
    }
    std::uint64_t one = 1;
    static_cast<void>(!write(stopping_.get(), &one, sizeof(one)));
    thread_.join();
}

void StackNames::run() {
    pollfd stopping{stopping_.get(), POLLIN, 0};
    while (poll(&stopping, 1, 0) == 0) {
        records_->wait(std::array{stopping_.get(), tables_->asked()}, look_again);
        std::lock_guard lock(mutex_);
        note();
    }
}

void StackNames::note() {
    if (!records_) return;
    for (const MappingRecord& each : records_->take()) note(each);
    for (std::uint32_t pid : tables_->take_asked()) {
        if (!images_.knows(pid)) look_at(pid);
        changed_.insert(pid);
    }
    for (std::uint32_t pid : std::exchange(changed_, {})) put_tables(pid);
}

void StackNames::note(const MappingRecord& record) {
    switch (record.is) {
        case MappingRecord::Is::Forked: {
            images_.forked(record.parent, record.pid, record.time);
            wire::python_process python{};
            if (!bpf_map_lookup_elem(maps_->pythons(), &record.parent, &python))
                bpf_map_update_elem(maps_->pythons(), &record.pid, &python, BPF_ANY);
            if (tables_->has(record.parent)) changed_.insert(record.pid);
            return;
        }
        case MappingRecord::Is::Executed:
            images_.executed(record.pid, record.time);
            bpf_map_delete_elem(maps_->pythons(), &record.pid);
            if (tables_->has(record.pid)) tables_->clear(record.pid);
            return;
        case MappingRecord::Is::Exited:
            images_.exited(record.pid);
            bpf_map_delete_elem(maps_->pythons(), &record.pid);
            tables_->forget(record.pid);
            changed_.erase(record.pid);
            return;
        case MappingRecord::Is::Mapped: {
            CodeMapping mapping{record.begin, record.begin + record.size, record.offset, record.time,
                                images_.file({record.path, record.device, record.inode})};
            images_.mapped(record.pid, mapping);
            look_for_python(record.pid, mapping);
            renew_python_image(record.pid);
            if (tables_->has(record.pid)) changed_.insert(record.pid);
        }
    }
}

void StackNames::look_at(std::uint32_t pid) {
    images_.found(pid, maps_of(pid));
    for (const CodeMapping& each : images_.mappings(pid)) look_for_python(pid, each);
}

void StackNames::put_tables(std::uint32_t pid) { tables_->put(pid, image_of(pid), images_.mappings(pid), symbols_); }

void StackNames::look_for_python(std::uint32_t pid, const CodeMapping& mapping) {
    if (!mapping.file->is_file() || !may_be_python(mapping.file->path)) return;
    const ElfFile* file = symbols_.elf(pid, *mapping.file);
    std::optional<wire::python_process> python = file ? find_python(*file, mapping) : std::nullopt;
    if (!python) return;
    python->image = image_of(pid);
    bpf_map_update_elem(maps_->pythons(), &pid, &*python, BPF_ANY);
}

// While the kernel executes a program it maps the file before the stack begins there: what was read then is the last
// image's, or none. The libraries are mapped later.
void StackNames::renew_python_image(std::uint32_t pid) {
    wire::python_process python{};
    if (bpf_map_lookup_elem(maps_->pythons(), &pid, &python)) return;
    std::uint64_t image = image_of(pid);
    if (!image || image == python.image) return;
    python.image = image;
    bpf_map_update_elem(maps_->pythons(), &pid, &python, BPF_ANY);
}

std::uint64_t StackNames::lost() {
    std::lock_guard lock(mutex_);
    return records_ ? records_->lost() : 0;
}

std::uint64_t StackNames::without_tables() {
    std::lock_guard lock(mutex_);
    return tables_ ? tables_->left_out() : 0;
}

std::shared_ptr<const NamedStack> StackNames::find(std::uint64_t number, bool kernel) {
    wire::stack stack{};
    if (bpf_map_lookup_elem(maps_->stacks(), &number, &stack)) return nullptr;
    std::lock_guard lock(mutex_);
    note();
    std::uint32_t flags = stack.flags;
    std::vector<NamedFrame> frames = kernel ? kernel_frames(stack) : user_frames(stack);
    if (!kernel && lacks_python(stack)) flags |= wire::STACK_NO_PYTHON;
    return std::make_shared<const NamedStack>(number, known_or_first(std::move(frames)),
                                              static_cast<std::uint16_t>(flags));
}

std::vector<NamedFrame> StackNames::kernel_frames(const wire::stack& stack) {
    std::vector<NamedFrame> frames;
    for (int i = 0; i < stack.frames; i++) frames.push_back(symbols_.kernel(stack.addresses[i], /*is_call=*/i > 0));
    drop_hook(frames, stack.flags & wire::STACK_SAMPLED);
    return frames;
}

// Python's frames stand in the place of the interpreter's own: what is left of those is above them.
std::vector<NamedFrame> StackNames::user_frames(const wire::stack& stack) {
    std::vector<NamedFrame> frames;
    if (!images_.knows(stack.pid)) look_at(stack.pid);
    bool found_interpreter = false;
    for (int i = 0; i < stack.frames && !found_interpreter; i++) {
        found_interpreter = stack.python && is_interpreter(stack, stack.addresses[i]);
        if (!found_interpreter)
            frames.push_back(symbols_.user(stack.pid, stack.seen, stack.addresses[i], /*is_call=*/i > 0));
    }
    // Without frame pointers there is no way from a library's function to the interpreter: but for itself nothing is
    // sure.
    if (stack.python && !found_interpreter && frames.size() > 1) frames.resize(1);
    for (int i = 0; i < stack.python; i++)
        frames.push_back(python_frame(stack.codes[i]).value_or(NamedFrame{"[unknown Python function]", ""}));
    return frames;
}

// The process ran an interpreter before the kernel's side knew of it.
bool StackNames::lacks_python(const wire::stack& stack) {
    auto is_its = [&](std::uint64_t address) { return is_interpreter(stack, address); };
    return !stack.python && std::any_of(stack.addresses, stack.addresses + stack.frames, is_its);
}

bool StackNames::is_interpreter(const wire::stack& stack, std::uint64_t address) {
    const CodeMapping* mapping = images_.find(stack.pid, stack.seen, address);
    return mapping && may_be_python(mapping->file->path);
}

std::optional<NamedFrame> StackNames::python_frame(std::uint64_t code) const {
    wire::python_code found{};
    if (bpf_map_lookup_elem(maps_->python_codes(), &code, &found)) return std::nullopt;
    NamedFrame frame;
    frame.function = decoded(found.name, found.name_text);
    frame.file = decoded(found.file, found.file_text);
    frame.line = found.line;
    if (frame.function.empty()) return std::nullopt;
    return frame;
}

}  // namespace traceleft
