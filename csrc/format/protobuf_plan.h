// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "protobuf_message.h"
#include "value_plan.h"

namespace traceleft {

/// A member of a struct, or an argument of a call, with its field of the message.
struct ProtobufMember : PlannedValue {
    ProtobufMember(const std::string& name, const PlannedValue& planned);

    /// A number as it is written.
    std::uint64_t wire_number(std::uint64_t bits) const {
        return is_short_owner ? static_cast<std::uint32_t>(bits) : bits;
    }

    std::uint32_t number;         ///< the field's
    FieldTag tag;                 ///< of its value
    bool is_short_owner = false;  ///< a user id of -1, which is no negative number

    struct Head {
        Head() = default;
        explicit Head(const SyscallSchema& call);

        FieldTag tag;  ///< of the call's message
    };
};

using ProtobufPlan = Plan<ProtobufMember>;

/// Appends the members of a struct, `inner` in another; the plan must be whole.
void add_members(const ProtobufPlan& plan, std::string_view bytes, bool inner, FieldCollector& out);

}  // namespace traceleft
