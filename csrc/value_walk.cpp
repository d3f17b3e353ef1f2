#include "value_walk.h"

#include <traceleft/event.h>

#include <algorithm>
#include <cstring>

namespace traceleft {

namespace {

std::uint64_t load_bits(std::string_view bytes, std::size_t size) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes.data(), std::min({bytes.size(), size, sizeof(bits)}));
    return bits;
}

// To 64 bits.
std::uint64_t extend(const Value& value, std::uint64_t bits) {
    std::uint32_t width = value.bit_width ? value.bit_width : value.size * 8;
    bits >>= value.bit_shift;
    if (!width || width >= 64) return bits;
    std::uint64_t mask = (std::uint64_t{1} << width) - 1;
    bits &= mask;
    bool negative = is_owner(value.kind) ? bits == mask : may_be_negative(value.kind) && bits >> (width - 1);
    return negative ? bits | ~mask : bits;
}

std::string_view padded_front(std::string_view& rest, std::size_t size) {
    std::string_view front = rest.substr(0, size);
    rest.remove_prefix(std::min((size + 7) / 8 * 8, rest.size()));
    return front;
}

struct Piece {
    wire::piece head;
    std::string_view bytes;
};

/// The pieces of a compound capture, one after the other.
class Pieces {
public:
    explicit Pieces(std::string_view bytes) : rest_(bytes) { advance(); }
    const Piece* current() const { return here_ ? &piece_ : nullptr; }
    void advance() {
        here_ = rest_.size() >= sizeof(wire::piece);
        if (!here_) return;
        std::memcpy(&piece_.head, rest_.data(), sizeof(wire::piece));
        rest_.remove_prefix(sizeof(wire::piece));
        piece_.bytes = padded_front(rest_, piece_.head.size);
    }
    bool at(std::uint16_t kind) const { return here_ && piece_.head.kind == kind; }

private:
    std::string_view rest_;
    Piece piece_{};
    bool here_ = false;
};

bool unreadable(std::uint16_t status) { return status == wire::CAPTURE_FAULT || status == wire::CAPTURE_NONE; }

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
                return sink_.text(characters(value, bytes.substr(0, value.size)), false);
            case Kind::InAddr:
            case Kind::In6Addr:
                return sink_.network_address(value, bytes.substr(0, value.size));
            default:
                return sink_.scalar(value, extend(value, load_bits(bytes, value.size)));
        }
    }

    // An abstract socket's name begins with NUL, and ends where the address does.
    static std::string_view characters(const Value& value, std::string_view bytes) {
        bool abstract = bytes.size() < value.size && bytes.size() > 1 && !bytes.front();
        return abstract ? bytes : bytes.substr(0, strnlen(bytes.data(), bytes.size()));
    }

    void structure(const StructLayout& base, std::string_view bytes) {
        const StructLayout& layout = specific(base, bytes);
        sink_.begin_struct();
        for (const Field& field : layout.fields) {
            // A path in a sockaddr_un ends where the address does.
            bool partial = field.value.kind == Kind::Chars && field.offset < bytes.size();
            if (!partial && std::size_t{field.offset} + field.value.bytes() > bytes.size()) continue;
            sink_.key(field.name);
            this->field(field.value, bytes.substr(field.offset));
        }
        sink_.end_struct();
    }

    static const StructLayout& specific(const StructLayout& layout, std::string_view bytes) {
        for (const Field& field : layout.fields) {
            if (layout.selector.empty() || field.name != layout.selector) continue;
            if (std::size_t{field.offset} + field.value.size > bytes.size()) break;
            auto found = layout.cases.find(load_bits(bytes.substr(field.offset), field.value.size));
            return found == layout.cases.end() ? layout : *found->second;
        }
        return layout;
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

    // include/linux/socket.h: struct user_msghdr.
    void message(Pieces& pieces, bool truncated) {
        Piece header = *pieces.current();
        header.bytes = header.bytes.substr(0, 56);
        auto at = [&](std::size_t offset, std::size_t size) {
            return offset < header.bytes.size() ? load_bits(header.bytes.substr(offset), size) : 0;
        };
        pieces.advance();
        sink_.begin_struct();
        sink_.key("msg_name");
        if (pieces.at(wire::PIECE_NAME)) {
            name(*pieces.current());
            pieces.advance();
        } else {
            sink_.pointer(at(0, 8));
        }
        number("msg_namelen", at(8, 4));
        sink_.key("msg_iov");
        iovecs(pieces, truncated || pieces_missing(pieces, at(24, 8)));
        number("msg_iovlen", at(24, 8));
        sink_.key("msg_control");
        if (pieces.at(wire::PIECE_CONTROL)) {
            contents(*pieces.current());
            pieces.advance();
        } else {
            sink_.pointer(at(32, 8));
        }
        number("msg_controllen", at(40, 8));
        sink_.key("msg_flags");
        sink_.scalar(flags_, at(48, 4));
        sink_.end_struct();
    }

    static bool pieces_missing(Pieces pieces, std::uint64_t count) {
        std::uint64_t there = 0;
        for (; pieces.at(wire::PIECE_IOVEC); pieces.advance()) there++;
        return there < count;
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
            std::string_view header = pieces.current()->bytes;
            std::uint64_t length = header.size() >= 60 ? load_bits(header.substr(56), 4) : 0;
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

bool has_pieces(Kind kind) {
    return kind == Kind::Strings || kind == Kind::Iovec || kind == Kind::Msghdr || kind == Kind::Mmsghdr;
}

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
    std::optional<Captured> memory = event.captured(index);
    bool empty_message = value.kind == Kind::Msghdr && memory && memory->bytes.size() < sizeof(wire::piece);
    // Pieces before an unreadable one are shown.
    bool readable = memory && bits && !empty_message && memory->here() &&
                    (memory->status != wire::CAPTURE_FAULT || has_pieces(value.kind));
    if (!readable) return sink.pointer(bits);
    Walk(schema, sink).memory(value, memory->bytes, memory->status != wire::CAPTURE_OK);
}

std::optional<std::size_t> count_strings(const EventView& event, std::size_t index) {
    std::optional<Captured> memory = event.captured(index);
    if (!memory || !event.argument(index) || !memory->here()) return std::nullopt;
    std::size_t count = 0;
    for (Pieces pieces(memory->bytes); pieces.at(wire::PIECE_STRING); pieces.advance()) count++;
    return count;
}

const NamedValue* find_choice(const FlagSet& set, std::uint64_t value) {
    auto found = std::lower_bound(set.choices.begin(), set.choices.end(), value,
                                  [](const NamedValue& choice, std::uint64_t wanted) { return choice.value < wanted; });
    return found != set.choices.end() && found->value == value ? &*found : nullptr;
}

}  // namespace traceleft
