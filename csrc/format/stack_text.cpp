// SPDX-License-Identifier: MIT
#include "stack_text.h"

#include "output_limit.h"
#include "value_text.h"

namespace traceleft {

namespace {

void append_frame(const NamedFrame& frame, std::string& out) {
    check_output(out.size());
    out += " > ";
    if (frame.file.empty()) {
        append_escaped(frame.function, out);
        out += '\n';
        return;
    }
    append_escaped(frame.file, out);
    out += '(';
    // A function without a name stands there by its place, which is at the line's end.
    bool has_name = frame.function_offset || frame.line || frame.build_id.empty();
    if (has_name) append_escaped(frame.function, out);
    if (frame.function_offset) {
        out += '+';
        append_hex(frame.function_offset, out);
    }
    out += ')';
    if (frame.line) {
        out += " [line ";
        append_number(frame.line, out);
        out += ']';
    } else if (frame.offset) {
        out += " [";
        append_hex(frame.offset, out);
        out += ']';
    }
    out += '\n';
}

}  // namespace

void append_stacks(const EventView& event, std::string& out) {
    for (const NamedStack* stack : {event.kstack(), event.ustack()})
        if (stack)
            for (const NamedFrame& each : stack->frames()) append_frame(each, out);
}

}  // namespace traceleft
