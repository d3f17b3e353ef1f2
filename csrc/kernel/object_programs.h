// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "bpf_object.h"
#include "dispatcher.h"
#include "question_programs.h"
#include "slot_programs.h"

namespace traceleft {

/// The programs that describe what the descriptors of one handler's events stand for: see bpf/objects.bpf.c. They live
/// as long as it does.
class ObjectPrograms {
public:
    explicit ObjectPrograms(Dispatcher& dispatcher) : dispatcher_(dispatcher) {}

    /// Whether anything is to be described in a program's events.
    bool describes(const SlotProgram& program) const;
    /// Puts a program behind those of one loaded object, which come to it by its map, and behind that the programs of
    /// `questions` that decide late; null: there are none. `handler`: the number under which its runs are timed.
    void put_behind(const BpfObject& object, const std::vector<SlotProgram>& programs, std::uint32_t handler,
                    QuestionPrograms* questions);
    /// Adds the entry programs of calls that close a descriptor.
    void add_entries(std::vector<SlotProgram>& programs);

private:
    int load_entry(const SlotProgram& program);

    Dispatcher& dispatcher_;
    std::vector<BpfObject> objects_;
    std::map<std::uint32_t, int> entries_;  ///< by Dispatcher::tail_call_group()
};

}  // namespace traceleft
