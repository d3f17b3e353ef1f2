// SPDX-License-Identifier: MIT
#include "arrow_arguments.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "captured_memory.h"
#include "event_fields.h"
#include "piece_layouts.h"
#include "value_json.h"
#include "value_text.h"
#include "value_walk.h"

namespace traceleft {

namespace {

using ColumnPointer = std::unique_ptr<ColumnBuilder>;

ColumnPointer column_of(const Value& value, const EventSchema& schema);

ColumnPointer u64_column() { return number_builder(8, false); }

/// A number, as ValueSink::scalar gets it: an owner's is wide enough for -1 and for all others.
ColumnPointer scalar_column(const Value& value) {
    return number_builder(is_owner(value.kind) ? 8 : value.size, may_be_negative(value.kind));
}

/// Whether columns of both are of one type. Layouts are compared by identity: they have their place in the schema.
bool same_type(const Value& a, const Value& b) {
    if (a.kind == Kind::Struct || b.kind == Kind::Struct) return a.kind == b.kind && a.layout == b.layout;
    if (a.kind == Kind::Array || b.kind == Kind::Array) return a.kind == b.kind && same_type(*a.element, *b.element);
    auto shape = [](const Value& value) {
        bool text = facts_of(value.kind).shape == Shape::Text;
        return std::make_tuple(text, !text && may_be_negative(value.kind), is_owner(value.kind), text ? 0 : value.size);
    };
    return shape(a) == shape(b);
}

/// The fields of a struct and of its cases. A name that always has one type is the column's name too; others become
/// CASE_FIELD.
ColumnPointer struct_column(const StructLayout& base, const EventSchema& schema) {
    auto column = std::make_unique<StructBuilder>();
    std::vector<const Value*> values;  // the children's
    auto add = [&](const Field& field, std::string_view case_name, std::optional<std::uint64_t> number) {
        std::vector<StructBuilder::Child>& children = column->children();
        bool clash = false;
        for (std::size_t i = 0; i < values.size(); i++) {
            if (children[i].key != field.name) continue;
            if (same_type(*values[i], field.value)) {
                if (number && !children[i].cases.empty()) children[i].cases.push_back(*number);
                return;
            }
            clash = children[i].shared_key = true;
        }
        values.push_back(&field.value);
        column->add_child(field.name, column_of(field.value, schema));
        if (!clash) return;
        StructBuilder::Child& added = children.back();
        added.name = std::string(case_name).append("_").append(field.name);
        added.shared_key = true;
        added.cases.push_back(number.value_or(0));
    };
    for (const Field& field : base.fields) add(field, "", std::nullopt);
    for (const auto& [number, layout] : base.cases)
        for (const Field& field : layout->fields) add(field, schema.layout_name(*layout), number);
    if (values.empty()) column->add_child("empty", u64_column());  // Parquet has no structs without fields
    return column;
}

ColumnPointer column_of(const Value& value, const EventSchema& schema) {
    if (value.cases && !is_scalar(value.kind)) return std::make_unique<BytesBuilder>(true);  // as JSON
    Value shown = shown_as(value, schema);
    switch (facts_of(shown.kind).shape) {
        case Shape::Text:
            return std::make_unique<BytesBuilder>(true);
        case Shape::Bytes:
            return std::make_unique<BytesBuilder>(false);
        case Shape::Struct:
            return struct_column(*shown.layout, schema);
        case Shape::List:
            return std::make_unique<ListBuilder>(column_of(*shown.element, schema));
        default:
            return scalar_column(shown);
    }
}

/// Puts a walked value into a column of its shape.
class ColumnSink : public ValueSink {
public:
    ColumnSink(ColumnBuilder& column, const std::string& name, UndecodableSink& undecodable)
        : target_(&column), name_(name), undecodable_(undecodable) {}

    void scalar(const Value&, std::uint64_t bits) override {
        if (!open_.empty() && !open_.back().first) open_.back().first = bits;
        if (auto* column = target<NumberBuilder>(ColumnBuilder::Shape::Number)) column->add(bits);
        next();
    }
    void text(std::string_view bytes, bool) override {
        if (auto* column = target<BytesBuilder>(ColumnBuilder::Shape::Bytes))
            if (!column->add_text(bytes)) undecodable_.undecodable(place(), bytes);
        next();
    }
    void bytes(std::string_view bytes, bool) override {
        if (auto* column = target<BytesBuilder>(ColumnBuilder::Shape::Bytes)) column->add(bytes);
        next();
    }
    void network_address(const Value& value, std::string_view bytes) override {
        if (auto* column = target<BytesBuilder>(ColumnBuilder::Shape::Bytes))
            column->add(network_address_text(value, bytes));
        next();
    }
    void pointer(std::uint64_t) override {
        if (target_) target_->add_null();
        next();
    }
    bool choice(const Value& chosen, std::string_view bytes, const EventSchema& schema) override {
        if (auto* column = target<BytesBuilder>(ColumnBuilder::Shape::Bytes)) {
            std::string text, where = place();
            ValueJson json(text, where, undecodable_, /*names=*/false);
            walk_memory(chosen, bytes, schema, json);
            column->add(text);
        }
        next();
        return true;
    }
    void begin_struct(const StructLayout&, const StructLayout&) override {
        open_.push_back({target<StructBuilder>(ColumnBuilder::Shape::Struct)});
    }
    void key(const Field& field) override {
        Open& open = open_.back();
        open.key = field.name;
        target_ = open.column ? child(open, field.name) : nullptr;
    }
    void end_struct() override {
        if (auto* column = static_cast<StructBuilder*>(open_.back().column)) column->end_row();
        open_.pop_back();
        next();
    }
    void begin_list() override {
        auto* column = target<ListBuilder>(ColumnBuilder::Shape::List);
        open_.push_back({column, true});
        if (column) open_.back().start = column->items().length();
        next();
    }
    void end_list(bool) override {
        if (auto* column = static_cast<ListBuilder*>(open_.back().column)) column->end_row();
        open_.pop_back();
        next();
    }

private:
    struct Open {
        ColumnBuilder* column = nullptr;  ///< null: there is no column for its values
        bool is_list = false;
        std::size_t start = 0;                    ///< a list's: items before its own
        std::size_t cursor = 0;                   ///< a struct's: the child that is likely next
        std::optional<std::uint64_t> first = {};  ///< a struct's first number, by which one of its layouts was chosen
        std::string_view key = {};
    };

    /// The column for the value, if it has the value's shape; else a null goes there.
    template <typename Builder>
    Builder* target(ColumnBuilder::Shape shape) {
        if (!target_) return nullptr;
        if (target_->shape == shape) return static_cast<Builder*>(target_);
        target_->add_null();
        return nullptr;
    }

    /// In a list the next value goes to the same column; in a struct a key selects one.
    void next() {
        target_ = nullptr;
        if (!open_.empty() && open_.back().is_list && open_.back().column)
            target_ = &static_cast<ListBuilder*>(open_.back().column)->items();
    }

    ColumnBuilder* child(Open& open, std::string_view name) {
        auto* column = static_cast<StructBuilder*>(open.column);
        std::vector<StructBuilder::Child>& children = column->children();
        std::size_t at = open.cursor;
        if (at >= children.size() || children[at].shared_key || children[at].key != name)
            at = column->find(name, open.first.value_or(0));
        if (at == children.size()) return nullptr;
        open.cursor = at + 1;
        ColumnBuilder& found = *children[at].column;
        found.pad_to(column->length());
        return found.length() == column->length() ? &found : nullptr;  // a name that comes twice
    }

    /// "addr.sun_path", "argv[1]".
    std::string place() const {
        std::string text = name_;
        for (const Open& open : open_)
            if (open.is_list) {
                std::size_t length = static_cast<ListBuilder*>(open.column)->items().length();
                // The innermost value was added already.
                std::size_t index = length - open.start - (&open == &open_.back() ? 1 : 0);
                text.append("[").append(std::to_string(index)).append("]");
            } else {
                text.append(".").append(open.key);
            }
        return text;
    }

    ColumnBuilder* target_;
    const std::string& name_;
    UndecodableSink& undecodable_;
    std::vector<Open> open_;
};

}  // namespace

ArgumentColumns::ArgumentColumns(const SyscallSchema& syscall, const EventSchema& schema, bool files)
    : schema_(schema) {
    for (const Argument& argument : syscall.arguments) {
        const Value& value = argument.value;
        Plan plan{Way::Walk, &argument, nullptr, nullptr, nullptr};
        ColumnPointer column;
        if (value.cases) {
            plan.way = Way::ByCase;
            column = u64_column();
        } else if (is_scalar(value.kind)) {
            if (is_lowest_bytes(value)) plan.way = Way::Register;
            column = scalar_column(value);
        } else {
            if (value.kind == Kind::String || value.kind == Kind::Buffer) plan.way = Way::Bytes;
            column = column_of(value, schema);
        }
        plan.column = column.get();
        columns_.push_back({argument.name, std::move(column)});
        if (value.cases) {
            auto json = std::make_unique<BytesBuilder>(true);
            plan.json = json.get();
            columns_.push_back({std::string(argument.name).append("_value"), std::move(json)});
        }
        if (argument.overwritten) {
            ColumnPointer passed = value.cases ? std::make_unique<BytesBuilder>(true) : column_of(value, schema);
            plan.passed = passed.get();
            columns_.push_back({std::string(argument.name).append("_passed"), std::move(passed)});
        }
        if (NameColumn::has_names(value)) {
            auto names = std::make_unique<NamesBuilder>();
            plan.names = std::make_unique<NameColumn>(*names);
            columns_.push_back({std::string(argument.name).append("_names"), std::move(names)});
        }
        if (AddressColumns::has_address(value, schema)) {
            plan.address = std::make_unique<AddressColumns>(argument.name);
            for (Column& each : plan.address->take()) columns_.push_back(std::move(each));
        }
        plans_.push_back(std::move(plan));
    }
    if (!files) return;
    files_.emplace(syscall);
    for (Column& column : files_->take()) columns_.push_back(std::move(column));
}

void ArgumentColumns::add(const EventView& event, std::size_t row, UndecodableSink& undecodable) {
    std::size_t count = std::min(plans_.size(), event.argument_count());
    for (std::size_t i = 0; i < count; i++) {
        const Plan& plan = plans_[i];
        plan.column->pad_to(row);
        switch (plan.way) {
            case Way::Register:
                static_cast<NumberBuilder*>(plan.column)->add(event.argument(i));
                break;
            case Way::Bytes:
                add_bytes(plan, event, i, undecodable);
                break;
            case Way::ByCase: {
                static_cast<NumberBuilder*>(plan.column)->add(event.argument(i));
                plan.json->pad_to(row);
                std::string& text = json_text_;
                text.clear();
                ValueJson sink(text, plan.argument->name, undecodable, /*names=*/false);
                walk_argument(event, i, schema_, sink);
                plan.json->add(text);
                break;
            }
            case Way::Walk: {
                ColumnSink sink(*plan.column, plan.argument->name, undecodable);
                walk_argument(event, i, schema_, sink);
                break;
            }
        }
        if (plan.passed && event.passed(i)) {
            plan.passed->pad_to(row);
            add_passed(plan, event, i, undecodable);
        }
        if (plan.names) plan.names->add(event, i, schema_, row);
        if (plan.address) plan.address->add(event, i, schema_, row, undecodable);
    }
    if (files_) files_->add(event, row, undecodable);
}

void ArgumentColumns::add_passed(const Plan& plan, const EventView& event, std::size_t index,
                                 UndecodableSink& undecodable) {
    std::string place = std::string(field_name<EventField::passed>).append(".").append(plan.argument->name);
    if (plan.way == Way::ByCase) {
        json_text_.clear();
        ValueJson sink(json_text_, place, undecodable, /*names=*/false);
        walk_passed(event, index, schema_, sink);
        static_cast<BytesBuilder*>(plan.passed)->add(json_text_);
    } else {
        ColumnSink sink(*plan.passed, place, undecodable);
        walk_passed(event, index, schema_, sink);
    }
}

void ArgumentColumns::add_bytes(const Plan& plan, const EventView& event, std::size_t index,
                                UndecodableSink& undecodable) {
    std::optional<Captured> memory = readable_memory(event, index, plan.argument->value);
    if (!memory) return;  // the next row's padding makes it null
    auto* column = static_cast<BytesBuilder*>(plan.column);
    if (!column->is_text())
        column->add(memory->bytes);
    else if (!column->add_text(memory->bytes))
        undecodable.undecodable(plan.argument->name, memory->bytes);
}

}  // namespace traceleft
