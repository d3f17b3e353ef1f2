// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>
#include <traceleft/stack.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "mapping_records.h"
#include "named_stack.h"
#include "process_images.h"
#include "process_symbols.h"
#include "stack_maps.h"
#include "unique_fd.h"
#include "unwind_tables.h"

namespace traceleft {

/// Names the frames of stacks that the kernel's side has taken. From its construction on, a thread of its own takes
/// note of what processes map, so that those that have exited when somebody looks have their names, too; and tells the
/// programs of the interpreters among them, and how callers are found in files' code.
class StackNames {
public:
    /// To be made before anything that takes stacks is attached. `pids`: the processes it is for, beside those that
    /// come; empty: all. Throws Error::os.
    StackNames(std::shared_ptr<const StackMaps> maps, const std::vector<pid_t>& pids);
    ~StackNames();
    StackNames(const StackNames&) = delete;
    StackNames& operator=(const StackNames&) = delete;

    const StackMaps& maps() const { return *maps_; }
    /// The stack of that number; null where the map has none. It is the kernel's where `kernel`.
    std::shared_ptr<const NamedStack> find(std::uint64_t number, bool kernel);
    /// Records of mapped files that were lost: functions may lack their names.
    std::uint64_t lost();
    /// Files and processes that there was no room to tell the programs of: there, only frame pointers lead to callers.
    std::uint64_t without_tables();

private:
    void run();
    void note();
    void note(const MappingRecord& record);
    void look_at(std::uint32_t pid);
    void put_tables(std::uint32_t pid);
    void look_for_python(std::uint32_t pid, const CodeMapping& mapping);
    void renew_python_image(std::uint32_t pid);
    std::vector<NamedFrame> kernel_frames(const wire::stack& stack);
    std::vector<NamedFrame> user_frames(const wire::stack& stack);
    std::optional<NamedFrame> python_frame(std::uint64_t code) const;
    bool lacks_python(const wire::stack& stack);
    bool is_interpreter(const wire::stack& stack, std::uint64_t address);

    const std::shared_ptr<const StackMaps> maps_;
    const unsigned generation_;
    std::mutex mutex_;                       ///< of all that follows but the thread
    std::optional<MappingRecords> records_;  ///< none where there are no stacks of user space
    ProcessImages images_;
    ProcessSymbols symbols_{images_};
    std::optional<UnwindTables> tables_;  ///< likewise
    std::set<std::uint32_t> changed_;     ///< processes whose tables are to be put there anew
    UniqueFd stopping_;
    std::thread thread_;
};

}  // namespace traceleft
