// SPDX-License-Identifier: MIT
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

    RawEvent& captured(std::uint16_t argument, const std::string& bytes, std::uint16_t status = wire::CAPTURED_OK) {
        records.push_back({static_cast<std::uint32_t>(bytes.size()), argument, status});
        memory += bytes;
        memory.resize((memory.size() + 7) / 8 * 8);
        header.captured = static_cast<std::uint16_t>(records.size());
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
    std::vector<wire::captured> records;
    std::string memory;
};

inline std::span<const std::byte> as_bytes(const std::string& text) {
    return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}

/// A piece of captured memory.
inline std::string piece(std::uint16_t kind, const std::string& bytes, std::uint16_t status = wire::CAPTURED_OK,
                         std::uint64_t address = 0x1000) {
    wire::piece head{address, bytes.size(), static_cast<std::uint32_t>(bytes.size()), kind, status};
    std::string all(reinterpret_cast<const char*>(&head), sizeof(head));
    all += bytes;
    all.resize((all.size() + 7) / 8 * 8);
    return all;
}

/// A number as it lies in memory.
template <typename T>
std::string in_memory(T value) {
    return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

inline Argument argument_of(const std::string& name, Kind kind, std::uint32_t size = 0) {
    Argument argument;
    argument.name = name;
    argument.value.kind = kind;
    argument.value.size = size;
    return argument;
}

/// "entry" is a struct of a length of its own. Its level, and then its type, say what its data are.
inline void add_records(EventSchema& schema, const Value& numbers, const Value& timespec) {
    auto by_type = std::make_shared<Cases>();
    by_type->selector = 2;
    by_type->mask = ~0U;
    by_type->values = {{7, numbers}, {8, timespec}};
    auto by_level = std::make_shared<Cases>();
    by_level->selector = 1;
    by_level->mask = ~0U;
    by_level->values[1] = Value{Kind::Buffer};
    by_level->values[1].cases = by_type;
    Value data{Kind::Buffer};
    data.cases = by_level;
    schema.layout("entry") = {
        4,
        {{"len", 0, {Kind::Uint, 2}}, {"level", 2, {Kind::Uint, 1}}, {"type", 3, {Kind::Uint, 1}}, {"data", 4, data}},
        "",
        {}};
    schema.layout("entry").record_size = 2;
    schema.layout("entry").record_align = 4;
}

/// Calls with an argument of each kind of memory, at index 1; `command` at index 0 chooses what ioctl's is.
inline void add_memory(EventSchema& schema) {
    Value timespec{Kind::Struct};
    timespec.layout = &schema.layout("timespec");
    schema.layout("timespec") = {16, {{"tv_sec", 0, {Kind::Int, 8}}, {"tv_nsec", 8, {Kind::Int, 8}}}, "", {}};
    Value numbers{Kind::Array};
    numbers.element = std::make_shared<Value>(Value{Kind::Int, 4});
    Value pair = numbers;
    pair.count = 2;
    Value low{Kind::Uint, 4, 0, 4};
    Value high{Kind::Uint, 4, 4, 28};
    schema.layout("outer") = {
        32,
        {{"time", 0, timespec}, {"pair", 16, pair}, {"low", 24, low}, {"high", 24, high}, {"dev", 28, {Kind::Dev, 4}}},
        "",
        {}};
    schema.layout("sockaddr_in") = {
        16,
        {{"sin_family", 0, {Kind::Uint, 2}}, {"sin_port", 2, {Kind::Be16, 2}}, {"sin_addr", 4, {Kind::InAddr, 4}}},
        "",
        {}};
    schema.layout("sockaddr_un") = {
        110, {{"sun_family", 0, {Kind::Uint, 2}}, {"sun_path", 2, {Kind::SocketName, 108}}}, "", {}};
    schema.layout("sockaddr") = {16,
                                 {{"sa_family", 0, {Kind::Uint, 2}}},
                                 "sa_family",
                                 {{1, &schema.layout("sockaddr_un")}, {2, &schema.layout("sockaddr_in")}}};
    auto memory = [&](const std::string& name, Value value) {
        Argument argument;
        argument.name = "memory";
        argument.value = std::move(value);
        schema.add({{name, 1, name, name}, {Kind::Hex, 8}, {argument_of("command", Kind::Uint, 4), argument}});
    };
    auto laid_out = [&](const std::string& layout) {
        Value value{Kind::Struct};
        value.layout = &schema.layout(layout);
        return value;
    };
    memory("outer", laid_out("outer"));
    memory("connect", laid_out("sockaddr"));
    memory("numbers", numbers);
    memory("execve", Value{Kind::Strings});
    memory("readv", Value{Kind::Iovec});
    memory("recvmsg", Value{Kind::Msghdr});
    memory("recvmmsg", Value{Kind::Mmsghdr});
    add_records(schema, numbers, timespec);
    Value records{Kind::Array};
    records.element = std::make_shared<Value>(laid_out("entry"));
    memory("records", records);
    Value program = numbers, license{Kind::String, 8};
    program.element = std::make_shared<Value>(timespec);
    program.size = 8;
    program.linked = license.linked = true;
    schema.layout("program") = {
        24, {{"len", 0, {Kind::Uint, 4}}, {"filter", 8, program}, {"license", 16, license}}, "", {}};
    Value linked = laid_out("program");
    linked.kind = Kind::Linked;
    memory("linked", linked);
    schema.layout("grown") = {8, {{"flags", 0, {Kind::Hex, 8}}, {"beyond", 8, {Kind::Beyond}}}, "", {}};
    memory("grown", laid_out("grown"));
    Value pointers{Kind::Pointers};
    pointers.element = std::make_shared<Value>(timespec);
    memory("pointers", pointers);
    Value by_command{Kind::Hex, 8};
    auto cases = std::make_shared<Cases>();
    cases->mask = 0xff;
    cases->values[1] = timespec;
    cases->values[2] = Value{Kind::Int, 4};
    cases->values[4] = numbers;
    cases->values[4].count = 1;
    cases->values[5] = numbers;
    auto by_flags = std::make_shared<Cases>();
    by_flags->selector = 2;
    by_flags->mask = ~0U;
    by_flags->values[1] = timespec;
    cases->values[5].cases = by_flags;
    cases->values[6] = Value{Kind::Unused, 8};
    by_command.cases = cases;
    memory("ioctl", by_command);
}

/// Schema of a few calls that between them have each kind of argument that matters to a test.
inline std::shared_ptr<EventSchema> test_schema() {
    auto schema = std::make_shared<EventSchema>();
    Argument flags = argument_of("flags", Kind::Flags, 4);
    flags.value.flags = schema->add_flags("open", {3,
                                                   {{"O_RDONLY", 0}, {"O_WRONLY", 1}, {"O_RDWR", 2}},
                                                   {{"O_CREAT", 0100}, {"O_SYNC", 04010000}, {"O_DSYNC", 010000}}});
    Argument mode = argument_of("mode", Kind::Mode, 2);
    mode.when_argument = 2;
    mode.when_mask = 0100;
    schema->add({{"open", 2, "open", "open"},
                 {Kind::Int, 8},
                 {argument_of("dfd", Kind::DirFd, 4), argument_of("path", Kind::String), flags, mode}});
    schema->add(
        {{"read", 0, "read", "read"},
         {Kind::Int, 8},
         {argument_of("fd", Kind::Fd, 4), argument_of("buf", Kind::Buffer), argument_of("count", Kind::Uint, 8)}});
    add_memory(*schema);
    return schema;
}

}  // namespace traceleft
