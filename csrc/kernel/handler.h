// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "bpf_object.h"
#include "dispatcher.h"

namespace traceleft {

struct HandlerOptions {
    std::uint64_t program_id = 0;       ///< put on every event of this handler; 0: none
    std::uint32_t buffer_limit = 0;     ///< bytes captured of a buffer, at most wire::EVENT_BUFFER_LIMIT
    std::vector<std::string> syscalls;  ///< load only the programs for these; empty: all that are in the object
};

/// One program of a handler object: the call and the side that its section names.
struct HandlerProgram {
    std::string syscall;
    Side side;
    std::string name;  ///< the program's
    int fd;
};

/// A handler object, or the part of one that is for some syscalls, loaded for one dispatcher. Its programs live as long
/// as it does, or as a handler map holds them.
class Handler {
public:
    /// Throws Error: Os, Handler, Load, Usage.
    Handler(const std::string& path, Dispatcher& dispatcher, HandlerOptions options);
    ~Handler();
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;

    const std::string& path() const { return object_.path(); }
    /// The number under which its runs are timed; 0: they can't be.
    std::uint32_t number() const { return number_; }
    std::uint64_t program_id() const { return options_.program_id; }
    const std::vector<HandlerProgram>& programs() const { return programs_; }

private:
    void select_programs(const Dispatcher& dispatcher);
    bool has_both_sides() const;
    void set_constants(Dispatcher& dispatcher);
    void add_entry_times(Dispatcher& dispatcher);

    HandlerOptions options_;
    BpfObject object_;
    bool compat_;  ///< it is of 32-bit programs' calls
    std::uint32_t number_ = 0;
    std::vector<std::pair<HandlerProgram, bpf_program*>> selected_;  ///< each without its descriptor
    std::vector<HandlerProgram> programs_;
};

}  // namespace traceleft
