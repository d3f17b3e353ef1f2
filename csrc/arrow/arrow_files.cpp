// SPDX-License-Identifier: MIT
#include "arrow_files.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "socket_facts.h"

namespace traceleft {

namespace {

bool is_pair(const Value& value) { return value.kind == Kind::Array && value.element->kind == Kind::Fd; }

void add_text(NamesBuilder& column, std::string_view name, std::string_view text, std::size_t row,
              UndecodableSink& undecodable) {
    column.pad_to(row);
    if (!column.add(text)) undecodable.undecodable(name, text);
}

}  // namespace

template <typename Builder>
Builder* FileColumns::column(std::string name, std::unique_ptr<Builder> builder) {
    auto is_taken = [&](const auto& each) { return each.name == name; };
    while (std::any_of(syscall_.arguments.begin(), syscall_.arguments.end(), is_taken) ||
           std::any_of(columns_.begin(), columns_.end(), is_taken))
        name += '_';
    Builder* made = builder.get();
    columns_.push_back({std::move(name), std::move(builder)});
    return made;
}

NamesBuilder* FileColumns::names(std::string name) { return column(std::move(name), std::make_unique<NamesBuilder>()); }

void FileColumns::add_place(std::uint16_t place, const std::string& name) {
    NumberBuilder* file = column(name + "_file", number_builder(8, false));
    NamesBuilder* path = names(name + "_path");
    places_.push_back({place, name + "_path", file, path});
}

FileColumns::FileColumns(const SyscallSchema& syscall) : syscall_(syscall) {
    const std::vector<Argument>& arguments = syscall.arguments;
    bool executes = syscall.syscall.name.starts_with("exec");
    bool opens = executes || is_descriptor(syscall.returns.kind);
    bool by_name = std::any_of(arguments.begin(), arguments.end(),
                               [](const Argument& each) { return each.value.kind == Kind::String; });
    for (std::size_t i = 0; i < arguments.size() && i < wire::DESCRIBED_RESULT; i++)
        if (is_descriptor(arguments[i].value.kind)) add_place(static_cast<std::uint16_t>(i), arguments[i].name);
    bool descriptors = !places_.empty() || (opens && !executes);
    if (opens) add_place(wire::DESCRIBED_RESULT, "result");
    if (by_name) add_place(wire::DESCRIBED_DIRECTORY, "directory");
    if (std::any_of(arguments.begin(), arguments.end(), [](const Argument& each) { return is_pair(each.value); })) {
        add_place(wire::DESCRIBED_PAIR, "first");
        add_place(wire::DESCRIBED_PAIR + 1, "second");
    }
    if (opens && by_name) {
        resolved_ = names("resolved_path");
        mismatch_ = column("path_mismatch", std::make_unique<FlagBuilder>());
    }
    if (!descriptors) return;
    NamesBuilder* family = names("socket_family");
    NamesBuilder* local_addr = names("local_addr");
    NumberBuilder* local_port = column("local_port", number_builder(4, false));
    NamesBuilder* peer_addr = names("peer_addr");
    addresses_ = {family, local_addr, local_port, peer_addr, column("peer_port", number_builder(4, false))};
}

const OpenFile* FileColumns::file_at(const EventView& event, std::uint16_t place) {
    return place < wire::DESCRIBED_RESULT ? event.argument_file(place) : event.file(place);
}

void FileColumns::add(const EventView& event, std::size_t row, UndecodableSink& undecodable) {
    if (!event.has_objects()) return;
    const wire::socket_record* socket = nullptr;
    for (const Place& each : places_) {
        const OpenFile* file = file_at(event, each.place);
        if (!file) continue;
        each.file->pad_to(row);
        each.file->add(file->id());
        add_text(*each.path, each.path_name, file->path(), row, undecodable);
        if (!socket) socket = file->socket();
    }
    if (socket && addresses_) add_addresses(*socket, row, undecodable);
    if (!resolved_) return;
    mismatch_->pad_to(row);
    mismatch_->add(event.path_mismatch());
    if (std::string_view path = event.resolved_path(); !path.empty())
        add_text(*resolved_, "resolved_path", path, row, undecodable);
}

void FileColumns::add_addresses(const wire::socket_record& socket, std::size_t row, UndecodableSink& undecodable) {
    add_text(*addresses_->family, "socket_family", family_name(socket.family), row, undecodable);
    auto add_end = [&](const std::optional<SocketEnd>& end, NamesBuilder& address, std::string_view name,
                       NumberBuilder& port) {
        if (!end) return;
        if (!end->address.empty()) add_text(address, name, end->address, row, undecodable);
        if (!end->port) return;
        port.pad_to(row);
        port.add(*end->port);
    };
    add_end(local_end(socket), *addresses_->local_addr, "local_addr", *addresses_->local_port);
    add_end(peer_end(socket), *addresses_->peer_addr, "peer_addr", *addresses_->peer_port);
}

}  // namespace traceleft
