// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "assembler.h"
#include "predicate.h"
#include "program.h"

namespace traceleft::ask {

/// Bytes of a pattern; nullopt takes any.
using PatternBytes = std::vector<std::optional<unsigned char>>;

/// A pattern that the kernel can match: how the text begins, and how it ends. Between lies anything if it is open, and
/// otherwise nothing, and the head is all.
struct PatternEnds {
    PatternBytes head, tail;
    bool is_open = false;
};
/// Throws Error: Usage where the kernel can't.
PatternEnds pattern_ends(const Predicate& predicate);

/// What ends a text.
enum class Ending { Nul, Size };
Ending ending_of(const Part& part);

/// Writes one program. While it runs r1 is the event and r2 the room; a number is made in r3, with r4 as its second
/// operand; r0 and r5 are free. What is not there leads to `absent`.
class Compiler {
public:
    explicit Compiler(Stage stage, const SyscallSchema* record = nullptr) : stage_(stage), record_(record) {}
    Program program(const Inquiry& inquiry);

private:
    using Label = Assembler::Label;

    // compile.cpp: goes on behind itself where the predicate holds, or where it doesn't; otherwise to the label.
    void unless(const Predicate& predicate, Label no);
    void when(const Predicate& predicate, Label yes);
    void leaf(const Predicate& predicate, bool wanted, Label to);
    void compare(const Predicate& predicate, bool wanted, Label to, Label absent);

    // compile_number.cpp
    void number(const Number& number, Label absent);
    /// Both, in r3 and r4.
    void operands(const Number& left, const Number& right, Label absent);
    void simple(const Number& number, Reg to, Label absent);
    void operation(const Number& number, Label absent);
    void operation_by(Number::Op op, bool is_signed, std::uint64_t by, Label absent);
    void divide(Number::Op op, bool is_signed, Label absent);
    void shift(Number::Op op, bool is_signed);
    void meaning(const Value& value, std::uint32_t loaded, Reg reg);
    std::uint32_t take_room();

    // compile_part.cpp: these change r0 and r5 alone, and `to`.
    void require(const std::vector<Requirement>& requirements, Label absent);
    void require(const Requirement& requirement, Label absent);
    /// Its bits, as they are without their meaning.
    void load(const Part& part, Reg to, Label absent);
    void load_field(std::size_t argument, Reg to);
    /// The place of captured memory's first byte, in r5; in r0 how many bytes there are.
    void memory(const Part& part, Label absent);
    void needs_header(const Part& part, std::uint64_t mask);

    // compile_text.cpp
    void match(const Predicate& predicate, bool wanted, Label to, Label absent);
    void match_header(const Part& part, const PatternEnds& pattern, Label mismatch, Label matched);
    void match_field(const Part& part, const PatternEnds& pattern, Label mismatch, Label matched);
    void match_known(const PatternEnds& pattern, Label mismatch);
    void match_bytes(PatternBytes pattern, Reg base, std::uint32_t at, Label mismatch, Ending ending);
    /// The place of text in captured memory in r5, and in r3 how many bytes there are, behind a NUL too.
    void memory_text(const Part& part, Label absent);
    void load_here(const Part& part, Reg to);
    /// In r3 the number of bytes before the first NUL, of `size` at most; in memory of those that r4 says there are.
    void measure_text(Reg base, std::uint32_t at, std::uint32_t size, bool in_memory);
    /// Jumps where a socket's name is abstract, so that a NUL doesn't end it.
    void jump_if_abstract(const Part& part, Label abstract);

    // compile_key.cpp
    void keys(const std::vector<KeyPart>& parts);
    void text_key(const Text& text, KeyPlace place, Label absent);
    void clear_key(KeyPlace place);
    void add_to_key(std::uint64_t presence);

    Stage stage_;
    const SyscallSchema* record_;  ///< whose fields are in the context; null: they are in the event
    bool loads_record_ = true;
    Assembler write_;
    std::uint64_t needs_ = 0;
    std::uint32_t memories_ = 0;
    std::uint32_t room_ = 1;  ///< the first of question_room.numbers that is free
};

/// Whether it is made in one register, without the room.
bool is_simple(const Number& number);

}  // namespace traceleft::ask
