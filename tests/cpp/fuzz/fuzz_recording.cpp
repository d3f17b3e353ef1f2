// SPDX-License-Identifier: MIT
// A recording: a schema that somebody made up, and events that came out of a
// file. scripts/fuzz builds and runs it.
#include <zstd.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "batch_codec.h"
#include "error.h"
#include "raw_event.h"
#include "schema_check.h"
#include "show_batch.h"

namespace {

using namespace traceleft;

/// Takes the numbers that shape a schema from the front of the input; 0 where
/// it has ended.
class Choices {
public:
    explicit Choices(std::string_view& rest) : rest_(rest) {}

    unsigned byte() {
        if (rest_.empty()) return 0;
        auto first = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return first;
    }
    unsigned below(unsigned end) { return byte() % end; }
    /// Mostly what C has, and sometimes any number.
    std::uint32_t size() {
        constexpr std::uint32_t sizes[] = {1, 2, 4, 8, 8, 4, 16, 108};
        unsigned choice = byte();
        return choice < 251 ? sizes[choice % 8] : choice == 251 ? 0xffffffff : byte() << (8 * (choice - 252));
    }

private:
    std::string_view& rest_;
};

class SchemaMaker {
public:
    explicit SchemaMaker(std::string_view& rest) : choose_(rest) {}

    std::shared_ptr<EventSchema> make() {
        FlagSet set{choose_.byte(), {}, {}};
        for (unsigned n = choose_.below(4); n; n--) set.choices.push_back({name(), choose_.byte()});
        for (unsigned n = choose_.below(9); n; n--) set.bits.push_back({name(), std::uint64_t{1} << choose_.below(64)});
        flags_ = schema_->add_flags("msg", set);
        for (const char* each : structs) layout(schema_->layout(each));
        for (int nr = 0; nr < 3; nr++) syscall(nr);
        return schema_;
    }

private:
    static constexpr const char* structs[] = {"sockaddr", "s1", "s2", "s3"};
    static constexpr const char* calls[] = {"read", "open", "ioctl"};

    std::string name() { return {static_cast<char>('a' + choose_.below(26))}; }
    const StructLayout* any_layout() { return &schema_->layout(structs[choose_.below(4)]); }

    Value value(int depth) {
        Value value;
        value.kind = static_cast<Kind>(choose_.below(static_cast<unsigned>(std::size(kinds))));
        if (value.kind == Kind::Struct || value.kind == Kind::Linked) value.layout = any_layout();
        if (value.kind == Kind::Array || value.kind == Kind::Pointers) {
            value.count = choose_.below(5);
            value.element = std::make_shared<Value>(depth < 12 ? this->value(depth + 1) : Value{Kind::Int, 4});
        }
        if (!is_scalar(value.kind)) return value;
        value.size = value.kind == Kind::Be16                                 ? 2
                     : value.kind == Kind::Be32 || value.kind == Kind::InAddr ? 4
                     : value.kind == Kind::In6Addr                            ? 16
                                                                              : choose_.size();
        if (choose_.below(4) == 1) value.flags = flags_;
        if (choose_.below(8) == 1) value.bit_shift = choose_.below(70), value.bit_width = choose_.below(70);
        return value;
    }

    void layout(StructLayout& layout) {
        layout.size = 1 + choose_.byte();
        for (unsigned n = choose_.below(6), offset = 0; n; n--) {
            layout.fields.push_back({name(), offset, value(0)});
            if (choose_.below(5) == 1) layout.fields.back().value.cases = cases();
            if (choose_.below(8) == 1) layout.fields.back().value.linked = true, layout.fields.back().value.size = 8;
            offset += choose_.below(9);
        }
        if (!layout.fields.empty() && choose_.below(3) == 1) {
            layout.record_offset = choose_.below(9);
            layout.record_size = choose_.below(10);
            layout.record_align = choose_.below(9);
            layout.fields.back().value = Value{Kind::Buffer};
        }
        if (layout.fields.empty() || choose_.below(4) != 1) return;
        layout.selector = layout.fields.front().name;
        for (unsigned n = choose_.below(4); n; n--) layout.cases[choose_.below(5)] = any_layout();
    }

    void syscall(int nr) {
        SyscallSchema call;
        call.syscall = {calls[nr], nr, "", ""};
        for (unsigned n = choose_.below(5), index = 0; index < n; index++) {
            Argument argument = argument_of(std::string(1, static_cast<char>('a' + index)), Kind::Int);
            argument.value = value(0);
            if (choose_.below(5) == 1) argument.value.cases = cases();
            if (choose_.below(5) == 1) argument.when_argument = static_cast<int>(choose_.below(7)) - 1;
            call.arguments.push_back(argument);
        }
        schema_->add(call);
    }

    std::shared_ptr<const Cases> cases(int depth = 0) {
        auto cases = std::make_shared<Cases>();
        cases->selector = choose_.below(5);
        cases->mask = 7;
        for (unsigned n = choose_.below(4); n; n--) {
            Value& each = cases->values[choose_.below(8)] = value(0);
            if (depth < 3 && choose_.below(4) == 1) each.cases = this->cases(depth + 1);
        }
        return cases;
    }

    Choices choose_;
    std::shared_ptr<EventSchema> schema_ = std::make_shared<EventSchema>();
    const FlagSet* flags_ = nullptr;
};

std::string compressed(std::string_view bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), -5));
    return out;
}

/// Takes up to so many bytes from the front.
std::string_view take(std::string_view& rest, std::size_t size) {
    std::string_view front = rest.substr(0, size);
    rest.remove_prefix(front.size());
    return front;
}

/// A frame whose parts say of themselves what they like: a clock, a count of
/// events, of which the sizes follow; under the count's highest bit a count of
/// objects, their sizes, and they; the events.
std::string frame_of(std::string_view bytes) {
    std::string header(take(bytes, 16));
    header.resize(16);
    std::string frame = header + compressed(take(bytes, 4 * static_cast<unsigned char>(header[12])));
    if (!(header[15] & 0x80)) return frame + compressed(bytes);
    std::string_view sizes = take(bytes, 4 * Choices(bytes).byte());
    std::size_t length = 0;
    for (std::size_t at = 0; at + 4 <= sizes.size(); at += 4) {
        std::uint32_t size = 0;
        std::memcpy(&size, sizes.data() + at, sizeof(size));
        length += padded(size);
    }
    std::string_view records = take(bytes, length);
    return frame + compressed(bytes) + compressed(sizes) + compressed(records);
}

}  // namespace

// The first byte tells the kind of the rest: a frame as it is in a file; a
// frame's contents; or a schema, and an event.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::shared_ptr<EventSchema> known = test_schema();
    static const BatchFormats known_formats(known);
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    unsigned way = Choices(rest).below(3);
    try {
        if (way < 2) {
            known_formats.show(decompress_batch(way ? frame_of(rest) : std::string(rest)));
            return 0;
        }
        std::shared_ptr<EventSchema> schema = SchemaMaker(rest).make();
        check_schema(*schema);
        Batch batch;
        RawEvent event(std::string(schema->calls().begin()->first));
        for (const auto& [name, call] : schema->calls()) {
            std::memset(event.header.syscall, 0, sizeof(event.header.syscall));
            name.copy(event.header.syscall, sizeof(event.header.syscall));
            event.header.nr = call.syscall.nr;
            event.header.args = event.header.captured = static_cast<std::uint16_t>(call.arguments.size());
            std::string bytes(reinterpret_cast<const char*>(&event.header), sizeof(event.header));
            bytes += rest;
            batch.append(bytes.data(), bytes.size());
        }
        BatchFormats(schema).show(batch);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Usage && error.kind != ErrorKind::Capacity) throw;
    }
    return 0;
}
