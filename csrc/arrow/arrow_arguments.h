// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_addresses.h"
#include "arrow_columns.h"
#include "arrow_files.h"
#include "arrow_names.h"
#include "event_schema.h"
#include "event_view.h"
#include "value_json.h"

namespace traceleft {

/// The columns of one syscall's arguments. An argument whose meaning depends on another has two: the bare register, and
/// NAME_value, its value as JSON text. Beside one whose numbers have names, NAME_names has them; beside a socket's
/// address or a message AddressColumns has its parts.
class ArgumentColumns {
public:
    /// `schema` must outlive it.
    /// With `files`, FileColumns stand behind the arguments'.
    ArgumentColumns(const SyscallSchema& syscall, const EventSchema& schema, bool files = false);

    /// The arguments of an event, which becomes row `row` of all columns.
    void add(const EventView& event, std::size_t row, UndecodableSink& undecodable);

    using Column = FileColumns::Column;
    /// A caller that joins them with others may take them over; they are then filled there.
    std::vector<Column>& columns() { return columns_; }

private:
    enum class Way { Register, Bytes, Walk, ByCase };
    struct Plan {  // its members are null where an argument has no such columns
        Way way;
        const Argument* argument;
        ColumnBuilder* column;
        BytesBuilder* json;     ///< ByCase
        ColumnBuilder* passed;  ///< as it was passed, where the call may overwrite it
        std::unique_ptr<NameColumn> names = nullptr;
        std::unique_ptr<AddressColumns> address = nullptr;
    };

    void add_bytes(const Plan& plan, const EventView& event, std::size_t index, UndecodableSink& undecodable);
    void add_passed(const Plan& plan, const EventView& event, std::size_t index, UndecodableSink& undecodable);

    const EventSchema& schema_;
    std::vector<Column> columns_;
    std::vector<Plan> plans_;
    std::optional<FileColumns> files_;
    std::string json_text_;  // kept for its memory
};

}  // namespace traceleft
