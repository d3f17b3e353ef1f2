// SPDX-License-Identifier: MIT
#include "process.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <iterator>

#include "batch.h"
#include "objects.h"

namespace traceleft {

namespace {

using Version = std::shared_ptr<const Process>;

constexpr std::size_t container_digits = 64;

bool is_before(const Version& process, const ProcessKey& key) { return process->key() < key; }

const Version& nobody() {
    static const Version none;
    return none;
}

std::span<const Version> versions_of(std::span<const Version> all, std::uint64_t pid) {
    auto begin = std::lower_bound(all.begin(), all.end(), ProcessKey{pid, 0, 0}, is_before);
    return {begin, std::lower_bound(begin, all.end(), ProcessKey{pid + 1, 0, 0}, is_before)};
}

// With its exit it takes the place of itself without.
bool replaces(const Process& fresh, const Process& known) { return fresh.exited() && !known.exited(); }

}  // namespace

std::optional<Process> Process::decode(std::span<const std::byte> record) {
    Process process;
    wire::process_record& head = process.head_;
    if (record.size() < sizeof(head) || !is_object(record)) return std::nullopt;
    std::memcpy(&head, record.data(), sizeof(head));
    if (head.object.kind != wire::OBJECT_PROCESS) return std::nullopt;
    std::size_t left = record.size() - sizeof(head);
    for (std::uint16_t* size : {&head.exe, &head.cwd, &head.argv, &head.cgroup}) {
        *size = static_cast<std::uint16_t>(std::min<std::size_t>(*size, left));
        left -= *size;
    }
    head.exe_inside = std::min(head.exe_inside, head.exe);
    head.cwd_inside = std::min(head.cwd_inside, head.cwd);
    std::size_t end = record.size() - left;
    process.record_.assign(record.begin(), record.begin() + static_cast<std::ptrdiff_t>(end));
    process.record_.resize(padded(end));
    process.write_head();
    return process;
}

void Process::write_head() { std::memcpy(record_.data(), &head_, sizeof(head_)); }

Process Process::with_argv(std::string_view argv, std::uint64_t size) const {
    Process known = *this;
    std::size_t begin = sizeof(head_) + head_.exe + head_.cwd;
    std::vector<std::byte> cgroup(record_.begin() + static_cast<std::ptrdiff_t>(begin + head_.argv), record_.end());
    cgroup.resize(head_.cgroup);
    known.record_.resize(begin);
    const auto* bytes = reinterpret_cast<const std::byte*>(argv.data());
    known.record_.insert(known.record_.end(), bytes, bytes + argv.size());
    known.record_.insert(known.record_.end(), cgroup.begin(), cgroup.end());
    known.record_.resize(padded(known.record_.size()));
    known.head_.argv = static_cast<std::uint16_t>(argv.size());
    known.head_.argv_size = size;
    known.head_.object.flags |= wire::PROCESS_ARGV_KNOWN;
    known.write_head();
    return known;
}

Process Process::with_argv_of(const Process& other) const {
    return with_argv(other.strings(std::size_t{other.head_.exe} + other.head_.cwd, other.head_.argv),
                     other.head_.argv_size);
}

Process Process::exited_as(const Process& exit) const {
    Process known = *this;
    known.head_.exit_status = exit.head_.exit_status;
    known.head_.exit_time = exit.head_.exit_time;
    known.head_.object.flags |= wire::PROCESS_EXITED;
    known.write_head();
    return known;
}

bool Process::looks_like(const Process& other) const {
    auto plain = [](const Process& process) {
        std::vector<std::byte> record = process.record_;
        wire::process_record head = process.head_;
        head.object.timestamp = 0;
        head.object.flags &= ~(wire::PROCESS_FORKED | wire::PROCESS_EXECUTED);
        std::memcpy(record.data(), &head, sizeof(head));
        return record;
    };
    return plain(*this) == plain(other);
}

std::string_view Process::strings(std::size_t begin, std::size_t size) const {
    return {reinterpret_cast<const char*>(record_.data()) + sizeof(head_) + begin, size};
}

std::string Process::host_exe() const {
    return head_.exe ? path_of_names(strings(0, head_.exe), has(wire::PROCESS_EXE_CUT)) : "";
}

std::string Process::exe() const {
    bool cut = has(wire::PROCESS_EXE_CUT) && head_.exe_inside == head_.exe;
    return head_.exe ? path_of_names(strings(0, head_.exe_inside), cut) : "";
}

std::string Process::cwd() const {
    bool cut = has(wire::PROCESS_CWD_CUT) && head_.cwd_inside == head_.cwd;
    return has(wire::PROCESS_CWD_KNOWN) ? path_of_names(strings(head_.exe, head_.cwd_inside), cut) : "";
}

std::vector<std::string_view> Process::argv() const {
    std::vector<std::string_view> all;
    std::string_view left = strings(std::size_t{head_.exe} + head_.cwd, head_.argv);
    while (!left.empty()) {
        std::size_t end = std::min(left.find('\0'), left.size());
        all.push_back(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return all;
}

std::string Process::cgroup() const {
    return path_of_names(strings(std::size_t{head_.exe} + head_.cwd + head_.argv, head_.cgroup), false);
}

std::string Process::container_id() const {
    std::string path = cgroup();
    std::string found;
    for (auto at = path.begin(); at != path.end();) {
        auto is_digit = [](char each) { return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f'); };
        auto end = std::find_if_not(at, path.end(), is_digit);
        if (end - at == container_digits) found.assign(at, end);  // the innermost one
        at = end == path.end() ? end : end + 1;
    }
    return found;
}

std::string_view Process::comm() const { return {head_.comm, strnlen(head_.comm, sizeof(head_.comm))}; }

// Documentation/admin-guide/devices.txt.
std::string Process::tty() const {
    std::uint32_t major = head_.tty >> 20;
    std::uint32_t minor = head_.tty & 0xfffff;
    if (!head_.tty) return "";
    if (major == 136) return "pts/" + std::to_string(minor);
    if (major == 4) return minor < 64 ? "tty" + std::to_string(minor) : "ttyS" + std::to_string(minor - 64);
    if (major == 5 && minor == 1) return "console";
    return "char/" + std::to_string(major) + ":" + std::to_string(minor);
}

const Version& version_at(std::span<const Version> versions, std::uint64_t timestamp, std::uint64_t start_time) {
    auto is_later = [](std::uint64_t time, const Version& each) { return time < each->key().timestamp; };
    auto is_meant = [&](const Version& each) { return !start_time || each->key().start_time == start_time; };
    auto later = std::upper_bound(versions.begin(), versions.end(), timestamp, is_later);
    auto newest = std::find_if(std::make_reverse_iterator(later), versions.rend(), is_meant);
    if (newest != versions.rend()) return *newest;
    auto next = std::find_if(later, versions.end(), is_meant);
    return next != versions.end() && (*next)->key().start_time <= timestamp ? *next : nobody();
}

void Processes::add(std::shared_ptr<const Process> process) {
    auto place = std::lower_bound(processes_.begin(), processes_.end(), process->key(), is_before);
    if (place == processes_.end() || (*place)->key() != process->key())
        processes_.insert(place, std::move(process));
    else if (replaces(*process, **place))
        *place = std::move(process);
}

void Processes::add(const Processes& others) {
    std::vector<Version> both;
    both.reserve(processes_.size() + others.processes_.size());
    std::merge(processes_.begin(), processes_.end(), others.processes_.begin(), others.processes_.end(),
               std::back_inserter(both),
               [](const Version& one, const Version& other) { return one->key() < other->key(); });
    processes_.clear();
    for (Version& each : both) {
        if (processes_.empty() || processes_.back()->key() != each->key())
            processes_.push_back(std::move(each));
        else if (replaces(*each, *processes_.back()))
            processes_.back() = std::move(each);
    }
}

const Version& Processes::at(std::uint64_t pid, std::uint64_t timestamp) const {
    return version_at(versions_of(processes_, pid), timestamp);
}

const Version& Processes::parent_of(const Process& child) const {
    const wire::process_record& head = child.head();
    if (!head.ppid) return nobody();
    return version_at(versions_of(processes_, head.ppid), head.object.timestamp, head.parent_start_time);
}

}  // namespace traceleft
