// SPDX-License-Identifier: MIT
// A question, asked of every syscall of a schema and of some events. scripts/fuzz builds and runs it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "ask/asked_schema.h"
#include "bind.h"
#include "error.h"
#include "program.h"
#include "question.h"

namespace {

using namespace traceleft;
using namespace traceleft::ask;

std::vector<std::string> some_events() {
    RawEvent open("openat"), connect("connect"), fcntl("fcntl"), exec("execve"), read("read"), source("any:event");
    open.arguments({3, 0x1000, 0x40, 0644}).captured(1, "/etc/passwd");
    connect.arguments({3, 0x1000, 16}).captured(1, in_memory<std::uint16_t>(2) + std::string(14, '\1'));
    fcntl.arguments({3, 5, 0x1000}).captured(2, std::string(8, '\2'));
    exec.arguments({1, 2}).captured(0, "/bin/sh").captured(1, piece(wire::PIECE_STRING, "sh"));
    read.arguments({3, 0x1000, 9}).captured(1, std::string("\0ab\xff", 4), wire::CAPTURED_TRUNCATED);
    read.header.ret = -2;
    read.header.flags = wire::EVENT_DURATION;
    source.arguments({9, 0, 0x80000008, ~0ULL, 5}).captured(1, "sh").captured(4, std::string("\0ab\xff", 4));
    source.header.flags = wire::EVENT_SOURCE;
    std::vector<std::string> all;
    for (const RawEvent& each : {open, connect, fcntl, exec, read, source}) all.push_back(each.bytes());
    return all;
}

// The stages together are the question, what explains it says something, and what the kernel decides has instructions.
void check(const Predicate& predicate, const Question& question, const EventView& event) {
    Stages stages = split(predicate);
    bool all = holds(stages.early, event) && holds(stages.late, event) && holds(stages.behind, event);
    if (holds(predicate, event) != all || explain(predicate, question.text()).empty()) std::abort();
    compile({stages.early}, Stage::Early);
    compile({stages.late}, Stage::Late);
}

}  // namespace

// Whatever the text: it is refused, or has one answer for each event.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::shared_ptr<EventSchema> schema = asked_schema();
    static const std::vector<std::string> events = some_events();
    std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        auto question = Question::parse(text);
        for (const std::string& bytes : events) {
            std::optional<EventView> event = EventView::decode(as_bytes(bytes), *schema);
            for (const SyscallSchema* syscall : {event->schema(), static_cast<const SyscallSchema*>(nullptr)})
                for (bool entry : {false, true}) check(question->bind(syscall, *schema, entry), *question, *event);
        }
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Usage) std::abort();
    }
    return 0;
}
