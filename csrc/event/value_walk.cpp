// SPDX-License-Identifier: MIT
#include "value_walk.h"

#include <traceleft/event.h>

#include <algorithm>

#include "captured_memory.h"
#include "piece_layouts.h"

namespace traceleft {

namespace {

class Walk {
public:
    Walk(const EventSchema& schema, ValueSink& sink) : schema_(schema), sink_(sink) {}

    void memory(const Value& value, std::string_view bytes, bool truncated) {
        switch (value.kind) {
            case Kind::String:
                return sink_.text(bytes, truncated);
            case Kind::Buffer:
                return sink_.bytes(bytes, truncated);
            case Kind::Strings:
                return strings(Pieces(bytes), truncated);
            case Kind::Iovec: {
                Pieces pieces(bytes);
                return iovecs(pieces, truncated);
            }
            case Kind::Msghdr: {
                Pieces pieces(bytes);
                return message(pieces, truncated);
            }
            case Kind::Mmsghdr:
                return messages(Pieces(bytes), truncated);
            case Kind::Linked:
                return linked(*value.layout, Pieces(bytes));
            case Kind::Pointers:
                return pointers(*value.element, Pieces(bytes), truncated);
            case Kind::Struct:
                return structure(*value.layout, bytes);
            case Kind::Array:
                if (value.count && bytes.size() != value.bytes()) return sink_.bytes(bytes, truncated);
                return array(value, bytes, truncated);
            default:
                return field(value, bytes);
        }
    }

    // Memory that may be too short for what it should be.
    void loose(const Value& value, std::string_view bytes) {
        bool is_list = value.kind == Kind::Array && !value.count;
        if (bytes.size() < (is_list ? value.element->bytes() : value.bytes())) return sink_.bytes(bytes, false);
        memory(value, bytes, false);
    }

private:
    // For values in memory: bytes that were not captured are not shown.
    void field(const Value& value, std::string_view bytes, Pieces* links = nullptr) {
        switch (value.kind) {
            case Kind::Struct:
                return structure(*value.layout, bytes, links, true);
            case Kind::Array:
                return array(value, value.count ? bytes.substr(0, value.bytes()) : bytes, false);
            case Kind::Beyond:
            case Kind::Buffer:
                return sink_.bytes(bytes, false);
            case Kind::Chars:
                return sink_.text(characters(value, bytes), false);
            case Kind::SocketName:
                return sink_.socket_name(socket_name(value, bytes));
            case Kind::InAddr:
            case Kind::In6Addr:
                return sink_.network_address(value, bytes.substr(0, value.size));
            case Kind::CapSet: {  // capabilities go on in the next struct: kernel/capability.c
                Value word = value;
                word.first_member = static_cast<std::uint32_t>(element_ * value.size * 8);
                return sink_.scalar(word, number_of(value, load_bits(bytes, value.size)));
            }
            default:
                return sink_.scalar(value, number_of(value, load_bits(bytes, value.size)));
        }
    }

    // A struct in another has no field that goes on up to the memory's end.
    void structure(const StructLayout& base, std::string_view bytes, Pieces* links = nullptr, bool inner = false) {
        const StructLayout& specific = specific_layout(base, bytes);
        if (!links && sink_.whole_struct(base, specific, bytes, inner)) return;
        sink_.begin_struct(base, specific);
        for (const Field& field : specific.fields) {
            if (std::uint32_t size = field.value.size; size && is_plain_number(field.value)) {  // as most are
                if (std::size_t{field.offset} + size > bytes.size()) continue;
                sink_.key(field);
                sink_.scalar(field.value, number_of(field.value, load_bits(bytes.substr(field.offset), size)));
                continue;
            }
            if (!has_field(bytes.size(), field) || (inner && !field.value.bytes())) continue;
            if (field.value.kind == Kind::Beyond && is_zero(bytes.substr(field.offset))) continue;
            sink_.key(field);
            if (field.value.linked)
                link(field.value, bytes.substr(field.offset), links);
            else if (field.value.cases)
                choice(field, field_meaning(specific, field, bytes), bytes.substr(field.offset));
            else
                this->field(field.value, bytes.substr(field.offset), links);
        }
        sink_.end_struct();
    }

    static bool is_zero(std::string_view bytes) { return bytes.find_first_not_of('\0') == std::string_view::npos; }

    void choice(const Field& field, const Value& chosen, std::string_view bytes) {
        if (is_scalar(field.value.kind))
            this->field(chosen, bytes);
        else if (!sink_.choice(chosen, bytes, schema_))
            loose(chosen, bytes);
    }

    // A struct's pieces: itself, and the memory of each of its linked fields that it is long enough for.
    void linked(const StructLayout& layout, Pieces pieces) {
        const Piece whole = *pieces.current();
        if (unreadable(whole.head.status)) return sink_.pointer(whole.head.address);
        pieces.advance();
        structure(layout, whole.bytes, &pieces);
    }

    void link(const Value& value, std::string_view bytes, Pieces* links) {
        std::uint64_t address = load_bits(bytes, value.size);
        const Piece* next = links ? links->current() : nullptr;
        if (!next || next->head.address != address) return sink_.pointer(address);
        const Piece piece = *next;
        links->advance();
        if (unreadable(piece.head.status))
            sink_.pointer(address);
        else
            memory(value, piece.bytes, piece.head.status == wire::CAPTURED_TRUNCATED);
    }

    void pointers(const Value& element, Pieces pieces, bool truncated) {
        sink_.begin_list();
        for (; const Piece* piece = pieces.current(); pieces.advance())
            if (unreadable(piece->head.status))
                sink_.pointer(piece->head.address);
            else
                field(element, piece->bytes);
        sink_.end_list(truncated);
    }

    // Structs one behind the other, each with what follows it.
    void records(const StructLayout& layout, std::string_view bytes, bool truncated) {
        std::size_t least = layout.fields.back().offset;
        sink_.begin_list();
        while (bytes.size() >= least) {
            std::uint64_t size = load_bits(bytes.substr(layout.record_offset), layout.record_size);
            structure(layout, bytes.substr(0, std::max<std::uint64_t>(size, least)));
            if (size < least || size >= bytes.size()) break;
            std::size_t align = layout.record_align;
            bytes.remove_prefix(std::min((size + align - 1) / align * align, bytes.size()));
        }
        sink_.end_list(truncated);
    }

    void array(const Value& value, std::string_view bytes, bool truncated) {
        if (value.element->kind == Kind::Struct && value.element->layout->record_size)
            return records(*value.element->layout, bytes, truncated);
        std::size_t size = value.element->bytes();
        sink_.begin_list();
        for (std::size_t at = 0; size && at + size <= bytes.size(); at += size) {
            element_ = at / size;
            field(*value.element, bytes.substr(at, size));
        }
        element_ = 0;
        sink_.end_list(truncated);
    }

    void strings(Pieces pieces, bool truncated) {
        sink_.begin_list();
        for (; const Piece* piece = pieces.current(); pieces.advance())
            if (unreadable(piece->head.status))
                sink_.pointer(piece->head.address);
            else
                sink_.text(piece->bytes, piece->head.status == wire::CAPTURED_TRUNCATED);
        sink_.end_list(truncated);
    }

    void number(const Field& field, std::uint64_t value) {
        sink_.key(field);
        sink_.scalar(field.value, value);
    }

    void contents(const Piece& piece) {
        if (unreadable(piece.head.status))
            sink_.pointer(piece.head.address);
        else
            sink_.bytes(piece.bytes, piece.head.status == wire::CAPTURED_TRUNCATED);
    }

    // The fields of PieceLayouts, one after the other.
    const Field* begin(const StructLayout& layout) {
        sink_.begin_struct(layout, layout);
        return layout.fields.data();
    }

    void iovecs(Pieces& pieces, bool truncated) {
        sink_.begin_list();
        for (; pieces.at(wire::PIECE_IOVEC); pieces.advance()) {
            const Piece& piece = *pieces.current();
            const Field* field = begin(schema_.piece_layouts().iovec);
            sink_.address(piece.head.address);
            sink_.key(*field++);
            contents(piece);
            number(*field, piece.head.length);
            sink_.end_struct();
        }
        sink_.end_list(truncated);
    }

    void message(Pieces& pieces, bool truncated) {
        MessageHeader header(*pieces.current());
        pieces.advance();
        const Field* field = begin(schema_.piece_layouts().msghdr);
        sink_.key(*field);
        if (pieces.at(wire::PIECE_NAME)) {
            name(field->value, *pieces.current());
            pieces.advance();
        } else {
            sink_.pointer(header.name);
        }
        number(*++field, header.namelen);
        sink_.key(*++field);
        iovecs(pieces, truncated || pieces.count(wire::PIECE_IOVEC) < header.iovlen);
        number(*++field, header.iovlen);
        sink_.key(*++field);
        if (pieces.at(wire::PIECE_CONTROL)) {
            control(field->value, *pieces.current());
            pieces.advance();
        } else {
            sink_.pointer(header.control);
        }
        number(*++field, header.controllen);
        number(*++field, header.flags);
        sink_.end_struct();
    }

    void name(const Value& value, const Piece& piece) {
        if (unreadable(piece.head.status) || piece.bytes.empty() || value.kind != Kind::Struct)
            sink_.pointer(piece.head.address);
        else
            structure(*value.layout, piece.bytes);
    }

    void control(const Value& value, const Piece& piece) {
        if (value.kind == Kind::Array && !unreadable(piece.head.status))
            array(value, piece.bytes, piece.head.status == wire::CAPTURED_TRUNCATED);
        else
            contents(piece);
    }

    void messages(Pieces pieces, bool truncated) {
        sink_.begin_list();
        while (pieces.at(wire::PIECE_HEADER)) {
            std::uint64_t length = MessageHeader(*pieces.current()).length;
            const Field* field = begin(schema_.piece_layouts().mmsghdr);
            sink_.key(*field++);
            message(pieces, false);
            number(*field, length);
            sink_.end_struct();
        }
        sink_.end_list(truncated);
    }

    const EventSchema& schema_;
    ValueSink& sink_;
    std::size_t element_ = 0;  ///< of the array that is walked
};

}  // namespace

const Value& meaning_of(const EventView& event, const Argument& argument) {
    const Value* chosen = &argument.value;
    while (const Cases* cases = chosen->cases.get()) {
        auto found = cases->values.find(static_cast<std::uint32_t>(event.argument(cases->selector)) & cases->mask);
        if (found == cases->values.end()) break;
        chosen = &found->second;
    }
    return *chosen;
}

std::optional<Captured> readable_memory(const EventView& event, std::size_t index, const Value& value, bool passed) {
    if (!event.argument(index)) return std::nullopt;
    std::optional<Captured> memory = passed ? event.passed(index) : event.captured(index);
    if (!memory || !memory->here()) return std::nullopt;
    // Pieces before an unreadable one are shown.
    if (memory->status == wire::CAPTURED_FAULT && facts_of(value.kind).place != Place::Pieces) return std::nullopt;
    bool begins_with_piece = value.kind == Kind::Msghdr || value.kind == Kind::Linked;
    if (begins_with_piece && memory->bytes.size() < sizeof(wire::piece)) return std::nullopt;
    // An address of no bytes, as a connected socket's recvfrom() leaves it, is none.
    if (value.kind == Kind::Struct && memory->bytes.empty()) return std::nullopt;
    return memory;
}

namespace {

void walk(const EventView& event, std::size_t index, const EventSchema& schema, ValueSink& sink, bool passed) {
    std::uint64_t bits = event.argument(index);
    const SyscallSchema* known = event.schema();
    if (!known || index >= known->arguments.size()) return sink.scalar(Value{Kind::Hex, 8}, bits);
    const Value& value = meaning_of(event, known->arguments[index]);
    if (is_scalar(value.kind)) return sink.scalar(value, number_of(value, bits));
    std::optional<Captured> memory = readable_memory(event, index, value, passed);
    if (!memory) return sink.pointer(bits);
    Walk(schema, sink).memory(value, memory->bytes, memory->status != wire::CAPTURED_OK);
}

}  // namespace

void walk_argument(const EventView& event, std::size_t index, const EventSchema& schema, ValueSink& sink) {
    walk(event, index, schema, sink, /*passed=*/false);
}

void walk_passed(const EventView& event, std::size_t index, const EventSchema& schema, ValueSink& sink) {
    walk(event, index, schema, sink, /*passed=*/true);
}

void walk_memory(const Value& value, std::string_view bytes, const EventSchema& schema, ValueSink& sink) {
    Walk(schema, sink).loose(value, bytes);
}

std::optional<StringCount> count_strings(const EventView& event, std::size_t index) {
    std::optional<Captured> memory = event.captured(index);
    if (!memory || !event.argument(index)) return std::nullopt;
    Pieces pieces(memory->bytes);
    if (pieces.at(wire::PIECE_COUNT)) {
        const wire::piece& count = pieces.current()->head;
        if (count.status == wire::CAPTURED_FAULT && !count.length) return std::nullopt;
        return StringCount{count.length, count.status != wire::CAPTURED_OK};
    }
    if (!memory->here()) return std::nullopt;
    return StringCount{pieces.count(wire::PIECE_STRING), memory->status != wire::CAPTURED_OK};
}

const NamedValue* find_choice(const FlagSet& set, std::uint64_t value) {
    auto found = std::lower_bound(set.choices.begin(), set.choices.end(), value,
                                  [](const NamedValue& choice, std::uint64_t wanted) { return choice.value < wanted; });
    return found != set.choices.end() && found->value == value ? &*found : nullptr;
}

}  // namespace traceleft
