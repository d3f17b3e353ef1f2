// SPDX-License-Identifier: MIT
#include "batch.h"

#include "event_view.h"

namespace traceleft {

MemoryAccount Batch::appended("traceleft::Batch::append", "batches of events that were put together one by one");

std::optional<EventView> Batch::view(std::size_t index, const EventSchema& schema) const {
    return EventView::decode(event(index), schema, objects_.size() || objects_.stacks().size() ? &objects_ : nullptr);
}

}  // namespace traceleft
