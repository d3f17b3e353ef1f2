#pragma once

#include <traceleft/event.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "event_schema.h"

namespace traceleft {

/// Builds the bytes of an event as a handler submits them. Tests change its fields before or after it is filled.
struct RawEvent {
    explicit RawEvent(const std::string& syscall) {
        syscall.copy(header.syscall, sizeof(header.syscall));
        std::string("cat").copy(header.comm, sizeof(header.comm));
        header.magic = wire::EVENT_MAGIC;
        header.pid = 4711;
    }

    RawEvent& arguments(std::vector<std::uint64_t> values) {
        raw = std::move(values);
        header.args = static_cast<std::uint16_t>(raw.size());
        return *this;
    }

    RawEvent& capture(std::uint16_t argument, const std::string& bytes, std::uint16_t status = wire::CAPTURE_OK) {
        records.push_back({static_cast<std::uint32_t>(bytes.size()), argument, status});
        memory += bytes;
        memory.resize((memory.size() + 7) / 8 * 8);
        header.captures = static_cast<std::uint16_t>(records.size());
        return *this;
    }

    std::string bytes() const {
        std::string all(reinterpret_cast<const char*>(&header), sizeof(header));
        all.append(reinterpret_cast<const char*>(raw.data()), raw.size() * sizeof(raw[0]));
        all.append(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(records[0]));
        return all + memory;
    }

    wire::event_header header{};
    std::vector<std::uint64_t> raw;
    std::vector<wire::capture> records;
    std::string memory;
};

inline std::span<const std::byte> as_bytes(const std::string& text) {
    return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}

inline Argument argument_of(const std::string& name, Kind kind) {
    Argument argument;
    argument.name = name;
    argument.kind = kind;
    return argument;
}

/// Schema of a few calls that between them have each kind of argument that matters to a test.
inline std::shared_ptr<EventSchema> test_schema() {
    auto schema = std::make_shared<EventSchema>();
    Argument flags = argument_of("flags", Kind::Flags);
    flags.flags = "open";
    Argument mode = argument_of("mode", Kind::Mode);
    mode.when_argument = 2;
    mode.when_mask = 0100;
    schema->add({{"open", 2, "open", "open"},
                 {argument_of("dfd", Kind::DirFd), argument_of("path", Kind::String), flags, mode}});
    schema->add({{"read", 0, "read", "read"},
                 {argument_of("fd", Kind::Fd), argument_of("buf", Kind::Buffer), argument_of("count", Kind::Size)}});
    schema->add_flags("open", {3,
                               {{"O_RDONLY", 0}, {"O_WRONLY", 1}, {"O_RDWR", 2}},
                               {{"O_CREAT", 0100}, {"O_SYNC", 04010000}, {"O_DSYNC", 010000}}});
    return schema;
}

}  // namespace traceleft
