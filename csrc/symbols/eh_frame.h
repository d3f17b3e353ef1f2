// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/unwind_tables.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace traceleft {

/// How callers are found from each instruction of a file's code, by a section .eh_frame of x86_64 (the Linux Standard
/// Base's, with DWARF's call frame instructions): the rows are in the order of their addresses, and code between
/// functions has rows of wire::UNWIND_UNKNOWN. By hand: libdw would be one more library to carry along, and it answers
/// for one address at a time, going through the function's instructions anew. `address`: of the section; `lowest`: the
/// address that rows count from. What contradicts itself is left out.
std::vector<wire::unwind_row> unwind_rows(std::span<const std::byte> section, std::uint64_t address,
                                          std::uint64_t lowest);

}  // namespace traceleft
