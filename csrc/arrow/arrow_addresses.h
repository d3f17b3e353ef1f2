// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "arrow_columns.h"
#include "event_schema.h"
#include "event_view.h"
#include "value_json.h"

namespace traceleft {

/// The parts of a socket's address that is an argument, or a message's: NAME_family ("AF_INET"), NAME_addr, text, and
/// NAME_port. A unix socket's addr is its name, an abstract one's with "@" for NUL; a vsock's is its cid, and netlink
/// has a port alone.
class AddressColumns {
public:
    explicit AddressColumns(const std::string& argument);

    static bool has_address(const Value& value, const EventSchema& schema);

    /// For the caller to take; they are filled there.
    std::vector<NamedColumn> take() { return std::move(columns_); }

    /// Argument `index` of an event, which becomes row `row`.
    void add(const EventView& event, std::size_t index, const EventSchema& schema, std::size_t row,
             UndecodableSink& undecodable);

private:
    const std::string address_name_;
    std::vector<NamedColumn> columns_;
    NamesBuilder* family_;
    NamesBuilder* address_;
    NumberBuilder* port_;
};

}  // namespace traceleft
