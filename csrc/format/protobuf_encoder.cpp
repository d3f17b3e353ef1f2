// SPDX-License-Identifier: MIT
#include "protobuf_encoder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "captured_memory.h"
#include "error.h"
#include "event_fields.h"
#include "file_protobuf.h"
#include "output_limit.h"
#include "protobuf_message.h"
#include "protobuf_plan.h"
#include "spares.h"
#include "utf8.h"
#include "value_protobuf.h"
#include "value_walk.h"

namespace traceleft {

namespace {

// The numbers of the message Event: the table has them, but for these of traceleft/generate/proto.py.
enum class MessageField : std::uint32_t {
    more_args = 18,
    syscall_bytes = 23,
    source_fields = 31,
    pids = 34,
    ustack,
    kstack
};

// A number that is 0 unless it is there.
template <typename Tag>
void add_number(Message& message, Tag field, std::uint64_t value) {
    if (value) message->add_uint64(static_cast<std::uint32_t>(field), value);
}

template <typename Tag>
void add_bytes(Message& message, Tag field, std::string_view bytes) {
    message->add_bytes(static_cast<std::uint32_t>(field), bytes.data(), bytes.size());
}

void add_syscall(FieldCollector& header, std::uint32_t number, const EventView& event) {
    std::string_view name = event.syscall();
    if (event.schema()) return header.bytes(number, name);
    std::string text;
    bool valid = append_utf8(name, text);
    if (!text.empty()) header.bytes(number, text);
    if (!valid) header.bytes(static_cast<std::uint32_t>(MessageField::syscall_bytes), name);
}

/// The number of events' fields that messages have.
constexpr std::size_t message_fields = static_cast<std::size_t>(
    std::count_if(event_field_rows.begin(), event_field_rows.end(), [](const FieldRow& row) { return row.number; }));

/// Those fields in the order of their numbers.
constexpr auto fields_by_number = [] {
    std::array<EventField, message_fields> fields{};
    std::size_t count = 0;
    for (std::size_t field = 0; field < event_field_rows.size(); field++)
        if (event_field_rows[field].number) fields[count++] = static_cast<EventField>(field);
    std::sort(fields.begin(), fields.end(), [](EventField one, EventField other) {
        return event_field_rows[static_cast<std::size_t>(one)].number <
               event_field_rows[static_cast<std::size_t>(other)].number;
    });
    return fields;
}();

template <EventField field>
void add_field(FieldCollector& header, const EventView& event, std::int64_t time) {
    constexpr FieldRow row = field_row<field>;
    if constexpr (row.type == FieldType::mask)
        if (event.is_whole()) return;  // as most are, and quickly
    auto value = field_value<field>(event);
    if constexpr (row.type == FieldType::time) {
        if (time) header.number(row.number, static_cast<std::uint64_t>(time));
    } else if constexpr (row.type == FieldType::name) {
        add_syscall(header, row.number, event);
    } else if constexpr (row.type == FieldType::text || row.type == FieldType::abi) {
        if (!value.empty()) header.bytes(row.number, value);
    } else if constexpr (row.type == FieldType::bytes) {
        if (!value.empty()) header.bytes(row.number, {reinterpret_cast<const char*>(value.data()), value.size()});
    } else if constexpr (row.presence == FieldPresence::timed) {  // a measured 0 must differ from no measurement
        if (is_there<field>(event, value)) header.number(row.number, value);
    } else if (value) {
        header.number(row.number, static_cast<std::uint64_t>(value));  // a negative int32 as int64 has it
    }
}

// By itself: GCC 12 makes slower code, by 5 %, of all that is in a message together.
[[gnu::noinline]] void add_header(FieldCollector& header, const EventView& event, std::int64_t time) {
    [&]<std::size_t... index>(std::index_sequence<index...>) {
        (add_field<fields_by_number[index]>(header, event, time), ...);
    }(std::make_index_sequence<message_fields>());
}

// Writes an argument whose meaning depends on another one: the register, and the memory as it was captured.
void add_by_case(const ProtobufMember& member, const EventView& event, std::size_t index, FieldCollector& out) {
    if (std::uint64_t bits = event.argument(index)) out.number(member.number, bits);
    std::optional<Captured> memory = event.captured(index);
    if (memory && memory->here()) out.bytes(member.number + memory_field, memory->bytes);
}

// Writes what an argument's memory was when it was passed, if that is known.
void add_passed(const ProtobufMember& member, const EventView& event, std::size_t index, const EventSchema& schema,
                ValueProtobuf& value, FieldCollector& out) {
    std::optional<Captured> passed = event.passed(index);
    if (!passed || passed->status == wire::CAPTURED_FAULT) return;
    std::uint32_t number = member.number + passed_field;
    if (member.value->cases) return out.bytes(number, passed->bytes);
    out.flush();
    value.begin(number);
    walk_passed(event, index, schema, value);
}

void add_memory(const ProtobufPlan::Each& member, const EventView& event, std::size_t index, FieldCollector& out) {
    std::optional<Captured> memory = readable_memory(event, index, *member.value);
    if (!memory) {
        out.number(member.number + address_field, event.argument(index));
    } else if (member.way == PlannedValue::Way::Text) {
        out.bytes(member.tag, memory->bytes);
    } else {
        std::size_t length = out.begin(member.tag);
        add_members(*member.layout, memory->bytes, false, out);
        out.end(length);
    }
}

void add_argument(const ProtobufPlan::Each& member, const EventView& event, std::size_t index,
                  const EventSchema& schema, ValueProtobuf& value, FieldCollector& out) {
    if (member.way == PlannedValue::Way::Number) {
        std::uint64_t bits = member.wire_number(member.reading.of(event.argument(index)));
        if (bits) out.number(member.tag, bits);
    } else if (member.way != PlannedValue::Way::Walk) {
        add_memory(member, event, index, out);
    } else if (member.value->cases) {
        add_by_case(member, event, index, out);
    } else {
        out.flush();
        value.begin(member.number);
        walk_argument(event, index, schema, value);
    }
    if (member.argument->overwritten) add_passed(member, event, index, schema, value, out);
}

// Fields have no numbers of their own, for each kernel has its tracepoints.
void add_source_field(Message& message, const EventView& event, std::size_t index, const EventSchema& schema,
                      ValueProtobuf& value) {
    enum Number : std::uint32_t { name = 1, signed_number = 2, number = 3, content = 4, numbers = 5 };
    Message field(message, static_cast<std::uint32_t>(MessageField::source_fields));
    add_bytes(field, name, argument_name(event, index));
    const Value& meaning = event.schema()->arguments[index].value;
    if (is_scalar(meaning.kind)) {
        std::uint64_t bits = number_of(meaning, event.argument(index));
        field->add_uint64(may_be_negative(meaning.kind) ? signed_number : number, bits);
        return;
    }
    value.begin(meaning.kind == Kind::Array ? numbers : content);
    walk_argument(event, index, schema, value);
}

void add_call(const EventView& event, const EventSchema& schema, Plans<ProtobufMember>& plans, ValueProtobuf& value,
              FieldCollector& out) {
    const SyscallSchema* known = event.foreign() ? nullptr : event.schema();
    std::size_t count = known ? std::min(known->arguments.size(), event.argument_count()) : 0;
    if (event.argument_count() > count) {
        Message message(out.flushed());
        protozero::packed_field_uint64 more(*message, static_cast<std::uint32_t>(MessageField::more_args));
        for (std::size_t i = count; i < event.argument_count(); i++) more.add_element(event.argument(i));
    }
    if (!known) return;
    if (event.is_source()) {
        Message message(out.flushed());
        for (std::size_t i = 0; i < count; i++) add_source_field(message, event, i, schema, value);
        return;
    }
    const ProtobufPlan& plan = plans.of(*known);
    std::size_t length = out.begin(plan.head.tag);
    for (std::size_t i = 0; i < count; i++) add_argument(plan.members[i], event, i, schema, value, out);
    out.end(length);
}

void add_pids(Message& message, const NamedPids& pids) {
    enum Number : std::uint32_t { number = 1, pid = 2, comm = 3 };
    for (std::size_t i = 0; i < pids.size(); i++) {
        const wire::named_pid named = pids[i];
        Message each(message, static_cast<std::uint32_t>(MessageField::pids));
        each->add_uint32(number, named.number);
        each->add_uint32(pid, named.pid);
        if (std::string_view name = comm_of(named); !name.empty()) add_bytes(each, comm, name);
    }
}

void add_stack(Message& message, MessageField field, const NamedStack* stack, const std::string& out) {
    enum Number : std::uint32_t { function = 1, file = 2, line = 3, offset = 4, build_id = 5, function_offset = 6 };
    if (!stack) return;
    for (const NamedFrame& frame : stack->frames()) {
        check_output(out.size());
        Message each(message, static_cast<std::uint32_t>(field));
        if (!frame.function.empty()) add_bytes(each, function, frame.function);
        if (!frame.file.empty()) add_bytes(each, file, frame.file);
        add_number(each, line, frame.line);
        add_number(each, offset, frame.offset);
        if (!frame.build_id.empty()) add_bytes(each, build_id, frame.build_id);
        add_number(each, function_offset, frame.function_offset);
    }
}

// By itself, as most events have none.
[[gnu::noinline]] void add_stacks(Message& message, const EventView& event, const std::string& out) {
    add_stack(message, MessageField::ustack, event.ustack(), out);
    add_stack(message, MessageField::kstack, event.kstack(), out);
}

// By itself, as most events have none.
[[gnu::noinline]] void add_objects(const EventView& event, std::string& out) {
    Message message(out);
    if (event.has_objects()) add_files(message, event, out);
    add_pids(message, event.pids());
    if (event.has_objects()) add_stacks(message, event, out);
}

void add_event(const EventView& event, std::int64_t time, const EventSchema& schema, Plans<ProtobufMember>& plans,
               ValueProtobuf& value, FieldCollector& out) {
    add_header(out, event, time);
    if (event.header().flags & (wire::EVENT_OBJECTS | wire::EVENT_PIDS)) add_objects(event, out.flushed());
    add_call(event, schema, plans, value, out);
}

}  // namespace

/// What is known of the schema's calls, for each thread that encodes at once.
struct ProtobufEncoder::Known : Spares<Plans<ProtobufMember>> {};

ProtobufEncoder::ProtobufEncoder(std::shared_ptr<const EventSchema> schema)
    : schema_(std::move(schema)), known_(std::make_shared<Known>()) {}

void ProtobufEncoder::encode(const EventView& event, std::int64_t time, std::string& out) const {
    Known::Taken plans = known_->take();
    ValueProtobuf value(out, *plans);
    FieldCollector fields(out);
    add_event(event, time, *schema_, *plans, value, fields);
    fields.flush();
}

std::string ProtobufEncoder::encode(const Batch& batch, std::uint32_t field) const {
    // https://protobuf.dev/programming-guides/proto3: "Assigning Field Numbers"
    if (field >= 1 << 29 || (field >= 19000 && field < 20000))
        throw Error(ErrorKind::Usage, "no message has a field of number " + std::to_string(field));
    const FieldTag tag = field ? FieldTag(field, protozero::pbf_wire_type::length_delimited) : FieldTag();
    std::string out;
    out.reserve(batch.bytes());
    Known::Taken plans = known_->take();
    ValueProtobuf value(out, *plans);
    FieldCollector fields(out);
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = batch.view(i, *schema_);
        if (!event) continue;
        std::size_t length = fields.begin(tag);
        add_event(*event, batch.clock().since_epoch(event->header().timestamp), *schema_, *plans, value, fields);
        fields.end(length);
    }
    fields.flush();
    return out;
}

}  // namespace traceleft
