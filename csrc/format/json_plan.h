// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "text_room.h"
#include "value_plan.h"

namespace traceleft {

/// A member of a struct, or an argument of a call, with all that JSON writes of it whatever its value is.
struct JsonMember : PlannedValue {
    JsonMember(const std::string& its_name, const PlannedValue& planned);

    bool is_signed;        ///< a number's
    CopiedText key;        ///< ,"name":
    CopiedText names_key;  ///< ,"name_names": of a number that has names; else empty
    const std::string* name;

    struct Head {
        Head() = default;
        explicit Head(const SyscallSchema& call);

        bool overwrites = false;  ///< memory of which it is also known how it was passed
    };
};

using JsonPlan = Plan<JsonMember>;

}  // namespace traceleft
