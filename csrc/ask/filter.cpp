// SPDX-License-Identifier: MIT
#include "filter.h"

#include <vector>

#include "error.h"

namespace traceleft::ask {

Filter::Filter(std::shared_ptr<const Question> question, std::shared_ptr<const EventSchema> schema)
    : question_(std::move(question)), schema_(std::move(schema)) {
    std::vector<const SyscallSchema*> syscalls;
    for (const auto& [name, call] : schema_->calls()) syscalls.push_back(&call);
    for (auto& [syscall, predicate] : question_->bind_each(syscalls, *schema_))
        predicates_[{syscall, false}] = std::move(predicate);
}

// The other side of a call, another ABI's, or one that is not known: where the types don't fit, it doesn't hold.
const Predicate& Filter::predicate_of(const Key& key) {
    auto found = predicates_.find(key);
    if (found != predicates_.end()) return found->second;
    Predicate& made = predicates_[key];
    try {
        made = question_->bind(key.first, *schema_, key.second);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Usage) throw;
        made = Predicate{Predicate::Op::False};
    }
    return made;
}

bool Filter::keeps(const EventView& event) { return holds(predicate_of({event.schema(), event.is_entry()}), event); }

Batch Filter::filter(const Batch& batch) {
    Batch kept(batch.clock());
    Objects processes;
    processes.processes() = batch.objects().processes();
    kept.set_objects(std::move(processes));
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = batch.view(i, *schema_);
        if (!event || !keeps(*event)) continue;
        kept.append(batch.event(i).data(), batch.event(i).size());
        kept.take_objects(batch.event(i), [&](ObjectKey key) { return batch.objects().share(key); });
    }
    return kept;
}

}  // namespace traceleft::ask
