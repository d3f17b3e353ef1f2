// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_schema.h"
#include "event_view.h"
#include "predicate.h"
#include "program.h"

namespace traceleft::ask {

struct Expression;  ///< a parsed question: expression.h

/// A question as its text says it: parsed once, then bound to each syscall it is asked of.
class Question {
public:
    /// Throws Error: Usage with the place underlined and what would be right.
    static std::shared_ptr<const Question> parse(std::string_view text);
    ~Question();

    const std::string& text() const { return text_; }

    /// What it means for a syscall's events; `syscall` null: for those of a call that the schema doesn't know. A name
    /// that is known, but that this syscall lacks, is never there. Throws Error: Usage for names that nothing has, and
    /// for types and units that don't fit.
    Predicate bind(const SyscallSchema* syscall, const EventSchema& schema, bool entry = false) const;
    /// What it means for each of several syscalls. The same name may be a number in one and a text in another: for the
    /// syscalls where its types don't fit it is never true, if there is one where they do. Throws as bind().
    std::map<const SyscallSchema*, Predicate> bind_each(const std::vector<const SyscallSchema*>& syscalls,
                                                        const EventSchema& schema, bool entry = false) const;
    /// The names that this syscall lacks.
    std::vector<std::string> missing(const SyscallSchema& syscall, const EventSchema& schema) const;
    /// Whether it asks for durations.
    bool asks_duration() const;
    /// Whether it asks for the files that descriptors stand for.
    bool asks_files() const;

private:
    explicit Question(std::string text);
    std::string text_;
    std::unique_ptr<const Expression> expression_;
};

/// A value by which to count, or of which to measure: a name or any expression. Throws as Question::bind() does;
/// nullopt where the syscall lacks it.
std::optional<KeyPart> bind_key(std::string_view text, const SyscallSchema* syscall, const EventSchema& schema);
std::optional<Number> bind_number(std::string_view text, const SyscallSchema* syscall, const EventSchema& schema);

/// Whether it holds for an event of the syscall that it was bound to.
bool holds(const Predicate& predicate, const EventView& event);
/// nullopt where it isn't there.
std::optional<std::uint64_t> number(const Number& number, const EventView& event);

/// The tree, a line a node, with the stage that decides each; `text` is the question's.
std::string explain(const Predicate& predicate, std::string_view text);

}  // namespace traceleft::ask
