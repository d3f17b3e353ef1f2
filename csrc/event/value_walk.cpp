#include "value_walk.h"

#include <traceleft/event.h>

#include <algorithm>

#include "captured_memory.h"

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
            case Kind::Struct:
                return structure(*value.layout, bytes);
            case Kind::Array:
                return array(value, bytes, truncated);
            default:
                return field(value, bytes);
        }
    }

private:
    // What lies in memory: bytes that are not there are not shown.
    void field(const Value& value, std::string_view bytes) {
        switch (value.kind) {
            case Kind::Struct:
                return structure(*value.layout, bytes);
            case Kind::Array:
                return array(value, bytes.substr(0, value.bytes()), false);
            case Kind::Chars:
                return sink_.text(characters(value, bytes), false);
            case Kind::InAddr:
            case Kind::In6Addr:
                return sink_.network_address(value, bytes.substr(0, value.size));
            default:
                return sink_.scalar(value, extend(value, load_bits(bytes, value.size)));
        }
    }

    void structure(const StructLayout& base, std::string_view bytes) {
        sink_.begin_struct();
        for (const Field& field : specific_layout(base, bytes).fields) {
            if (!has_field(bytes.size(), field)) continue;
            sink_.key(field.name);
            this->field(field.value, bytes.substr(field.offset));
        }
        sink_.end_struct();
    }

    void array(const Value& value, std::string_view bytes, bool truncated) {
        std::size_t size = value.element->bytes();
        sink_.begin_list();
        for (std::size_t at = 0; size && at + size <= bytes.size(); at += size)
            field(*value.element, bytes.substr(at, size));
        sink_.end_list(truncated);
    }

    void strings(Pieces pieces, bool truncated) {
        sink_.begin_list();
        for (; const Piece* piece = pieces.current(); pieces.advance())
            if (unreadable(piece->head.status))
                sink_.pointer(piece->head.address);
            else
                sink_.text(piece->bytes, piece->head.status == wire::CAPTURE_TRUNCATED);
        sink_.end_list(truncated);
    }

    void number(std::string_view key, std::uint64_t value) {
        sink_.key(key);
        sink_.scalar(Value{Kind::Uint, 8}, value);
    }

    void contents(const Piece& piece) {
        if (unreadable(piece.head.status))
            sink_.pointer(piece.head.address);
        else
            sink_.bytes(piece.bytes, piece.head.status == wire::CAPTURE_TRUNCATED);
    }

    void iovecs(Pieces& pieces, bool truncated) {
        sink_.begin_list();
        for (; pieces.at(wire::PIECE_IOVEC); pieces.advance()) {
            sink_.begin_struct();
            sink_.key("iov_base");
            contents(*pieces.current());
            number("iov_len", pieces.current()->head.length);
            sink_.end_struct();
        }
        sink_.end_list(truncated);
    }

    void message(Pieces& pieces, bool truncated) {
        MessageHeader header(*pieces.current());
        pieces.advance();
        sink_.begin_struct();
        sink_.key("msg_name");
        if (pieces.at(wire::PIECE_NAME)) {
            name(*pieces.current());
            pieces.advance();
        } else {
            sink_.pointer(header.name);
        }
        number("msg_namelen", header.namelen);
        sink_.key("msg_iov");
        iovecs(pieces, truncated || pieces.count(wire::PIECE_IOVEC) < header.iovlen);
        number("msg_iovlen", header.iovlen);
        sink_.key("msg_control");
        if (pieces.at(wire::PIECE_CONTROL)) {
            contents(*pieces.current());
            pieces.advance();
        } else {
            sink_.pointer(header.control);
        }
        number("msg_controllen", header.controllen);
        sink_.key("msg_flags");
        sink_.scalar(flags_, header.flags);
        sink_.end_struct();
    }

    void name(const Piece& piece) {
        const StructLayout* sockaddr = schema_.find_layout("sockaddr");
        if (unreadable(piece.head.status) || !sockaddr)
            sink_.pointer(piece.head.address);
        else
            structure(*sockaddr, piece.bytes);
    }

    void messages(Pieces pieces, bool truncated) {
        sink_.begin_list();
        while (pieces.at(wire::PIECE_HEADER)) {
            std::uint64_t length = MessageHeader(*pieces.current()).length;
            sink_.begin_struct();
            sink_.key("msg_hdr");
            message(pieces, false);
            number("msg_len", length);
            sink_.end_struct();
        }
        sink_.end_list(truncated);
    }

    const EventSchema& schema_;
    ValueSink& sink_;
    Value flags_ = Value{Kind::Flags, 4, 0, 0, schema_.flags("msg")};
};

}  // namespace

const Value& meaning_of(const EventView& event, const Argument& argument) {
    const Cases* cases = argument.value.cases.get();
    if (!cases) return argument.value;
    auto found = cases->values.find(static_cast<std::uint32_t>(event.argument(cases->selector)) & cases->mask);
    return found == cases->values.end() ? argument.value : found->second;
}

void walk_argument(const EventView& event, std::size_t index, const EventSchema& schema, ValueSink& sink) {
    std::uint64_t bits = event.argument(index);
    const SyscallSchema* known = event.schema();
    if (!known || index >= known->arguments.size()) return sink.scalar(Value{Kind::Hex, 8}, bits);
    const Value& value = meaning_of(event, known->arguments[index]);
    if (is_scalar(value.kind)) return sink.scalar(value, extend(value, bits));
    std::optional<Captured> memory = readable_memory(event, index, value);
    if (!memory) return sink.pointer(bits);
    Walk(schema, sink).memory(value, memory->bytes, memory->status != wire::CAPTURE_OK);
}

std::optional<StringCount> count_strings(const EventView& event, std::size_t index) {
    std::optional<Captured> memory = event.captured(index);
    if (!memory || !event.argument(index)) return std::nullopt;
    Pieces pieces(memory->bytes);
    if (pieces.at(wire::PIECE_COUNT)) {
        const wire::piece& count = pieces.current()->head;
        if (count.status == wire::CAPTURE_FAULT && !count.length) return std::nullopt;
        return StringCount{count.length, count.status != wire::CAPTURE_OK};
    }
    if (!memory->here()) return std::nullopt;
    return StringCount{pieces.count(wire::PIECE_STRING), memory->status != wire::CAPTURE_OK};
}

const NamedValue* find_choice(const FlagSet& set, std::uint64_t value) {
    auto found = std::lower_bound(set.choices.begin(), set.choices.end(), value,
                                  [](const NamedValue& choice, std::uint64_t wanted) { return choice.value < wanted; });
    return found != set.choices.end() && found->value == value ? &*found : nullptr;
}

}  // namespace traceleft
