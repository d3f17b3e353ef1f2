// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "event_schema.h"

namespace traceleft {

/// A member of a struct, or an argument of a call, with all that JSON writes of it whatever its value is.
struct JsonMember {
    enum class Way { Number, Text, Struct, Walk };
    Way way;
    bool is_signed;         ///< a number's
    std::string key;        ///< ,"name":
    std::string names_key;  ///< ,"name_names": of a number that has names; else empty
    const std::string* name;
    const Value* value;
    std::size_t offset = 0;     ///< a field's, in its struct
    std::size_t available = 0;  ///< a field is there where the struct has so many bytes
    bool is_sized = true;       ///< false for a field that goes on up to the struct's end
};

struct JsonPlan {
    std::vector<JsonMember> members;
    bool whole = false;  ///< no member has to be walked
};

/// The plans of structs and calls, made when they are first asked for. The schema must outlive them.
class JsonPlans {
public:
    const JsonPlan& of(const SyscallSchema& syscall);
    const JsonPlan& of(const StructLayout& layout);

private:
    std::unordered_map<const void*, JsonPlan> plans_;
};

}  // namespace traceleft
