// SPDX-License-Identifier: MIT
// One event of a known schema, in every format. scripts/fuzz builds and runs
// it.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "event_view.h"
#include "raw_event.h"
#include "show_batch.h"

namespace {

using namespace traceleft;

// Looks at everything there is to see of an event.
void touch(const EventView& event) {
    std::size_t bytes = event.syscall().size() + event.comm().size() + event.extra().size();
    for (std::size_t i = 0; i <= event.argument_count(); i++) {
        bytes += event.argument(i) + event.argument_applies(i);
        if (auto memory = event.captured(i)) bytes += std::count(memory->bytes.begin(), memory->bytes.end(), 'x');
    }
    volatile std::size_t seen = bytes + event_errno(event);
    (void)seen;
}

}  // namespace

// Whatever the bytes: nothing outside of them is read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::shared_ptr<EventSchema> schema = test_schema();
    static const BatchFormats formats(schema);
    Batch batch(WallClock{1'700'000'000'000'000'000, 3'600});
    batch.append(data, size);
    auto event = EventView::decode(batch.event(0), *schema);
    if (!event) return 0;
    touch(*event);
    formats.show(batch);
    return 0;
}
