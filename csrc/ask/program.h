// SPDX-License-Identifier: MIT
#pragma once

#include <linux/bpf.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "predicate.h"

namespace traceleft::ask {

/// Instructions that stand in for the placeholder of a program in bpf/questions.bpf.c, as if they were a function:
///
///     r1  the event: its header and raw arguments, on the stack (early) or in the CPU's scratch (late)
///     r2  a struct question_room on the stack: see <traceleft/event.h>. Its context is that of a tracepoint's program,
///         where the record is asked about without an event
///     r0  the answer: 0 or 1
///
/// They keep r6 to r9 as they are, may use r0 to r5 as they like, and call no helper. They end by falling off their
/// end.
struct Program {
    std::vector<bpf_insn> instructions;
    std::uint64_t needs = 0;   ///< wire::QUESTION_NEEDS_*: the parts of an early event that they look at
    std::uint32_t memory = 0;  ///< a bit for each argument whose memory they look at
    bool loads_record = true;  ///< whether they can load from the context what they need of the record, if they were to

    /// The instructions' bytes, by which programs are told apart.
    std::string bytes() const {
        return {reinterpret_cast<const char*>(instructions.data()), instructions.size() * sizeof(bpf_insn)};
    }
};

/// One value by which events are told apart.
struct KeyPart {
    std::string name;
    bool is_text = false;
    Number number = {};
    Text text = {};
};

/// Where one lies in a map's key: a number in 8 bytes; text in `size`, padded with NUL and cut there. Before the first
/// one lies a u64 with a bit for each part that is there.
struct KeyPlace {
    std::uint32_t offset = 0, size = 8;
};
/// Throws Error: Usage where they need more than wire::QUESTION_KEY_SIZE bytes.
std::vector<KeyPlace> key_places(const std::vector<KeyPart>& parts);
std::uint32_t key_size(const std::vector<KeyPart>& parts);

/// What is asked: does it hold, and if so by what and of what number. The key goes to question_room.key, the number to
/// question_room.value. Where the number is not there, the answer is no.
struct Inquiry {
    Predicate holds;
    std::vector<KeyPart> by = {};
    bool measures = false;
    Number of = {};  ///< where it measures
};

/// Throws Error: Usage where it can't be decided at that stage, or in so many instructions.
Program compile(const Inquiry& inquiry, Stage stage);
/// The same of a tracepoint's record, early: its fields are loaded from the program's context.
Program compile_record(const Inquiry& inquiry, const SyscallSchema& source);

}  // namespace traceleft::ask
