// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <memory>
#include <string>
#include <vector>

#include "batch.h"
#include "process.h"
#include "raw_event.h"

namespace traceleft {

/// Builds the bytes of a process's record as the kernel's side tells it.
struct RawProcess {
    RawProcess(std::uint64_t pid, std::uint64_t start_time, std::uint64_t timestamp) {
        head.object = {OBJECT_MARK, pid, 0, wire::OBJECT_PROCESS, wire::PROCESS_CWD_KNOWN, timestamp};
        head.start_time = start_time;
    }

    RawProcess& parent(std::uint32_t pid, std::uint64_t start_time) {
        head.ppid = pid;
        head.parent_start_time = start_time;
        return *this;
    }

    RawProcess& exited(std::int32_t status, std::uint64_t time) {
        head.object.flags |= wire::PROCESS_EXITED;
        head.exit_status = status;
        head.exit_time = time;
        return *this;
    }

    /// Paths are names, the last one first.
    RawProcess& strings(const std::vector<std::string>& exe, const std::vector<std::string>& cwd,
                        const std::vector<std::string>& argv, const std::vector<std::string>& cgroup) {
        auto joined = [this](const std::vector<std::string>& all) {
            std::string text;
            for (const std::string& each : all) text += each + '\0';
            behind += text;
            return static_cast<std::uint16_t>(text.size());
        };
        behind.clear();
        head.exe = head.exe_inside = joined(exe);
        head.cwd = head.cwd_inside = joined(cwd);
        head.argv_size = head.argv = joined(argv);
        head.cgroup = joined(cgroup);
        head.object.flags |= wire::PROCESS_ARGV_KNOWN;
        return *this;
    }

    std::string bytes() const {
        std::string all(reinterpret_cast<const char*>(&head), sizeof(head));
        all += behind;
        all.resize(padded(all.size()));
        return all;
    }

    Process process() const {
        std::string all = bytes();
        return Process::decode(as_bytes(all)).value();
    }
    std::shared_ptr<const Process> shared() const { return std::make_shared<const Process>(process()); }

    wire::process_record head{};
    std::string behind;
};

}  // namespace traceleft
