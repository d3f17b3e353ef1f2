// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "behind_questions.h"
#include "event_schema.h"
#include "measurement.h"
#include "program.h"
#include "question.h"
#include "syscall_info.h"

namespace traceleft {

/// What is asked of the calls that a handler is attached for.
struct Asking {
    std::shared_ptr<const ask::Question> where;  ///< null: every call is wanted
    std::uint32_t sample = 0;                    ///< one of so many calls, by chance; 0: all
    std::uint32_t rate_limit = 0;                ///< events of each process a second; 0: no limit
    std::uint64_t first = 0;                     ///< events of each key, the first ones; 0: all
    std::vector<std::string> by;                 ///< the key, with `first`: names or expressions
    bool stacks = false;                         ///< behind the decision the events' stacks are taken

    bool anything() const { return where || sample || rate_limit || first; }
    /// Throws Error: Usage where the key is no name or expression.
    bool asks_duration() const;
    /// The chains of names in it: see ask::member_paths().
    std::vector<std::string> member_paths() const;
    /// For people: the question's text, with the limits behind it.
    std::string text() const;
};

/// What is asked of the calls that one program handles, as instructions and as the part for the reader.
struct AskedCall {
    ask::Program entered;  ///< before something is kept at the call's entry: might the answer be yes?
    ask::Program early, late;
    bool is_entered = false, is_early = false, is_late = false;  ///< something is decided there
    ask::Predicate behind;
    bool is_behind = false;
    std::uint32_t key_size = 0;  ///< bytes; 0: there is no key
};

/// The calls that one program handles.
struct AskedPlace {
    const SyscallInfo* syscall = nullptr;  ///< null: calls that no handler knows
    Side side = Side::exit;
    bool operator<(const AskedPlace& other) const {
        return std::tie(syscall, side) < std::tie(other.syscall, other.side);
    }
};

/// What is asked of the calls that `predicate` was bound to; `built`: nothing can be decided before there is an event;
/// `key`: what tells them apart, null: nothing does. Throws Error: Usage.
AskedCall compile(const Asking& asking, bool built, ask::Predicate predicate, const ask::MeasuredCall* key = nullptr);

/// The instructions of both stages, for people; empty where the kernel decides nothing.
std::string instructions_of(const AskedCall& asked);

/// Binds a question to the calls of several programs, and compiles it. Throws Error: Usage.
std::map<AskedPlace, AskedCall> ask_of(const Asking& asking, const std::vector<AskedPlace>& places,
                                       const EventSchema& schema);

}  // namespace traceleft
