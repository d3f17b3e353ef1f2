// SPDX-License-Identifier: MIT
#include "arrow_columns.h"

#include <algorithm>
#include <cstring>

#include "utf8.h"

namespace traceleft {

namespace {

void set_bits(std::byte* bits, std::size_t count) {
    std::memset(bits, 0xff, count / 8);
    if (count % 8) bits[count / 8] = static_cast<std::byte>((1U << count % 8) - 1);
}

bool is_ascii(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::uint64_t seen = 0, part;
    for (; bytes.size() >= sizeof(part); bytes.remove_prefix(sizeof(part))) {
        std::memcpy(&part, bytes.data(), sizeof(part));
        seen |= part;
    }
    part = 0;
    std::memcpy(&part, bytes.data(), bytes.size());
    return !((seen | part) & high_bits);
}

/// Fills the offsets of rows without a value with the last value's end.
void repeat_offset(ArrowBuffer& offsets, std::size_t count) {
    std::int32_t last;
    std::memcpy(&last, offsets.data() + offsets.size() - sizeof(last), sizeof(last));
    std::byte* added = offsets.extend(count * sizeof(last));
    if (!last) return;  // they are 0
    for (std::size_t i = 0; i < count; i++) std::memcpy(added + i * sizeof(last), &last, sizeof(last));
}

ArrowBuffer first_offset() {
    ArrowBuffer offsets;
    offsets.push(std::int32_t{0});
    return offsets;
}

}  // namespace

void Validity::add_nulls(std::size_t row, std::size_t count) {
    if (!count) return;
    if (!nulls_) {
        cover(row);
        if (row) set_bits(bits_.data(), row);
    }
    cover(row + count);
    nulls_ += count;
}

ArrowBuffer Validity::take(std::size_t rows) {
    ArrowBuffer bits;
    if (nulls_) {
        cover(rows);
        bits = std::move(bits_);
    }
    bits_ = ArrowBuffer();
    nulls_ = 0;
    return bits;
}

ArrowColumn ColumnBuilder::finish(const std::string& name, std::size_t rows) {
    pad_to(rows);
    auto column = std::make_shared<ArrowColumnData>();
    column->name = name;
    column->nullable = nullable_;
    // Behind these rows stands what was added of an event until it was too much.
    column->length = static_cast<std::int64_t>(rows);
    const bool counted = length_ == rows || !validity_.nulls();
    column->null_count = counted ? static_cast<std::int64_t>(validity_.nulls()) : -1;
    column->buffers.push_back(validity_.take(length_));
    move_to(*column);
    length_ = 0;
    return column;
}

void NumberBuilder::move_to(ArrowColumnData& column) {
    column.format = format_;
    column.buffers.push_back(std::exchange(values_, ArrowBuffer()));
}

void FlagBuilder::move_to(ArrowColumnData& column) {
    column.format = std::string("b");
    column.buffers.push_back(std::exchange(bits_, ArrowBuffer()));
}

BytesBuilder::BytesBuilder(bool text, bool nullable)
    : ColumnBuilder(Shape::Bytes), text_(text), offsets_(first_offset()) {
    nullable_ = nullable;
}

bool BytesBuilder::add_text(std::string_view bytes) {
    if (is_ascii(bytes)) {
        add(bytes);
        return true;
    }
    std::string text;
    bool valid = append_utf8(bytes, text);
    add(text);
    return valid;
}

void BytesBuilder::add_nulls(std::size_t count) { repeat_offset(offsets_, count); }

void BytesBuilder::move_to(ArrowColumnData& column) {
    column.format = std::string(text_ ? "u" : "z");
    column.buffers.push_back(std::exchange(offsets_, first_offset()));
    column.buffers.push_back(std::exchange(values_, ArrowBuffer()));
}

NamesBuilder::NamesBuilder() : ColumnBuilder(Shape::Names) {}

NamesBuilder::Recent& NamesBuilder::recent(std::string_view text) {
    std::uint64_t start = text.size();
    std::memcpy(&start, text.data(), std::min(text.size(), sizeof(start)));
    return recent_[(start ^ text.size()) * 0x9e3779b97f4a7c15 >> 58];
}

std::int32_t NamesBuilder::index(std::string_view text) {
    Recent& last = recent(text);
    if (last.text && *last.text == text) return last.index;
    auto found = known_.find(text);
    if (found == known_.end()) {
        valid_.push_back(names_.add_text(text));
        found = known_.emplace(text, static_cast<std::int32_t>(known_.size())).first;
    }
    last = {&found->first, found->second};
    return found->second;
}

void NamesBuilder::move_to(ArrowColumnData& column) {
    column.format = std::string("i");
    column.buffers.push_back(std::exchange(indices_, ArrowBuffer()));
    column.dictionary = names_.finish("", names_.length());
    known_.clear();
    valid_.clear();
    recent_.fill({});
}

ColumnBuilder& StructBuilder::add_child(std::string name, std::unique_ptr<ColumnBuilder> column) {
    ColumnBuilder& added = *column;
    children_.push_back({name, std::move(column), name});
    return added;
}

std::size_t StructBuilder::find(std::string_view key, std::uint64_t first) const {
    std::size_t otherwise = children_.size();
    for (std::size_t i = 0; i < children_.size(); i++) {
        const Child& child = children_[i];
        if (child.key != key) continue;
        if (std::find(child.cases.begin(), child.cases.end(), first) != child.cases.end()) return i;
        if (child.cases.empty()) otherwise = i;
    }
    return otherwise;
}

std::size_t StructBuilder::bytes() const {
    std::size_t all = validity_.bytes();
    for (const Child& child : children_) all += child.column->bytes();
    return all;
}

void StructBuilder::move_to(ArrowColumnData& column) {
    column.format = std::string("+s");
    for (const Child& child : children_) column.children.push_back(child.column->finish(child.name, length_));
}

ListBuilder::ListBuilder(std::unique_ptr<ColumnBuilder> items, bool is_map)
    : ColumnBuilder(Shape::List), items_(std::move(items)), is_map_(is_map), offsets_(first_offset()) {}

void ListBuilder::add_nulls(std::size_t count) { repeat_offset(offsets_, count); }

void ListBuilder::move_to(ArrowColumnData& column) {
    column.format = std::string(is_map_ ? "+m" : "+l");
    column.buffers.push_back(std::exchange(offsets_, first_offset()));
    ArrowColumn items = items_->finish(is_map_ ? "entries" : "item", items_->length());
    if (is_map_) {  // a map's entries are never null
        auto entries = std::make_shared<ArrowColumnData>();
        entries->name = items->name;
        entries->format = items->format;
        entries->nullable = false;
        entries->length = items->length;
        entries->buffers.resize(1);
        entries->children = items->children;
        items = entries;
    }
    column.children.push_back(items);
}

std::unique_ptr<NumberBuilder> number_builder(std::size_t bytes, bool is_signed) {
    switch (bytes) {
        case 1:
            return std::make_unique<NumberBuilder>(is_signed ? "c" : "C", 1);
        case 2:
            return std::make_unique<NumberBuilder>(is_signed ? "s" : "S", 2);
        case 4:
            return std::make_unique<NumberBuilder>(is_signed ? "i" : "I", 4);
        default:
            return std::make_unique<NumberBuilder>(is_signed ? "l" : "L", 8);
    }
}

}  // namespace traceleft
