// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <shared_mutex>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "event_schema.h"
#include "objects.h"
#include "question.h"

namespace traceleft {

/// The parts of questions that are decided behind the kernel, by the numbers that events carry. They stay as long as
/// events may come that carry one. Safe to use from several threads.
class BehindQuestions {
public:
    explicit BehindQuestions(std::shared_ptr<const EventSchema> schema) : schema_(std::move(schema)) {}

    /// The meaning of events, by which questions are bound.
    const EventSchema& schema() const { return *schema_; }

    /// A question's number, from 1: that of its text.
    std::uint32_t number(const std::string& text);
    /// What the question says about a call; `syscall` null: about calls that no handler knows.
    void add(std::uint32_t number, const SyscallInfo* syscall, Side side, ask::Predicate predicate);

    /// Whether a call opened another file than its string names: PathCheck::differs().
    using Differs = std::function<bool(std::span<const std::byte> event, const Objects& objects)>;

    /// Whether the reader is to keep an event. One that isn't asked about is kept. `known`: the objects that it may
    /// refer to. `differs` is called only for a question about that.
    bool wants(std::span<const std::byte> event, ObjectTable& known, const Differs& differs) const;

private:
    using Call = std::tuple<std::uint32_t, std::int32_t, bool, bool>;  ///< question, number, 32-bit program's, entry

    std::shared_ptr<const EventSchema> schema_;
    mutable std::shared_mutex mutex_;
    std::map<std::string, std::uint32_t> numbers_;
    std::map<Call, ask::Predicate> predicates_;
};

}  // namespace traceleft
