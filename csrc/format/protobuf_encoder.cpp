#include "protobuf_encoder.h"

#include <algorithm>
#include <array>
#include <protozero/pbf_writer.hpp>
#include <utility>

#include "captured_memory.h"
#include "error.h"
#include "event_fields.h"
#include "output_limit.h"
#include "utf8.h"
#include "value_walk.h"

namespace traceleft {

namespace {

/// A message that is being written. One within another is there even if it is empty, which says something of a oneof;
/// protozero would leave it out.
class Message {
public:
    explicit Message(std::string& out) : out_(out), writer_(out) {}
    Message(Message& around, std::uint32_t field)
        : around_(&around), field_(field), out_(around.out_), before_(out_.size()), writer_(around.writer_, field) {}
    ~Message() {
        if (!around_) return;
        writer_.commit();
        if (out_.size() == before_) around_->writer_.add_message(field_, "", 0);
    }
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;

    std::size_t bytes() const { return out_.size(); }  ///< of all that is written so far

    protozero::pbf_writer* operator->() { return &writer_; }
    protozero::pbf_writer& operator*() { return writer_; }

private:
    Message* around_ = nullptr;
    std::uint32_t field_ = 0;
    std::string& out_;
    std::size_t before_ = 0;
    protozero::pbf_writer writer_;
};

// As traceleft/generate/proto.py has them, from a call's or a struct's own number.
constexpr std::uint32_t call_field = 1000;
constexpr std::uint32_t address_field = 100;
constexpr std::uint32_t memory_field = 200;
constexpr std::uint32_t unreadable_field = 300;
constexpr std::uint32_t variant_field = 100;

// The numbers of the message Event: the table has them, but for these of traceleft/generate/proto.py.
enum class MessageField : std::uint32_t { more_args = 18, syscall_bytes = 23 };
// Those of other messages, in templates/traceleft.proto.j2.
enum class IovecField : std::uint32_t { base = 1, length, data };
enum class MsghdrField : std::uint32_t { name = 1, iov, control, flags, namelen, iovlen, controllen };
enum class MmsghdrField : std::uint32_t { msg_hdr = 1, msg_len };

// A number that is 0 unless it is there.
template <typename Tag>
void add_number(Message& message, Tag field, std::uint64_t value) {
    if (value) message->add_uint64(static_cast<std::uint32_t>(field), value);
}

template <typename Tag>
void add_bytes(Message& message, Tag field, std::string_view bytes) {
    message->add_bytes(static_cast<std::uint32_t>(field), bytes.data(), bytes.size());
}

// A negative int32 is on the wire what an int64 is, but a user id of -1 is no negative number.
std::uint64_t wire_number(const Value& value, std::uint64_t bits) {
    bits = in_host_order(value, extend(value, bits));
    return is_owner(value.kind) && value.size <= 4 ? static_cast<std::uint32_t>(bits) : bits;
}

bool is_bytes(Kind kind) { return kind == Kind::Chars || kind == Kind::InAddr || kind == Kind::In6Addr; }

/// Writes what lies in memory.
class MemoryEncoder {
public:
    explicit MemoryEncoder(const EventSchema& schema) : schema_(schema) {}

    void memory(Message& message, std::uint32_t number, const Value& value, std::string_view bytes) const {
        switch (value.kind) {
            case Kind::Strings:
                return strings(message, number, Pieces(bytes));
            case Kind::Iovec: {
                Pieces pieces(bytes);
                return iovecs(message, number, pieces);
            }
            case Kind::Msghdr: {
                Pieces pieces(bytes);
                Message inner(message, number);
                return msghdr(inner, pieces);
            }
            case Kind::Mmsghdr:
                return messages(message, number, Pieces(bytes));
            case Kind::Array:
                return array(message, number, value, bytes);
            case Kind::String:
            case Kind::Buffer:
                return add_bytes(message, number, bytes);
            default:
                return field(message, number, value, bytes);
        }
    }

private:
    void field(Message& message, std::uint32_t number, const Value& value, std::string_view bytes) const {
        check_output(message.bytes());
        switch (value.kind) {
            case Kind::Struct:
                return structure(message, number, *value.layout, bytes);
            case Kind::Array:
                return array(message, number, value, bytes.substr(0, value.bytes()));
            case Kind::Chars:
                return add_bytes(message, number, characters(value, bytes));
            case Kind::InAddr:
            case Kind::In6Addr:
                return add_bytes(message, number, bytes.substr(0, value.size));
            default:
                return message->add_uint64(number, wire_number(value, load_bits(bytes, value.size)));
        }
    }

    void fields(Message& message, const StructLayout& layout, std::string_view bytes) const {
        std::uint32_t number = 0;
        for (const Field& each : layout.fields) {
            number++;
            if (!has_field(bytes.size(), each)) continue;
            field(message, each.message_field ? each.message_field : number, each.value, bytes.substr(each.offset));
        }
    }

    void structure(Message& around, std::uint32_t number, const StructLayout& layout, std::string_view bytes) const {
        Message message(around, number);
        const StructLayout& variant = specific_layout(layout, bytes);
        if (&variant == &layout) return fields(message, layout, bytes);
        Message inner(message, variant_number(layout, variant));
        fields(inner, variant, bytes);
    }

    // Values that are the same struct have the number of the first.
    static std::uint32_t variant_number(const StructLayout& layout, const StructLayout& variant) {
        for (const auto& [value, each] : layout.cases)
            if (each == &variant) return static_cast<std::uint32_t>(value) + variant_field;
        return variant_field;
    }

    void array(Message& message, std::uint32_t number, const Value& value, std::string_view bytes) const {
        const Value& element = *value.element;
        if (!is_scalar(element.kind) || is_bytes(element.kind))
            return each_element(element, bytes, [&](std::string_view one) { field(message, number, element, one); });
        if (bytes.size() < element.bytes() || !element.bytes()) return;
        protozero::packed_field_uint64 packed(*message, number);
        each_element(element, bytes, [&](std::string_view one) {
            packed.add_element(wire_number(element, load_bits(one, element.size)));
        });
    }

    template <typename Function>
    static void each_element(const Value& element, std::string_view bytes, Function&& function) {
        std::size_t size = element.bytes();
        for (std::size_t at = 0; size && at + size <= bytes.size(); at += size) function(bytes.substr(at, size));
    }

    static void strings(Message& message, std::uint32_t number, Pieces pieces) {
        std::vector<std::uint32_t> missing;
        for (std::uint32_t index = 0; const Piece* piece = pieces.current(); pieces.advance(), index++) {
            if (unreadable(piece->head.status)) missing.push_back(index);
            add_bytes(message, number, unreadable(piece->head.status) ? std::string_view() : piece->bytes);
        }
        message->add_packed_uint32(number + unreadable_field, missing.begin(), missing.end());
    }

    static void iovecs(Message& around, std::uint32_t number, Pieces& pieces) {
        for (; pieces.at(wire::PIECE_IOVEC); pieces.advance()) {
            const Piece& piece = *pieces.current();
            Message message(around, number);
            add_number(message, IovecField::base, piece.head.address);
            add_number(message, IovecField::length, piece.head.length);
            if (!unreadable(piece.head.status)) add_bytes(message, IovecField::data, piece.bytes);
        }
    }

    void msghdr(Message& message, Pieces& pieces) const {
        MessageHeader header(*pieces.current());
        pieces.advance();
        if (pieces.at(wire::PIECE_NAME)) {
            const StructLayout* sockaddr = schema_.find_layout("sockaddr");
            if (sockaddr && !unreadable(pieces.current()->head.status))
                structure(message, static_cast<std::uint32_t>(MsghdrField::name), *sockaddr, pieces.current()->bytes);
            pieces.advance();
        }
        iovecs(message, static_cast<std::uint32_t>(MsghdrField::iov), pieces);
        if (pieces.at(wire::PIECE_CONTROL)) {
            const Piece& control = *pieces.current();
            if (!unreadable(control.head.status)) add_bytes(message, MsghdrField::control, control.bytes);
            pieces.advance();
        }
        add_number(message, MsghdrField::flags, header.flags);
        add_number(message, MsghdrField::namelen, header.namelen);
        add_number(message, MsghdrField::iovlen, header.iovlen);
        add_number(message, MsghdrField::controllen, header.controllen);
    }

    void messages(Message& around, std::uint32_t number, Pieces pieces) const {
        while (pieces.at(wire::PIECE_HEADER)) {
            std::uint64_t length = MessageHeader(*pieces.current()).length;
            Message one(around, number);
            {
                Message inner(one, static_cast<std::uint32_t>(MmsghdrField::msg_hdr));
                msghdr(inner, pieces);
            }
            add_number(one, MmsghdrField::msg_len, length);
        }
    }

    const EventSchema& schema_;
};

void add_syscall(Message& message, MessageField number, const EventView& event) {
    std::string_view name = event.syscall();
    if (event.schema()) return add_bytes(message, number, name);
    std::string text;
    bool valid = append_utf8(name, text);
    if (!text.empty()) add_bytes(message, number, text);
    if (!valid) add_bytes(message, MessageField::syscall_bytes, name);
}

/// How many events' fields messages have.
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
void add_field(Message& message, const EventView& event, std::int64_t time) {
    constexpr FieldRow row = field_row<field>;
    constexpr auto number = static_cast<MessageField>(row.number);
    auto value = field_value<field>(event);
    if constexpr (row.type == FieldType::time) {
        add_number(message, number, static_cast<std::uint64_t>(time));
    } else if constexpr (row.type == FieldType::name) {
        add_syscall(message, number, event);
    } else if constexpr (row.type == FieldType::text) {
        if (!value.empty()) add_bytes(message, number, value);
    } else if constexpr (row.type == FieldType::bytes) {
        if (!value.empty()) add_bytes(message, number, {reinterpret_cast<const char*>(value.data()), value.size()});
    } else if constexpr (row.presence == FieldPresence::timed) {  // a measured 0 is something else than none
        if (is_there<field>(event, value)) message->add_uint64(row.number, value);
    } else {
        add_number(message, number, static_cast<std::uint64_t>(value));  // a negative int32 as int64 has it
    }
}

// By itself: GCC 12 makes slower code, by 5 %, of all that is in a message together.
[[gnu::noinline]] void add_header(Message& message, const EventView& event, std::int64_t time) {
    [&]<std::size_t... index>(std::index_sequence<index...>) {
        (add_field<fields_by_number[index]>(message, event, time), ...);
    }(std::make_index_sequence<message_fields>());
}

void add_argument(Message& call, const EventView& event, std::size_t index, const EventSchema& schema) {
    const Argument& argument = event.schema()->arguments[index];
    std::uint32_t number = argument.message_field ? argument.message_field : static_cast<std::uint32_t>(index) + 1;
    if (argument.value.cases) {  // what it is depends on another: the register, and the memory as it lay there
        add_number(call, number, event.argument(index));
        std::optional<Captured> memory = event.captured(index);
        if (memory && memory->here()) add_bytes(call, number + memory_field, memory->bytes);
    } else if (is_scalar(argument.value.kind)) {
        add_number(call, number, wire_number(argument.value, event.argument(index)));
    } else if (std::optional<Captured> memory = readable_memory(event, index, argument.value)) {
        MemoryEncoder(schema).memory(call, number, argument.value, memory->bytes);
    } else {
        call->add_uint64(number + address_field, event.argument(index));
    }
}

void add_call(Message& message, const EventView& event, const EventSchema& schema) {
    const SyscallSchema* known = event.foreign() ? nullptr : event.schema();
    std::size_t count = known ? std::min(known->arguments.size(), event.argument_count()) : 0;
    if (event.argument_count() > count) {
        protozero::packed_field_uint64 more(*message, static_cast<std::uint32_t>(MessageField::more_args));
        for (std::size_t i = count; i < event.argument_count(); i++) more.add_element(event.argument(i));
    }
    if (!known) return;
    Message call(message, known->message_field ? known->message_field : call_field + known->syscall.nr);
    for (std::size_t i = 0; i < count; i++) add_argument(call, event, i, schema);
}

}  // namespace

void ProtobufEncoder::encode(const EventView& event, std::int64_t time, std::string& out) const {
    Message message(out);
    add_header(message, event, time);
    add_call(message, event, *schema_);
}

std::string ProtobufEncoder::encode(const Batch& batch, std::uint32_t field) const {
    // https://protobuf.dev/programming-guides/proto3: "Assigning Field Numbers"
    if (field >= 1 << 29 || (field >= 19000 && field < 20000))
        throw Error(ErrorKind::Usage, "no message has a field of number " + std::to_string(field));
    std::string out;
    out.reserve(batch.bytes());
    std::string one;
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = EventView::decode(batch.event(i), *schema_);
        if (!event) continue;
        one.clear();
        encode(*event, batch.clock().since_epoch(event->header().timestamp), one);
        if (field) {
            protozero::pbf_writer(out).add_bytes(field, one);
        } else {
            protozero::add_varint_to_buffer(&out, one.size());
            out += one;
        }
    }
    return out;
}

}  // namespace traceleft
