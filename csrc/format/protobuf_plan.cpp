// SPDX-License-Identifier: MIT
#include "protobuf_plan.h"

#include "captured_memory.h"

namespace traceleft {

namespace {

constexpr std::uint32_t call_field = 1000;  // as traceleft/generate/proto.py has it, from a call's own number

std::uint32_t number_in_message(const PlannedValue& planned) {
    std::uint32_t chosen = planned.argument ? planned.argument->message_field : planned.field->message_field;
    return chosen ? chosen : static_cast<std::uint32_t>(planned.index) + 1;
}

}  // namespace

ProtobufMember::ProtobufMember(const std::string&, const PlannedValue& planned)
    : PlannedValue(planned),
      number(number_in_message(planned)),
      is_short_owner(is_owner(value->kind) && value->size <= 4) {
    using protozero::pbf_wire_type;
    tag = FieldTag(number, way == Way::Number ? pbf_wire_type::varint : pbf_wire_type::length_delimited);
}

ProtobufMember::Head::Head(const SyscallSchema& call)
    : tag(call.message_field ? call.message_field : call_field + static_cast<std::uint32_t>(call.syscall.nr),
          protozero::pbf_wire_type::length_delimited) {}

void add_members(const ProtobufPlan& plan, std::string_view bytes, bool inner, FieldCollector& out) {
    for (const ProtobufPlan::Each& member : plan.members) {
        if (bytes.size() < member.available || (inner && !member.is_sized)) continue;
        std::string_view here = bytes.substr(member.offset);
        if (member.way == PlannedValue::Way::Number) {
            out.number(member.tag, member.wire_number(member.reading.of(here)));
        } else if (member.way == PlannedValue::Way::Text) {
            out.bytes(member.tag, characters(*member.value, here));
        } else {
            std::size_t length = out.begin(member.tag);
            add_members(*member.layout, here, true, out);
            out.end(length);
        }
    }
}

}  // namespace traceleft
