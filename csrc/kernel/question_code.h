// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>

#include <vector>

namespace traceleft {

/// Puts a question's instructions in the place that a program of bpf/questions.bpf.c has for them, before it is loaded.
/// Throws Error: Load where there is no such place.
void insert_question(bpf_program* program, const std::vector<bpf_insn>& instructions);

}  // namespace traceleft
