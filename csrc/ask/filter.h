// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <utility>

#include "batch.h"
#include "question.h"

namespace traceleft::ask {

/// A question asked of any events of a schema. For one thread at a time.
class Filter {
public:
    /// Throws Error: Usage where the question makes no sense for the schema's syscalls.
    Filter(std::shared_ptr<const Question> question, std::shared_ptr<const EventSchema> schema);

    bool keeps(const EventView& event);
    /// The events for which it holds.
    Batch filter(const Batch& batch);

private:
    using Key = std::pair<const SyscallSchema*, bool>;  ///< null: a call that the schema doesn't know; at its entry
    const Predicate& predicate_of(const Key& key);

    std::shared_ptr<const Question> question_;
    std::shared_ptr<const EventSchema> schema_;
    std::map<Key, Predicate> predicates_;
};

}  // namespace traceleft::ask
