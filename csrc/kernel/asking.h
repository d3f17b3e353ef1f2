// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "behind_questions.h"
#include "event_schema.h"
#include "program.h"
#include "question.h"
#include "syscall_info.h"

namespace traceleft {

/// What is asked of the calls that a handler is attached for.
struct Asking {
    std::shared_ptr<const ask::Question> where;  ///< null: every call is wanted
    std::uint32_t sample = 0;                    ///< one of so many calls, by chance; 0: all
    std::uint32_t rate_limit = 0;                ///< events of each process a second; 0: no limit

    bool anything() const { return where || sample || rate_limit; }
    /// For people: the question's text, with the limits behind it.
    std::string text() const;
};

/// What is asked of the calls that one program handles, as instructions and as the part for the reader.
struct AskedCall {
    ask::Program early, late;
    bool is_early = false, is_late = false;  ///< something is decided there
    ask::Predicate behind;
    bool is_behind = false;
};

/// Where in a handler the events of one call are asked about.
struct AskedPlace {
    const SyscallInfo* syscall = nullptr;  ///< null: of calls that no handler knows
    Side side = Side::exit;
};

/// Binds a question to one program's calls, and compiles it. Throws Error: Usage.
AskedCall ask_of(const Asking& asking, const AskedPlace& place, const EventSchema& schema);

}  // namespace traceleft
