// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "raw_event.h"

namespace traceleft {

/// Calls to ask about: numbers, texts, flags, structs with cases, arguments whose meaning depends on others.
inline std::shared_ptr<EventSchema> asked_schema() {
    auto all = std::make_shared<EventSchema>();
    EventSchema& schema = *all;
    const FlagSet* open = schema.add_flags(
        "open", {3, {{"O_RDONLY", 0}, {"O_WRONLY", 1}, {"O_RDWR", 2}}, {{"O_CREAT", 0x40}, {"O_CLOEXEC", 0x80000}}});
    const FlagSet* family =
        schema.add_flags("socket_family", {~0ULL, {{"AF_UNIX", 1}, {"AF_INET", 2}, {"AF_INET6", 10}}, {}});
    const FlagSet* command = schema.add_flags("fcntl", {~0ULL, {{"F_DUPFD", 0}, {"F_SETFD", 2}, {"F_GETLK", 5}}, {}});
    const FlagSet* signal = schema.add_flags("signal", {~0ULL, {{"SIGINT", 2}, {"SIGKILL", 9}, {"SIGCHLD", 17}}, {}});
    const FlagSet* advice = schema.add_flags("advice", {~0ULL, {{"ADVICE_ONE", 1}, {"TWO_FACED", 7}}, {}});
    schema.add_flags("other", {~0ULL, {{"OTHER_ONLY", 77}, {"TWO_FACED", 8}}, {}});

    auto number = [](const std::string& name, Kind kind, std::uint32_t size, const FlagSet* flags = nullptr) {
        Argument argument = argument_of(name, kind, size);
        argument.value.flags = flags;
        return argument;
    };
    auto field = [](const std::string& name, std::uint32_t offset, Kind kind, std::uint32_t size,
                    const FlagSet* flags = nullptr) {
        Field made{name, offset, {kind, size}};
        made.value.flags = flags;
        return made;
    };
    auto layout = [&](const std::string& name) {
        Value value{Kind::Struct};
        value.layout = &schema.layout(name);
        return value;
    };
    auto memory = [](const std::string& name, Value value) {
        Argument argument;
        argument.name = name;
        argument.value = std::move(value);
        return argument;
    };
    auto call = [&](const std::string& name, int nr, std::vector<Argument> arguments) {
        schema.add({{name, nr, name, name}, {Kind::Int, 4}, std::move(arguments)});
    };

    schema.layout("sockaddr_in") = {16,
                                    {field("sin_family", 0, Kind::Flags, 2, family),
                                     field("sin_port", 2, Kind::Be16, 2), field("sin_addr", 4, Kind::InAddr, 4)},
                                    "",
                                    {}};
    schema.layout("sockaddr_in6") = {28,
                                     {field("sin6_family", 0, Kind::Flags, 2, family),
                                      field("sin6_port", 2, Kind::Be16, 2), field("sin6_addr", 8, Kind::In6Addr, 16)},
                                     "",
                                     {}};
    schema.layout("sockaddr_un") = {
        110, {field("sun_family", 0, Kind::Flags, 2, family), field("sun_path", 2, Kind::SocketName, 108)}, "", {}};
    schema.layout("sockaddr") = {
        16,
        {field("sa_family", 0, Kind::Flags, 2, family), field("sa_data", 2, Kind::Chars, 14)},
        "sa_family",
        {{1, &schema.layout("sockaddr_un")}, {2, &schema.layout("sockaddr_in")}, {10, &schema.layout("sockaddr_in6")}}};
    schema.layout("timespec") = {16, {field("tv_sec", 0, Kind::Int, 8), field("tv_nsec", 8, Kind::Int, 8)}, "", {}};
    Field low = field("low", 16, Kind::Uint, 4), high = field("high", 16, Kind::Int, 4);
    low.value.bit_width = 4;
    high.value.bit_shift = 4;
    high.value.bit_width = 28;
    schema.layout("timer") = {24, {{"every", 0, layout("timespec")}, low, high}, "", {}};
    schema.layout("flock") = {16, {field("l_type", 0, Kind::Int, 2), field("l_pid", 4, Kind::Pid, 4)}, "", {}};
    schema.layout("action") = {
        16, {field("handler", 0, Kind::Pointer, 8), field("mask", 8, Kind::SigSet, 8, signal)}, "", {}};
    schema.layout("program") = {16, {field("type", 0, Kind::Uint, 4), field("insns", 8, Kind::Pointer, 8)}, "", {}};

    Argument mode = number("mode", Kind::Mode, 2);
    mode.when_argument = 2;
    mode.when_mask = 0x40;
    call("openat", 257,
         {number("dfd", Kind::DirFd, 4), argument_of("filename", Kind::String), number("flags", Kind::Flags, 4, open),
          mode});
    call("read", 0, {number("fd", Kind::Fd, 4), argument_of("buf", Kind::Buffer), number("count", Kind::Uint, 8)});
    call("connect", 42,
         {number("fd", Kind::Fd, 4), memory("uservaddr", layout("sockaddr")), number("addrlen", Kind::Int, 4)});
    Value pair{Kind::Array};
    pair.element = std::make_shared<Value>(Value{Kind::Int, 4});
    pair.count = 2;
    call("settimes", 300, {memory("old", layout("timer")), memory("new", layout("timespec")), memory("pair", pair)});
    auto cases = std::make_shared<Cases>();
    cases->selector = 1;
    cases->mask = 0xffff;
    cases->values = {
        {0, {Kind::Fd, 4}}, {2, {Kind::Flags, 8}}, {3, {Kind::Unused, 8}}, {4, {Kind::String}}, {5, layout("flock")}};
    cases->values = cases->values;
    Argument chosen = number("arg", Kind::Hex, 8);
    chosen.value.cases = cases;
    chosen.overwritten = true;
    call("fcntl", 72, {number("fd", Kind::Fd, 4), number("cmd", Kind::Flags, 4, command), chosen});
    call("chown", 92,
         {argument_of("filename", Kind::String), number("user", Kind::Uid, 4), number("group", Kind::Gid, 4)});
    call("sigaction", 13, {number("sig", Kind::Flags, 4, signal), memory("act", layout("action"))});
    call("advise", 301, {number("advice", Kind::Flags, 4, advice), number("plain", Kind::Int, 4)});
    call("execve", 59, {argument_of("filename", Kind::String), argument_of("argv", Kind::Strings)});
    Value linked{Kind::Linked};
    linked.layout = &schema.layout("program");
    call("bpf", 321, {number("cmd", Kind::Int, 4), memory("uattr", linked)});
    call("any:event", wire::SOURCE_NUMBERS + 7,
         {number("pid", Kind::Int, 4), argument_of("comm", Kind::String), number("loc", Kind::Uint, 4),
          number("ret", Kind::Int, 8), argument_of("addr", Kind::Buffer)});
    return all;
}

}  // namespace traceleft
