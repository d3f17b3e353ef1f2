// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_schema.h"
#include "predicate.h"

namespace traceleft::ask {

// Where the values of a call's arguments lie, and what must hold for each of their meanings.

/// An argument, or a field of the memory behind one.
struct Spot {
    const Value* value = nullptr;
    Part part;                             ///< of a field its bytes; of an argument its register
    const StructLayout* layout = nullptr;  ///< the struct whose fields choose the field's meaning; null: arguments do
    Part whole = {};                       ///< that struct
    std::vector<Requirement> requirements = {};
};

/// A number or a text of several that a spot may mean: at most one of them is there in any event.
struct NumberSpot {
    Value value;  ///< how the number is read
    Part part;
    std::vector<Requirement> requirements;
};
std::vector<NumberSpot> numbers_of(const Spot& spot);
std::vector<Text> texts_of(const Spot& spot);

Spot spot_of(const SyscallSchema& call, std::size_t argument, bool passed);

/// The fields of that name in the structs that a spot may mean: not in structs in them.
std::vector<Spot> fields_of(const Spot& spot, std::string_view name);

/// A field somewhere in a spot, and how it is written: "uservaddr.sin_port".
struct NamedSpots {
    std::string path;
    std::vector<Spot> spots;
};
std::vector<NamedSpots> find_fields(const SyscallSchema& call, std::string_view name);
/// The names of all fields of a call's structs.
std::vector<std::string> field_names(const SyscallSchema& call);

}  // namespace traceleft::ask
