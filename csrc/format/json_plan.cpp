// SPDX-License-Identifier: MIT
#include "json_plan.h"

#include <algorithm>
#include <limits>

#include "captured_memory.h"
#include "value_json.h"

namespace traceleft {

namespace {

bool has_names(const Value& value) { return value.flags || value.kind == Kind::DirFd; }

std::string key_of(const std::string& name) {
    std::string key = ",";
    append_json_string(name, key);
    return key += ':';
}

JsonMember member_of(const std::string& name, const Value& value) {
    JsonMember member{JsonMember::Way::Walk, may_be_negative(value.kind), key_of(name), {}, &name, &value};
    if (is_plain_number(value)) {
        member.way = JsonMember::Way::Number;
        if (has_names(value)) member.names_key = key_of(name + "_names");
    }
    return member;
}

/// The fewest bytes of a struct that have the field, as has_field() says.
std::size_t least_room(const Field& field) {
    for (std::size_t room : {std::size_t{field.offset} + 1, std::size_t{field.offset} + field.value.bytes()})
        if (has_field(room, field)) return room;
    return std::numeric_limits<std::size_t>::max();
}

}  // namespace

const JsonPlan& JsonPlans::of(const SyscallSchema& syscall) {
    auto [found, is_new] = plans_.try_emplace(&syscall);
    JsonPlan& plan = found->second;
    if (is_new)
        for (const Argument& argument : syscall.arguments)
            plan.members.push_back(member_of(argument.name, argument.value));
    return plan;
}

const JsonPlan& JsonPlans::of(const StructLayout& layout) {
    auto [found, is_new] = plans_.try_emplace(&layout);
    JsonPlan& plan = found->second;
    if (!is_new) return plan;
    for (const Field& field : layout.fields) {
        JsonMember member = member_of(field.name, field.value);
        member.offset = field.offset;
        member.available = least_room(field);
        member.is_sized = field.value.bytes();
        const StructLayout* inner = field.value.kind == Kind::Struct ? field.value.layout : nullptr;
        if (field.value.cases || field.value.linked)
            ;  // what it is depends on the event
        else if (field.value.kind == Kind::Chars)
            member.way = JsonMember::Way::Text;
        else if (inner && inner->cases.empty() && of(*inner).whole)
            member.way = JsonMember::Way::Struct;
        plan.members.push_back(std::move(member));
    }
    plan.whole = std::none_of(plan.members.begin(), plan.members.end(),
                              [](const JsonMember& each) { return each.way == JsonMember::Way::Walk; });
    return plan;
}

}  // namespace traceleft
