// Build with: clang++ -std=c++20 -g -fsanitize=fuzzer,address -Icsrc -Ibpf/include THIS
// csrc/{captured,error,event,json,protobuf,template,text,utf8,value}*.cpp
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "event_decoder.h"
#include "json_formatter.h"
#include "protobuf_encoder.h"
#include "raw_event.h"
#include "template_formatter.h"
#include "text_formatter.h"

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

// Whatever the bytes: nothing outside of them is read, a line of text is one line of printable ASCII, and JSON is a
// line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::shared_ptr<EventSchema> schema = test_schema();
    static const TextFormatter formatter(schema);
    Batch batch(WallClock{1'700'000'000'000'000'000, 3'600});
    batch.append(data, size);
    auto event = EventView::decode(batch.event(0), *schema);
    if (!event) return 0;
    touch(*event);
    static const TemplateFormatter form(schema, "{time} {comm} {syscall} {args} {ret} {memory} {extra} {truncated}");
    for (std::string line : {formatter.format(batch), form.format(batch)}) {
        if (line.back() != '\n') std::abort();
        line.pop_back();
        if (!std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; })) std::abort();
    }
    static const JsonFormatter json(schema);
    std::string object = json.format(batch);
    bool harmless =
        std::none_of(object.begin(), object.end() - 1, [](unsigned char c) { return c < ' ' || c == 0x7f; });
    if (!object.ends_with("}\n") || !harmless) std::abort();
    static const ProtobufEncoder encoder(schema);
    if (encoder.encode(batch).empty()) std::abort();
    return 0;
}
