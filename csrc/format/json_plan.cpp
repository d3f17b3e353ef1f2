// SPDX-License-Identifier: MIT
#include "json_plan.h"

#include <algorithm>

#include "value_json.h"

namespace traceleft {

namespace {

bool has_names(const Value& value) { return value.flags || value.kind == Kind::DirFd; }

CopiedText key_of(const std::string& name) {
    std::string key = ",";
    append_json_string(name, key);
    return CopiedText(key += ':');
}

}  // namespace

JsonMember::JsonMember(const std::string& its_name, const PlannedValue& planned)
    : PlannedValue(planned), is_signed(may_be_negative(value->kind)), key(key_of(its_name)), name(&its_name) {
    if (way == Way::Number && has_names(*value)) names_key = key_of(its_name + "_names");
}

JsonMember::Head::Head(const SyscallSchema& call)
    : overwrites(std::any_of(call.arguments.begin(), call.arguments.end(),
                             [](const Argument& each) { return each.overwritten; })) {}

}  // namespace traceleft
