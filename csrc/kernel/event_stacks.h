// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>

#include "batch.h"
#include "memory_account.h"
#include "stack_names.h"

namespace traceleft {

/// Events whose stacks lack something.
struct StackGaps {
    std::atomic<std::uint64_t> lost = 0;            ///< there was no room for them
    std::atomic<std::uint64_t> cut = 0;             ///< they have more frames than are taken
    std::atomic<std::uint64_t> without_python = 0;  ///< of an interpreter whose frames were not found
};

/// Gives batches the stacks that their events have numbers of, each named when it comes first. Of one thread.
class EventStacks {
public:
    explicit EventStacks(std::shared_ptr<StackNames> names) : names_(std::move(names)) {}

    /// Puts the stacks of an event into the batch that has it.
    void give(std::span<const std::byte> event, Batch& batch);
    /// So far; any thread may ask.
    const StackGaps& gaps() const { return gaps_; }
    /// Records of mapped files that were lost: functions may lack their names.
    std::uint64_t lost_mappings() { return names_->lost(); }
    std::uint64_t without_tables() { return names_->without_tables(); }

private:
    using Known = std::unordered_map<std::uint64_t, std::shared_ptr<const NamedStack>>;

    std::shared_ptr<const NamedStack> find(std::uint64_t number, bool kernel);
    void keep(std::shared_ptr<const NamedStack> stack);
    void make_room();

    static MemoryAccount account;

    std::shared_ptr<StackNames> names_;
    StackGaps gaps_;
    Known recent_, older_;          ///< the second are forgotten when the first are as many as the map has room for
    std::uint32_t since_room_ = 0;  ///< stacks that came since room was made
    std::size_t bytes_ = 0, older_bytes_ = 0;
    AccountedMemory memory_{account};
};

}  // namespace traceleft
