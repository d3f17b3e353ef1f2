// SPDX-License-Identifier: MIT
#include "value_protobuf.h"

#include <algorithm>

#include "captured_memory.h"
#include "output_limit.h"

namespace traceleft {

namespace {

constexpr std::uint32_t iovec_base = 1;  // Iovec.base in templates/traceleft.proto.j2

// A negative int32 is written as an int64, but a user id of -1 is no negative number.
std::uint64_t wire_number(const Value& value, std::uint64_t bits) {
    return is_owner(value.kind) && value.size <= 4 ? static_cast<std::uint32_t>(bits) : bits;
}

// Values that are the same struct have the number of the first.
std::uint32_t case_field(const StructLayout& layout, const StructLayout& specific) {
    for (const auto& [value, each] : layout.cases)
        if (each == &specific) return static_cast<std::uint32_t>(value) + variant_field;
    return variant_field;
}

}  // namespace

void ValueProtobuf::scalar(const Value& value, std::uint64_t bits) {
    check_output(out_.size());
    bits = wire_number(value, bits);
    if (in_list()) {
        Level& list = levels_.back();
        if (!list.length) list.length.emplace(out_, field_, 1);
        protozero::add_varint_to_buffer(&out_, bits);
    } else if (in_pieces()) {
        if (bits) waiting_.push_back({field_, bits});
    } else if (bits || !levels_.empty()) {  // an argument is 0 unless it is there
        writer_.add_uint64(field_, bits);
    }
}

void ValueProtobuf::text(std::string_view bytes, bool) {
    check_output(out_.size());
    if (in_list()) levels_.back().members++;
    if (in_pieces())
        waiting_.push_back({field_, bytes});
    else
        write(field_, bytes);
}

void ValueProtobuf::pointer(std::uint64_t address) {
    if (levels_.empty()) {
        writer_.add_uint64(field_ + address_field, address);
    } else if (in_list()) {
        unreadable_.push_back(static_cast<std::uint32_t>(levels_.back().members++));
        write(field_, {});
    }
}

bool ValueProtobuf::whole_struct(const StructLayout& layout, const StructLayout& specific, std::string_view bytes,
                                 bool inner) {
    const ProtobufPlan& plan = plans_.of(specific);
    if (!plan.whole) return false;
    using protozero::pbf_wire_type;
    FieldCollector fields(out_);
    std::size_t length = fields.begin(FieldTag(field_, pbf_wire_type::length_delimited)), variant = 0;
    const bool is_variant = &specific != &layout;
    if (is_variant) variant = fields.begin(FieldTag(case_field(layout, specific), pbf_wire_type::length_delimited));
    add_members(plan, bytes, inner, fields);
    if (is_variant) fields.end(variant);
    fields.end(length);
    fields.flush();
    return true;
}

void ValueProtobuf::begin_struct(const StructLayout& layout, const StructLayout& specific) {
    check_output(out_.size());
    Level& level = levels_.emplace_back(Level{&specific, field_});
    level.length.emplace(out_, field_, 1);
    if (&specific != &layout) level.specific.emplace(out_, case_field(layout, specific), 1);
    level.waiting = waiting_.size();
}

void ValueProtobuf::address(std::uint64_t address) {
    if (address) waiting_.push_back({iovec_base, address});
}

void ValueProtobuf::key(const Field& field) { field_ = levels_.back().layout->message_field(field); }

void ValueProtobuf::end_struct() {
    const Level& level = levels_.back();
    if (level.layout->in_pieces) write_waiting(level.waiting);
    if (level.specific) level.specific->end(out_);
    level.length->end(out_);
    field_ = level.field;
    levels_.pop_back();
}

void ValueProtobuf::write_waiting(std::size_t first) {
    auto begin = waiting_.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, waiting_.end(), [](const Waiting& a, const Waiting& b) { return a.field < b.field; });
    for (auto each = begin; each != waiting_.end(); ++each)
        if (const auto* number = std::get_if<std::uint64_t>(&each->value))
            writer_.add_uint64(each->field, *number);
        else
            write(each->field, std::get<std::string_view>(each->value));
    waiting_.erase(begin, waiting_.end());
}

void ValueProtobuf::begin_list() { levels_.emplace_back(Level{nullptr, field_}); }

void ValueProtobuf::end_list(bool) {
    const Level& level = levels_.back();
    if (level.length) level.length->end(out_);
    writer_.add_packed_uint32(level.field + unreadable_field, unreadable_.begin(), unreadable_.end());
    unreadable_.clear();
    levels_.pop_back();
}

}  // namespace traceleft
