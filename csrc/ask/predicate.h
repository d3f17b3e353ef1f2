// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "event_schema.h"

namespace traceleft::ask {

// A question about the events of one syscall, with its names resolved and its types checked. It is made by bind(), and
// evaluated in three ways that agree: by the instructions of compile() in the kernel, by holds() on an event, and by
// the tests' own reading of the language.

class Pattern;  ///< match.h

/// A part of an event that is there or not.
struct Part {
    enum class In {
        Header,    ///< `offset` bytes into wire::event_header
        Argument,  ///< the raw argument
        Memory,    ///< `offset` bytes into the memory that was captured behind the argument
        Piece,     ///< the same of memory in pieces, of its first `piece`: behind the kernel only
        Pieces,    ///< text: the pieces of such memory, joined as piece_text.h has it: behind the kernel only
        Object,    ///< the ObjectField `offset` of what stands at the place `argument`: behind the kernel only
        Mismatch,  ///< 1 where EventView::path_mismatch(), else 0: behind the kernel only
    };
    In in = In::Header;
    std::uint32_t argument = 0;
    bool passed = false;      ///< Memory: as it was passed, where the call overwrites it
    std::uint16_t piece = 0;  ///< Piece: wire::PIECE_*
    std::uint32_t offset = 0;
    std::uint32_t size = 8;  ///< bytes; of text in memory 0 where it goes up to the end of that
    /// How the bits of a number are read: see number_of(). A default one is an unsigned number of `size` bytes.
    Value value;
};

/// The number in `part`, as it is without its meaning, masked: what must hold for another part to be there.
struct Requirement {
    enum class Is { Equal, Unequal };
    Part part;
    std::uint64_t mask = ~std::uint64_t{0};
    Is is = Is::Equal;
    std::uint64_t value = 0;
};

/// A number of 64 bits, which wraps. A signed one and an unsigned one compare as mathematics has it.
struct Number {
    enum class Op {
        Constant,
        Load,
        Negate,
        Complement,
        Add,
        Subtract,
        Multiply,
        Divide,
        Modulo,
        And,
        Or,
        Xor,
        Left,
        Right
    };
    Op op = Op::Constant;
    bool is_signed = false;
    std::uint64_t constant = 0;
    Part part = {};                              ///< Load
    std::vector<Requirement> requirements = {};  ///< Load: all must hold, and its memory must have been captured so far
    std::vector<Number> operands = {};  ///< one or two. Without one of them there is no number, nor when dividing by 0
};

/// Bytes up to a NUL: a header's, of fixed size; a struct's field; a captured string.
struct Text {
    Part part;
    std::vector<Requirement> requirements = {};
};

/// A node. What is not there makes a leaf false, also a negated one: `not` was moved to the leaves by De Morgan's
/// rules, so that this is SQL's logic of three values, where the unknown is no answer.
struct Predicate {
    enum class Op { True, False, And, Or, Compare, Match };
    enum class Comparison { Equal, Unequal, Less, LessEqual, Greater, GreaterEqual };
    enum class Matching { Equal, Prefix, Suffix, Glob, Regex };

    Op op = Op::True;
    std::vector<Predicate> children = {};  ///< And, Or: at least two

    Comparison comparison = Comparison::Equal;  ///< Compare
    Number left = {}, right = {};

    Matching matching = Matching::Equal;  ///< Match
    Text text = {};
    std::string pattern = {};
    std::shared_ptr<const Pattern> compiled = {};  ///< Glob, Regex: for holds()
    bool negated = false;

    std::size_t begin = 0, end = 0;  ///< its place in the question's text
};

/// Who decides it: each before the next.
enum class Stage {
    Early,   ///< the kernel, before an event is begun: of registers and the task
    Late,    ///< the kernel, of the event that is ready to be handed over
    Behind,  ///< the reader, of the event it has received
};

/// The earliest stage at which a predicate can be decided.
Stage stage_of(const Predicate& predicate);
/// The earliest stage at which it is there to be looked at.
Stage stage_of(const Number& number);
Stage stage_of(const Text& text);

/// Whether it asks for the files that descriptors stand for.
bool asks_objects(const Predicate& predicate);
/// Whether it asks for path_mismatch, which is an object's fact, too.
bool asks_mismatch(const Predicate& predicate);

/// A predicate in up to three, all of which must hold: its parts by their stages.
struct Stages {
    Predicate early, late, behind;  ///< True where there is nothing to decide
};
Stages split(Predicate predicate);

/// `op` (And, Or) of these: without what decides nothing, and never one in another of its kind.
Predicate join_predicates(Predicate::Op op, std::vector<Predicate> children);

}  // namespace traceleft::ask
