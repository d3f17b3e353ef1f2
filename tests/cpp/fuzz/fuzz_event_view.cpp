// SPDX-License-Identifier: MIT
// One event of a known schema, in every format. scripts/fuzz builds and runs
// it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

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
    // What stands behind its captured bytes is a file's record, too: whatever number an event gives is known.
    Descriptions described = Descriptions::of(batch.event(0));
    std::span<const std::byte> bytes = batch.event(0);
    for (std::size_t i = 0; i < described.size() && i < 4; i++) {
        std::string record(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        wire::object_record head{OBJECT_MARK, described[i].object, described[i].version, wire::OBJECT_FILE, 0, 0};
        head.flags = described[i].status;
        record.replace(0, sizeof(head), reinterpret_cast<const char*>(&head), sizeof(head));
        if (std::optional<OpenFile> file = OpenFile::decode(as_bytes(record)))
            batch.add_object(std::make_shared<const OpenFile>(*std::move(file)));
    }
    auto event = batch.view(0, *schema);
    if (!event) return 0;
    touch(*event);
    formats.show(batch);
    return 0;
}
