// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_schema.h"
#include "predicate.h"

namespace traceleft::ask {

// The names of header fields and of constants.

/// A field of the header that is a number.
struct HeaderNumber {
    Part part;
    std::vector<Requirement> requirements;  ///< besides the event's having a header
    bool is_result = false;                 ///< it means nothing at a call's entry
    bool is_time = false;
};
std::optional<HeaderNumber> header_number(std::string_view name);
/// A bit of event_header.flags that a name stands for; 0: none.
std::uint32_t header_flag(std::string_view name);
/// "comm", or "syscall" as an event has it.
std::optional<Part> header_text(std::string_view name);
/// The name of such a part.
std::string header_name(const Part& part);
/// "ret".
Number returned_number();
/// "error": a negative `ret` up to the largest error, as a positive number; else 0.
Number error_number();
/// All of them, and the other names that need no schema.
std::vector<std::string> header_names();

/// What names a number may have.
struct Names {
    /// FileKinds are words: texts without quotes.
    enum class Of { Set, Errors, Users, Groups, Directories, FileKinds } of = Of::Set;
    const FlagSet* set = nullptr;
    Kind kind = Kind::Flags;  ///< SigSet, CapSet: the names are of bits
    std::uint32_t first_member = 0;
    bool operator==(const Names&) const = default;
};
/// Adds those of a value, in all cases of its meaning.
void add_names(const Value& value, std::vector<Names>& all);

/// The number of that name; nullopt where they don't have it.
std::optional<std::uint64_t> find_constant(const Names& names, std::string_view name);

/// All sets of a call's arguments, and of the structs behind them.
std::vector<Names> names_of_call(const SyscallSchema& call);
/// All sets of a schema.
std::vector<Names> names_of_schema(const EventSchema& schema);
/// For suggestions.
void list_constants(const Names& names, std::vector<std::string>& all);

}  // namespace traceleft::ask
