// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "event_schema.h"
#include "predicate.h"
#include "program.h"

namespace traceleft::ask {

/// A measurement as its texts say it.
struct Measurement {
    std::string where;            ///< a question; empty: all calls count
    std::vector<std::string> by;  ///< what tells them apart: names or expressions
    std::string of;               ///< the number that is measured; empty: they are only counted
    bool buckets = false;         ///< each bucket of that number is told apart, too
};

/// Whether it looks at durations, which must be taken then. Throws as Question::parse() does.
bool asks_duration(const Measurement& measurement);

/// A call to measure. The name of calls that no schema knows is nobody's.
struct Call {
    std::string syscall;
    bool entry = false;  ///< when it is entered, for it never returns
};

/// What is asked of one call's events.
struct MeasuredCall {
    Call call;
    Inquiry inquiry;
    Stage stage;  ///< Early or Late
};

/// What one value of a key is.
struct Column {
    enum class Is {
        Number,
        Text,
        Error,
        Syscall,
        Abi,
        UserStack,
        KernelStack
    };  ///< Abi: 1 is x32's, 0 the schema's own
    std::string name;  ///< as `by` has it
    Is is = Is::Number;
    KeyPlace place = {};
    bool is_signed = false;
    std::map<int, Value> meanings = {};  ///< by the call's number: that of a register, a field or a return value
    std::optional<Value> common = {};    ///< of all calls, where they agree
};

/// A measurement bound to the calls for which it may count anything.
struct BoundMeasurement {
    std::vector<MeasuredCall> calls;
    std::vector<Column> columns;
    std::uint32_t key_size = 0;                   ///< bytes, with the bucket
    std::optional<std::uint64_t> most_keys = {};  ///< that there can be; empty: as many as there are numbers or texts
    std::uint32_t bucket_word =
        0;  ///< the place of the bucket's number in the key, in words of 8 bytes; 0: there is none
    std::uint32_t user_stack_word = 0, kernel_stack_word = 0;  ///< likewise, of a stack's number

    bool has_stacks() const { return user_stack_word || kernel_stack_word; }
    /// There is nothing to tell events apart by.
    bool is_keyless() const { return columns.empty() && !bucket_word; }
};

/// `compat`: the calls are those of 32-bit programs. Throws Error: Usage for a text that is wrong, for what can't be
/// decided in the kernel, and where no call has what is asked for.
BoundMeasurement bind(const Measurement& measurement, const std::vector<Call>& calls, const EventSchema& schema,
                      bool compat);

}  // namespace traceleft::ask
