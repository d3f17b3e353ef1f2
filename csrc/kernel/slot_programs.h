// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "syscall_info.h"

namespace traceleft {

/// One program for the slots of a call: on one side.
struct SlotProgram {
    std::string syscall;
    Side side;
    std::string name;     ///< the program's
    int fd;               ///< a question's program, where that stands in the slot and calls this one
    bool records = true;  ///< it makes an event, or a measure: it doesn't just keep something at a call's entry
    bool keeps = false;   ///< it keeps memory at the entry, for the one that records at the exit
};

/// Loaded programs that a handler table puts in place together: a handler's, or a measure's. They live as long as this
/// does, or as a handler map holds them.
class SlotPrograms {
public:
    virtual ~SlotPrograms() = default;
    SlotPrograms(const SlotPrograms&) = delete;
    SlotPrograms& operator=(const SlotPrograms&) = delete;

    /// The object that they come from.
    virtual const std::string& path() const = 0;
    /// The number under which their runs are timed; 0: they can't be.
    virtual std::uint32_t number() const { return 0; }
    virtual std::uint64_t program_id() const { return 0; }
    /// The text of the question that is asked of their calls; empty where none is.
    virtual std::string question() const { return ""; }
    /// They come to others by a map that goes with this.
    virtual bool calls_others() const { return false; }
    const std::vector<SlotProgram>& programs() const { return programs_; }

protected:
    SlotPrograms() = default;
    std::vector<SlotProgram> programs_;
};

}  // namespace traceleft
