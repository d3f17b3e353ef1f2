// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "program.h"

namespace traceleft::ask {

/// The instructions as the kernel's verifier and llvm-objdump write them, each in a line with its number, to which
/// jumps lead.
std::string disassemble(const Program& program);

}  // namespace traceleft::ask
