// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>
#include <traceleft/stack.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "mapping_records.h"
#include "measure.h"
#include "process_images.h"
#include "process_symbols.h"
#include "unique_fd.h"

namespace traceleft {

/// A stack that a measure's key has.
struct NamedStack {
    std::vector<NamedFrame> frames;  ///< the leaf first
    bool is_cut = false;             ///< it has more
    bool lacks_python = false;       ///< it is of an interpreter whose frames were not found
};

/// Names the frames of a measure's stacks. From its construction on, a thread of its own takes note of what processes
/// map, so that those that have exited when somebody looks have their names, too; and tells the measure's programs of
/// the interpreters among them.
class MeasuredStacks {
public:
    /// `measure`: is not attached yet, and outlives this. `pids`: the processes it is for, beside those that come;
    /// empty: all. Throws Error::os.
    MeasuredStacks(const Measure& measure, const std::vector<pid_t>& pids);
    ~MeasuredStacks();
    MeasuredStacks(const MeasuredStacks&) = delete;
    MeasuredStacks& operator=(const MeasuredStacks&) = delete;

    /// The stack of that number; nullopt where the map has none. It is the kernel's where `kernel`.
    std::optional<NamedStack> find(std::uint64_t number, bool kernel);
    /// Records of mapped files that were lost: functions may lack their names.
    std::uint64_t lost();

private:
    void run();
    void note();
    void note(const MappingRecord& record);
    void look_at(std::uint32_t pid);
    void look_for_python(std::uint32_t pid, const CodeMapping& mapping);
    std::vector<NamedFrame> kernel_frames(const wire::stack& stack);
    std::vector<NamedFrame> user_frames(const wire::stack& stack);
    std::optional<NamedFrame> python_frame(std::uint64_t code) const;
    bool lacks_python(const wire::stack& stack);
    bool is_interpreter(const wire::stack& stack, std::uint64_t address);

    const Measure& measure_;
    const unsigned generation_;
    std::mutex mutex_;                       ///< of all that follows but the thread
    std::optional<MappingRecords> records_;  ///< none where there are no stacks of user space
    ProcessImages images_;
    ProcessSymbols symbols_{images_};
    UniqueFd stopping_;
    std::thread thread_;
};

}  // namespace traceleft
