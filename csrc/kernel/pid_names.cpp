// SPDX-License-Identifier: MIT
#include "pid_names.h"

#include <fcntl.h>
#include <linux/nsfs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "kernel_features.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

// A look at all of /proc takes some 15 us a process: it may take this part of the reader's time.
constexpr int look_share = 10;

std::uint64_t key_of(std::uint32_t pid_namespace, std::uint32_t number) {
    return std::uint64_t{pid_namespace} << 32 | number;
}

/// A process's, thread's or group's numbers, from the initial pid namespace to the innermost.
using Numbers = std::vector<std::uint32_t>;

/// What /proc/PID/status has of a task.
struct TaskIds {
    Numbers task, group, session;
    std::string comm;
};

TaskIds task_ids(const std::string& directory) {
    TaskIds ids;
    std::ifstream status(directory + "/status");
    for (std::string line; std::getline(status, line);) {
        std::istringstream rest(line.substr(std::min(line.find(':') + 1, line.size())));
        Numbers* numbers = nullptr;
        if (line.starts_with("Name:"))
            ids.comm = line.substr(std::min<std::size_t>(6, line.size()));
        else if (line.starts_with("NSpid:"))
            numbers = &ids.task;
        else if (line.starts_with("NSpgid:"))
            numbers = &ids.group;
        else if (line.starts_with("NSsid:"))
            numbers = &ids.session;
        if (numbers) *numbers = Numbers(std::istream_iterator<std::uint32_t>(rest), {});
    }
    return ids;
}

/// A process's pid namespaces, from the child of the initial one to the innermost: `levels` of them; empty where they
/// can't be had.
std::vector<std::uint32_t> namespaces_of(const std::string& directory, std::size_t levels) {
    std::vector<std::uint32_t> all;
    UniqueFd file(open((directory + "/ns/pid").c_str(), O_RDONLY | O_CLOEXEC));
    for (; file && levels; levels--) {
        struct stat info;
        if (fstat(file.get(), &info)) return {};
        all.insert(all.begin(), static_cast<std::uint32_t>(info.st_ino));
        if (levels > 1) file = UniqueFd(ioctl(file.get(), NS_GET_PARENT));
    }
    return levels ? std::vector<std::uint32_t>() : all;
}

template <typename Function>
void for_each_number_in(const std::string& directory, Function&& function) {
    std::error_code gone;
    for (std::filesystem::directory_iterator each(directory, gone), end; !gone && each != end; each.increment(gone)) {
        std::string name = each->path().filename();
        if (name.find_first_not_of("0123456789") == std::string::npos) function(each->path().string());
    }
}

}  // namespace

PidNames::PidNames(std::shared_ptr<const EventSchema> schema, PidNamesOptions options)
    : schema_(std::move(schema)), options_(options), has_proc_(in_initial_pid_namespace()), now_(Clock::now()) {}

void PidNames::learn(std::uint32_t pid_namespace, std::uint32_t number, std::uint32_t pid, std::string_view comm) {
    if (!pid_namespace || !number || !pid) return;
    if (entries_.size() >= options_.remembered) entries_.clear();
    Entry& entry = entries_[key_of(pid_namespace, number)];
    if (entry.pid != pid) entry = {.pid = pid};
    entry.seen = now_;
    if (!entry.comm[0]) set_comm(entry, comm);
}

void PidNames::set_comm(Entry& entry, std::string_view comm) {
    std::memset(entry.comm, 0, sizeof(entry.comm));
    comm.copy(entry.comm, sizeof(entry.comm) - 1);
}

void PidNames::learn(const Process& process) {
    const wire::process_record& head = process.head();
    if (head.pid_namespace == initial_pid_namespace || process.exited()) return;
    learn(head.pid_namespace, head.ns_pid, static_cast<std::uint32_t>(process.pid()), process.comm());
}

void PidNames::learn(const wire::event_header& header) {
    if (header.pid_namespace == initial_pid_namespace) return;
    learn(header.pid_namespace, header.ns_pid, static_cast<std::uint32_t>(header.pid));
    learn(header.pid_namespace, header.ns_tid, header.tid, {header.comm, strnlen(header.comm, sizeof(header.comm))});
}

// A thread has the name of its last event, or else of the first that comes.
void PidNames::rename(const EventView& caller) {
    auto found = entries_.find(key_of(caller.header().pid_namespace, caller.header().ns_tid));
    if (found != entries_.end()) set_comm(found->second, caller.comm());
}

bool PidNames::may_name(const EventView& event) {
    if (event.foreign() || !event.schema() || !event.header().pid_namespace) return false;
    if (event.header().pid_namespace == initial_pid_namespace && !options_.comms) return false;
    auto [found, is_new] = may_name_.try_emplace(event.schema());
    if (is_new) found->second = may_name_pids(*event.schema());
    return found->second;
}

std::shared_ptr<Batch> PidNames::name(std::shared_ptr<Batch> batch) {
    now_ = Clock::now();
    std::vector<std::vector<wire::named_pid>> all(batch->size());
    for (std::size_t i = 0; i < batch->size(); i++)
        if (std::optional<EventView> event = batch->view(i, *schema_); event && !event->foreign())
            learn(event->header());
    bool any = false;
    for (std::size_t i = 0; i < batch->size(); i++) {
        std::optional<EventView> event = batch->view(i, *schema_);
        if (!event || event->foreign()) continue;
        if (options_.comms) rename(*event);
        if (!may_name(*event)) continue;
        all[i] = named(*event);
        any |= !all[i].empty();
    }
    if (!any) return batch;
    auto with_names = std::make_shared<Batch>(batch->clock());
    with_names->reserve(batch->bytes());
    for (std::size_t i = 0; i < batch->size(); i++) {
        std::span<const std::byte> event = batch->event(i);
        with_names->append(event.data(), event.size());
        if (!all[i].empty()) with_names->extend_last(named_pids_bytes(all[i]), wire::EVENT_PIDS);
    }
    with_names->set_objects(batch->objects());
    return with_names;
}

std::vector<wire::named_pid> PidNames::named(const EventView& event) {
    const wire::event_header& header = event.header();
    std::vector<wire::named_pid> all;
    // What wait4 tells of is gone by then; the kernel tells a failed call's caller that nobody has the number.
    bool or_gone = event.returned() && !event_errno(event);
    for (std::uint32_t number : pid_numbers(event, *schema_)) {
        const Entry* entry = find(header.pid_namespace, number, or_gone);
        if (!entry) continue;
        wire::named_pid named{.number = number, .pid = entry->pid, .comm = {}};
        if (options_.comms) std::memcpy(named.comm, entry->comm, sizeof(named.comm));
        all.push_back(named);
    }
    return all;
}

const PidNames::Entry* PidNames::find(std::uint32_t pid_namespace, std::uint32_t number, bool or_gone) {
    bool initial = pid_namespace == initial_pid_namespace;
    auto found = entries_.find(key_of(pid_namespace, number));
    if (found == entries_.end() && initial) {
        Entry entry{.pid = number};
        if (!look_at(entry, pid_namespace, number)) return nullptr;
        learn(pid_namespace, number, number, entry.comm);
        return &entries_[key_of(pid_namespace, number)];
    }
    if (found != entries_.end()) {
        Entry& entry = found->second;
        bool fresh = or_gone && now_ - entry.seen < options_.life && (!options_.comms || entry.comm[0]);
        if (fresh || look_at(entry, pid_namespace, number)) return &entry;
    }
    if (initial || !has_proc_) return found != entries_.end() && or_gone ? &found->second : nullptr;
    look_at_all();
    found = entries_.find(key_of(pid_namespace, number));
    if (found == entries_.end()) return nullptr;
    return or_gone || found->second.seen == now_ ? &found->second : nullptr;
}

// Whether the process still has the number; where it has, its name is taken, which execve changes.
bool PidNames::look_at(Entry& entry, std::uint32_t pid_namespace, std::uint32_t number) {
    if (!has_proc_) return now_ - entry.seen < options_.life;
    TaskIds ids = task_ids("/proc/" + std::to_string(entry.pid));
    bool initial = pid_namespace == initial_pid_namespace;
    auto begin = ids.task.begin() + (initial || ids.task.empty() ? 0 : 1);
    if (std::find(begin, ids.task.end(), number) == ids.task.end()) return false;
    entry.seen = now_;
    set_comm(entry, ids.comm);
    return true;
}

void PidNames::look_at_all() {
    Clock::time_point begin = Clock::now();
    if (begin < look_again_) return;
    for_each_number_in("/proc", [&](const std::string& process) {
        TaskIds ids = task_ids(process);
        if (ids.task.size() < 2) return;
        std::vector<std::uint32_t> namespaces = namespaces_of(process, ids.task.size() - 1);
        for_each_number_in(process + "/task", [&](const std::string& task) { look_at_task(task, namespaces); });
    });
    Clock::time_point end = Clock::now();
    look_again_ = end + (end - begin) * look_share;
}

void PidNames::look_at_task(const std::string& directory, const std::vector<std::uint32_t>& namespaces) {
    TaskIds ids = task_ids(directory);
    for (const auto* numbers : {&ids.session, &ids.group, &ids.task}) {
        if (numbers->size() != namespaces.size() + 1) continue;
        for (std::size_t i = 0; i < namespaces.size(); i++)
            learn(namespaces[i], (*numbers)[i + 1], numbers->front(),
                  numbers == &ids.task ? std::string_view(ids.comm) : std::string_view());
    }
}

}  // namespace traceleft
