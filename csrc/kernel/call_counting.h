// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bpf_object.h"
#include "dispatcher.h"
#include "slot_programs.h"

namespace traceleft {

/// The programs that count the calls of one handler, in the slots before it. They live as long as it does.
class CallCounting {
public:
    /// Puts one before each of these programs that sees calls: at their exit, or at the entry of those that never
    /// return. Where a program has no descriptor (-1), none comes after it. Throws Error: Load, Os.
    void put_before(Dispatcher& dispatcher, std::vector<SlotProgram>& programs);
    /// Adds programs for the calls of which these see the entry only, though they return.
    void add_exits(Dispatcher& dispatcher, std::vector<SlotProgram>& programs);
    bool any() const { return !objects_.empty(); }

    static constexpr const char* program_name = "count_call";

private:
    struct Kind;
    void load(Dispatcher& dispatcher, const std::vector<SlotProgram*>& programs, const Kind& kind);

    std::vector<BpfObject> objects_;
};

/// Programs that count calls, with no handler behind them: in the place of a shipped one.
class CountedCalls : public SlotPrograms {
public:
    /// `path` and `program_id` are those of the handlers that they are in place of. Throws Error: Handler, Load, Os.
    CountedCalls(std::string path, Dispatcher& dispatcher, std::uint64_t program_id,
                 const std::vector<std::string>& syscalls);

    const std::string& path() const override { return path_; }
    std::uint64_t program_id() const override { return program_id_; }

private:
    std::string path_;
    std::uint64_t program_id_;
    CallCounting counting_;
};

}  // namespace traceleft
