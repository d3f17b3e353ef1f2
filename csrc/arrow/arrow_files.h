// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "arrow_columns.h"
#include "event_schema.h"
#include "event_view.h"
#include "value_json.h"

namespace traceleft {

/// The columns of what a syscall's descriptors stand for. For each of them NAME_file, its number, and NAME_path, where
/// NAME is an argument, `result`, `directory`, or `first` and `second` of a pair. For calls that open or execute by
/// name resolved_path and path_mismatch; and for those with descriptors socket_family, local_addr, local_port,
/// peer_addr and peer_port, of the first that is a socket.
class FileColumns {
public:
    explicit FileColumns(const SyscallSchema& syscall);

    using Column = NamedColumn;
    /// For the caller to take; they are filled there.
    std::vector<Column> take() { return std::move(columns_); }

    /// What an event's descriptors stand for, in row `row` of all columns.
    void add(const EventView& event, std::size_t row, UndecodableSink& undecodable);

private:
    struct Place {
        std::uint16_t place;
        std::string path_name;
        NumberBuilder* file;
        NamesBuilder* path;
    };
    struct Addresses {
        NamesBuilder* family;
        NamesBuilder* local_addr;
        NumberBuilder* local_port;
        NamesBuilder* peer_addr;
        NumberBuilder* peer_port;
    };

    template <typename Builder>
    Builder* column(std::string name, std::unique_ptr<Builder> builder);
    NamesBuilder* names(std::string name);
    void add_place(std::uint16_t place, const std::string& name);
    static const OpenFile* file_at(const EventView& event, std::uint16_t place);
    void add_addresses(const wire::socket_record& socket, std::size_t row, UndecodableSink& undecodable);

    const SyscallSchema& syscall_;
    std::vector<Column> columns_;
    std::vector<Place> places_;
    std::optional<Addresses> addresses_;
    NamesBuilder* resolved_ = nullptr;
    FlagBuilder* mismatch_ = nullptr;
};

}  // namespace traceleft
