// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "captured_memory.h"
#include "event_schema.h"

namespace traceleft {

/// How a plain number is read from a register or from memory. As number_of() does it, with most of what that looks at
/// decided before.
class NumberReading {
public:
    NumberReading() = default;
    explicit NumberReading(const Value& value);

    /// Of bits that may have others above them.
    std::uint64_t of(std::uint64_t bits) const {
        if (way_ == Way::Unsigned) return bits << left_ >> right_;
        if (way_ == Way::Signed) return static_cast<std::uint64_t>(static_cast<std::int64_t>(bits << left_) >> right_);
        return number_of(*value_, bits);
    }
    /// Of the memory that `bytes` begin with, which has all of the number.
    std::uint64_t of(std::string_view bytes) const {
        std::uint64_t word = 0;
        if (way_ == Way::Rare || bytes.size() < sizeof(word)) return of(load_bits(bytes, value_->size));
        std::memcpy(&word, bytes.data(), sizeof(word));
        return of(word);
    }

private:
    enum class Way : std::uint8_t { Unsigned, Signed, Rare };
    Way way_ = Way::Unsigned;
    std::uint8_t left_ = 0, right_ = 0;  ///< bits to shift
    const Value* value_ = nullptr;
};

/// What is known of an argument of a call, or of a field of a struct, before there is an event.
struct PlannedValue {
    enum class Way : std::uint8_t {
        Number,  ///< a plain number
        Text,    ///< a string or a buffer behind an argument, or a field's characters
        Struct,  ///< a struct behind an argument, or in another, whose members are numbers, texts and such structs
        Walk,    ///< to be walked, since what it is depends on the event
    };
    Way way = Way::Walk;
    bool is_sized = true;       ///< false for a field that goes on up to the struct's end
    NumberReading reading;      ///< of a number
    std::size_t offset = 0;     ///< a field's, in its struct
    std::size_t available = 0;  ///< a field is there where the struct has so many bytes
    const Value* value = nullptr;
    const Argument* argument = nullptr;  ///< null for a field
    const Field* field = nullptr;        ///< null for an argument
    std::size_t index = 0;               ///< its place among the members
};

PlannedValue planned(const Argument& argument);
PlannedValue planned(const Field& field);

/// What a format writes of the members of a struct, or of a call's arguments. `Member` is the format's, derived from
/// PlannedValue: made of one of those and its name, it adds what is written whatever the value is, and may change the
/// way to Walk.
template <typename Member>
struct Plan {
    struct Each : Member {
        using Member::Member;
        const Plan* layout = nullptr;  ///< of Way::Struct
    };
    std::vector<Each> members;
    typename Member::Head head;  ///< of a call: what is written whatever its arguments are
    bool whole = false;          ///< no member has to be walked
};

/// The plans of structs and calls, made when they are first asked for. The schema must outlive them.
template <typename Member>
class Plans {
public:
    const Plan<Member>& of(const SyscallSchema& syscall) {
        Recent& recent = recent_[reinterpret_cast<std::uintptr_t>(&syscall) / 64 % recent_.size()];
        if (recent.syscall != &syscall) recent = {&syscall, &make(syscall)};
        return *recent.plan;
    }
    const Plan<Member>& of(const StructLayout& layout) {
        auto [found, is_new] = plans_.try_emplace(&layout);
        Plan<Member>& plan = found->second;
        if (!is_new) return plan;
        for (const Field& field : layout.fields) add(plan, field.name, planned(field));
        plan.whole = true;
        for (const auto& each : plan.members) plan.whole &= each.way != PlannedValue::Way::Walk;
        return plan;
    }

private:
    struct Recent {
        const SyscallSchema* syscall = nullptr;
        const Plan<Member>* plan = nullptr;
    };

    const Plan<Member>& make(const SyscallSchema& syscall) {
        auto [found, is_new] = plans_.try_emplace(&syscall);
        Plan<Member>& plan = found->second;
        if (!is_new) return plan;
        plan.head = typename Member::Head(syscall);
        for (const Argument& argument : syscall.arguments) add(plan, argument.name, planned(argument));
        return plan;
    }
    void add(Plan<Member>& plan, const std::string& name, PlannedValue value) {
        value.index = plan.members.size();
        typename Plan<Member>::Each member(name, value);
        if (member.way == PlannedValue::Way::Struct) {
            member.layout = &of(*value.value->layout);
            if (!member.layout->whole) member.way = PlannedValue::Way::Walk;
        }
        plan.members.push_back(std::move(member));
    }

    std::unordered_map<const void*, Plan<Member>> plans_;
    std::array<Recent, 64> recent_;
};

}  // namespace traceleft
