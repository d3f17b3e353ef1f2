// SPDX-License-Identifier: MIT
#include "names.h"

#include <grp.h>
#include <pwd.h>
#include <traceleft/event.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <set>
#include <type_traits>
#include <utility>

#include "event_fields.h"
#include "object_field.h"

namespace traceleft::ask {

namespace {

constexpr int highest_errno = 516;  // include/linux/errno.h: ERESTART_RESTARTBLOCK

// Names that events' fields have, too, beside the ones that questions are meant to use.
constexpr std::pair<std::string_view, std::uint32_t> flags[] = {
    {"entry", wire::EVENT_ENTRY},
    {"is_entry", wire::EVENT_ENTRY},
    {"unfinished", wire::EVENT_UNFINISHED},
    {"stopped_by_seccomp", wire::EVENT_SECCOMP},
};

Part flags_part() {
    Part part;
    part.offset = offsetof(wire::event_header, flags);
    part.size = sizeof(wire::event_header::flags);
    part.value = {Kind::Uint, part.size};
    return part;
}

Kind kind_of_header(std::string_view name, bool is_signed) {
    if (name == "uid") return Kind::Uid;
    if (name == "gid") return Kind::Gid;
    return is_signed ? Kind::Int : Kind::Uint;
}

Requirement flag_requirement(std::uint32_t mask, std::uint32_t value) {
    return {flags_part(), mask, Requirement::Is::Equal, value};
}

// The members of event_header that events have as numbers, by the table of all fields.
template <typename Header, typename Function>
void for_each_number(Function&& function) {
#define FIELD(name, type, presence, number, value)                                                                   \
    if constexpr (FieldType::type <= FieldType::s64) {                                                               \
        if constexpr (requires { &Header::name; })                                                                   \
            function(std::string_view(#name), FieldPresence::presence, offsetof(Header, name), sizeof(Header::name), \
                     std::is_signed_v<decltype(Header::name)>);                                                      \
    }
#include "event_fields.def"
#undef FIELD
}

template <typename Record, typename Get>
std::optional<std::uint32_t> find_account(std::string_view name, Get&& get) {
    std::vector<char> room(4096);
    for (;;) {
        Record record{};
        Record* found = nullptr;
        int failed = get(std::string(name).c_str(), &record, room.data(), room.size(), &found);
        if (failed == ERANGE && room.size() < (1 << 20)) {
            room.resize(room.size() * 2);
            continue;
        }
        if (failed || !found) return std::nullopt;
        if constexpr (std::is_same_v<Record, passwd>)
            return found->pw_uid;
        else
            return found->gr_gid;
    }
}

std::optional<std::uint64_t> find_error(std::string_view name) {
    static constexpr std::pair<std::string_view, int> others[] = {
        {"EWOULDBLOCK", EWOULDBLOCK}, {"ENOTSUP", ENOTSUP}, {"EDEADLOCK", EDEADLOCK}};
    for (const auto& [other, number] : others)
        if (other == name) return number;
    for (int each = 1; each <= highest_errno; each++)
        if (errno_name(each) == name) return each;
    return std::nullopt;
}

const NamedValue* find_named(const std::vector<NamedValue>& values, std::string_view name) {
    auto found = std::find_if(values.begin(), values.end(), [&](const NamedValue& each) { return each.name == name; });
    return found == values.end() ? nullptr : &*found;
}

std::optional<std::uint64_t> find_in_set(const FlagSet& set, std::string_view name) {
    for (const auto* values : {&set.choices, &set.bits, &set.whole})
        if (const NamedValue* found = find_named(*values, name)) return found->value;
    for (const WordPart& part : set.parts) {  // whose sets have no parts
        const FlagSet* names = part.value.flags;
        if (!names || !names->parts.empty()) continue;
        if (std::optional<std::uint64_t> found = find_in_set(*names, name)) return *found << part.shift;
    }
    return std::nullopt;
}

/// Goes once over all values that a value may lead to.
class Walk {
public:
    explicit Walk(std::vector<Names>& all) : all_(all) {}

    void value(const Value& value) {
        add_names(value, all_);
        if (value.layout) layout(*value.layout);
        if (value.element) this->value(*value.element);
        if (value.cases)
            for (const auto& [number, each] : value.cases->values) this->value(each);
    }

private:
    void layout(const StructLayout& layout) {
        if (!seen_.insert(&layout).second) return;
        for (const Field& field : layout.fields) value(field.value);
        for (const auto& [number, each] : layout.cases) this->layout(*each);
    }

    std::vector<Names>& all_;
    std::set<const StructLayout*> seen_;
};

}  // namespace

std::optional<HeaderNumber> header_number(std::string_view name) {
    std::optional<HeaderNumber> found;
    for_each_number<wire::event_header>(
        [&](std::string_view field, FieldPresence presence, std::size_t offset, std::size_t size, bool is_signed) {
            if (field != name) return;
            HeaderNumber& all = found.emplace();
            all.part.offset = static_cast<std::uint32_t>(offset);
            all.part.size = static_cast<std::uint32_t>(size);
            all.part.value = {kind_of_header(name, is_signed), all.part.size};
            all.is_result = presence == FieldPresence::returned;
            all.is_time = name == "duration" || name == "timestamp";
            if (all.is_result) all.requirements.push_back(flag_requirement(wire::EVENT_SECCOMP, 0));
            if (presence == FieldPresence::timed)
                all.requirements.push_back(flag_requirement(wire::EVENT_DURATION, wire::EVENT_DURATION));
            if (presence == FieldPresence::asked) {
                Part same = all.part;
                same.value = {};
                all.requirements.push_back({same, ~std::uint64_t{0}, Requirement::Is::Unequal, 0});
            }
        });
    return found;
}

std::uint32_t header_flag(std::string_view name) {
    for (const auto& [known, bit] : flags)
        if (known == name) return bit;
    return 0;
}

std::optional<Part> header_text(std::string_view name) {
    Part part;
    part.value.kind = Kind::Chars;
    if (name == "comm") {
        part.offset = offsetof(wire::event_header, comm);
        part.size = part.value.size = wire::EVENT_COMM_LEN;
    } else if (name == "syscall") {
        part.offset = offsetof(wire::event_header, syscall);
        part.size = part.value.size = wire::EVENT_SYSCALL_LEN;
    } else {
        return std::nullopt;
    }
    return part;
}

std::string header_name(const Part& part) {
    std::string name = part.offset == offsetof(wire::event_header, comm)      ? "comm"
                       : part.offset == offsetof(wire::event_header, syscall) ? "syscall"
                                                                              : "flags";
    for_each_number<wire::event_header>(
        [&](std::string_view field, FieldPresence, std::size_t offset, std::size_t, bool) {
            if (offset == part.offset) name = field;
        });
    return name;
}

Number returned_number() {
    HeaderNumber header = *header_number("ret");
    Number ret;
    ret.op = Number::Op::Load;
    ret.is_signed = true;
    ret.part = header.part;
    ret.requirements = header.requirements;
    return ret;
}

// -ret under a mask: all ones where ret < 0 and ret + 4095 >= 0.
Number error_number() {
    constexpr std::uint64_t max_errno = 4095;  // include/linux/err.h
    auto constant = [](std::uint64_t value) {
        Number number;
        number.is_signed = true;
        number.constant = value;
        return number;
    };
    auto join = [](Number::Op op, std::vector<Number> operands) {
        Number number;
        number.op = op;
        number.is_signed = true;
        number.operands = std::move(operands);
        return number;
    };
    Number ret = returned_number();
    Number below = join(Number::Op::Right, {ret, constant(63)});
    Number beyond = join(Number::Op::Right, {join(Number::Op::Add, {ret, constant(max_errno)}), constant(63)});
    Number mask = join(Number::Op::And, {below, join(Number::Op::Complement, {beyond})});
    return join(Number::Op::And, {join(Number::Op::Negate, {ret}), mask});
}

std::vector<std::string> header_names() {
    std::vector<std::string> all = {"comm", "syscall", "error", "exit", "abi", "args", "passed"};
    for (const auto& [name, bit] : flags) all.emplace_back(name);
    for_each_number<wire::event_header>(
        [&](std::string_view name, FieldPresence, std::size_t, std::size_t, bool) { all.emplace_back(name); });
    return all;
}

void add_names(const Value& value, std::vector<Names>& all) {
    Names names;
    if (value.kind == Kind::Uid) names.of = Names::Of::Users;
    if (value.kind == Kind::Gid) names.of = Names::Of::Groups;
    if (value.kind == Kind::DirFd) names.of = Names::Of::Directories;
    names.set = value.flags;
    if (value.kind == Kind::SigSet || value.kind == Kind::CapSet) {
        names.kind = value.kind;
        names.first_member = value.kind == Kind::SigSet ? 1 : value.first_member;
    }
    bool any = names.set || names.of != Names::Of::Set;
    if (any && std::find(all.begin(), all.end(), names) == all.end()) all.push_back(names);
    if (value.cases)
        for (const auto& [number, each] : value.cases->values) add_names(each, all);
}

std::optional<std::uint64_t> find_constant(const Names& names, std::string_view name) {
    if (names.of == Names::Of::Errors) return find_error(name);
    if (names.of == Names::Of::Directories && name == "AT_FDCWD")
        return static_cast<std::uint64_t>(std::int64_t{at_fdcwd});
    std::optional<std::uint64_t> found;
    if (names.set) found = find_in_set(*names.set, name);
    if (found && names.kind != Kind::Flags)
        found = *found >= names.first_member && *found - names.first_member < 64
                    ? std::optional(std::uint64_t{1} << (*found - names.first_member))
                    : std::nullopt;
    if (!found && names.of == Names::Of::Users) return find_account<passwd>(name, getpwnam_r);
    if (!found && names.of == Names::Of::Groups) return find_account<group>(name, getgrnam_r);
    return found;
}

std::vector<Names> names_of_call(const SyscallSchema& call) {
    std::vector<Names> all;
    Walk walk(all);
    walk.value(call.returns);
    for (const Argument& each : call.arguments) walk.value(each.value);
    // Accounts are looked up only where an owner is asked for, and sets of bits have another number for each name.
    std::erase_if(all, [](const Names& each) { return !each.set || each.kind != Kind::Flags; });
    return all;
}

std::vector<Names> names_of_schema(const EventSchema& schema) {
    std::vector<Names> all;
    for (const auto& [name, set] : schema.flag_sets()) all.push_back({Names::Of::Set, &set});
    return all;
}

void list_constants(const Names& names, std::vector<std::string>& all) {
    if (names.of == Names::Of::Errors)
        for (int each = 1; each <= highest_errno; each++)
            if (std::string_view name = errno_name(each); !name.empty()) all.emplace_back(name);
    if (names.of == Names::Of::FileKinds)
        for (std::string& each : file_kinds()) all.push_back(std::move(each));
    if (!names.set) return;
    for (const auto* values : {&names.set->choices, &names.set->bits, &names.set->whole})
        for (const NamedValue& each : *values) all.push_back(each.name);
}

}  // namespace traceleft::ask
