// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace traceleft {

/// The architectures whose registers are known.
enum class Machine { x86_64, aarch64 };

/// This process's own; nullopt on any other.
std::optional<Machine> own_machine();

/// An argument of a probe, as <sys/sdt.h> writes it: its size, with a sign where it has one, an @, and an operand as
/// the assembler has it: "-4@-20(%rbp)" of x86_64, "8@[sp, 16]" of aarch64. nullopt where it is none, or none that a
/// probe can read: of a vector register, or of a symbol's address.
std::optional<wire::source_operand> parse_operand(std::string_view text, Machine machine);

/// The words of a probe's arguments. aarch64's operands have spaces in their brackets.
std::vector<std::string> split_operands(std::string_view text);

/// Where a function's arguments are when it is entered, in the same notation: all that are numbers or addresses.
std::vector<std::string> function_operands(Machine machine, std::size_t count);

/// Where its result is when it has returned.
std::string result_operand(Machine machine);

}  // namespace traceleft
