// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "arrow_array.h"
#include "arrow_buffer.h"

namespace traceleft {

/// A bitmap of the rows that have a value. It takes no memory until the first null.
class Validity {
public:
    void set(std::size_t row) {
        if (!nulls_) return;
        cover(row + 1);
        bits_.data()[row / 8] |= std::byte{1} << row % 8;
    }
    void add_nulls(std::size_t row, std::size_t count);
    std::size_t nulls() const { return nulls_; }
    std::size_t bytes() const { return bits_.size(); }
    /// The bitmap of so many rows. Starts anew.
    ArrowBuffer take(std::size_t rows);

private:
    void cover(std::size_t rows) {
        std::size_t bytes = (rows + 7) / 8;
        if (bits_.size() < bytes) bits_.extend(bytes - bits_.size());
    }
    ArrowBuffer bits_;
    std::size_t nulls_ = 0;
};

/// A column that is being filled, row by row. Rows that are skipped become null in bulk, when the next value comes.
class ColumnBuilder {
public:
    enum class Shape { Number, Flag, Bytes, Names, Struct, List };

    explicit ColumnBuilder(Shape shape) : shape(shape) {}
    virtual ~ColumnBuilder() = default;
    ColumnBuilder(const ColumnBuilder&) = delete;
    ColumnBuilder& operator=(const ColumnBuilder&) = delete;

    const Shape shape;

    std::size_t length() const { return length_; }
    /// Makes it so many rows long, by nulls.
    void pad_to(std::size_t rows) {
        if (length_ < rows) pad(rows - length_);
    }
    void add_null() { pad(1); }

    virtual std::size_t bytes() const = 0;
    /// Returns the rows so far as a column of that name, and starts anew.
    ArrowColumn finish(const std::string& name, std::size_t rows);

protected:
    virtual void add_nulls(std::size_t count) = 0;
    virtual void move_to(ArrowColumnData& column) = 0;

    std::size_t length_ = 0;
    Validity validity_;
    bool nullable_ = true;

private:
    void pad(std::size_t count) {
        validity_.add_nulls(length_, count);
        add_nulls(count);
        length_ += count;
    }
};

/// Numbers of one width.
class NumberBuilder : public ColumnBuilder {
public:
    NumberBuilder(std::string format, std::size_t width)
        : ColumnBuilder(Shape::Number), format_(std::move(format)), width_(width) {}

    /// The lowest bytes of `bits`.
    void add(std::uint64_t bits) {
        validity_.set(length_++);
        switch (width_) {
            case 1:
                return values_.push(static_cast<std::uint8_t>(bits));
            case 2:
                return values_.push(static_cast<std::uint16_t>(bits));
            case 4:
                return values_.push(static_cast<std::uint32_t>(bits));
            default:
                return values_.push(bits);
        }
    }
    std::size_t bytes() const override { return values_.size() + validity_.bytes(); }

protected:
    void add_nulls(std::size_t count) override { values_.extend(count * width_); }
    void move_to(ArrowColumnData& column) override;

private:
    std::string format_;
    std::size_t width_;
    ArrowBuffer values_;
};

/// Truth values.
class FlagBuilder : public ColumnBuilder {
public:
    FlagBuilder() : ColumnBuilder(Shape::Flag) {}

    void add(bool value) {
        validity_.set(length_);
        cover(length_ + 1);
        if (value) bits_.data()[length_ / 8] |= std::byte{1} << length_ % 8;
        length_++;
    }
    std::size_t bytes() const override { return bits_.size() + validity_.bytes(); }

protected:
    void add_nulls(std::size_t count) override { cover(length_ + count); }
    void move_to(ArrowColumnData& column) override;

private:
    void cover(std::size_t rows) {
        std::size_t bytes = (rows + 7) / 8;
        if (bits_.size() < bytes) bits_.extend(bytes - bits_.size());
    }
    ArrowBuffer bits_;
};

/// Text or bytes.
class BytesBuilder : public ColumnBuilder {
public:
    explicit BytesBuilder(bool text, bool nullable = true);

    bool is_text() const { return text_; }
    void add(std::string_view bytes) {
        if (!bytes.empty()) std::memcpy(values_.extend(bytes.size()), bytes.data(), bytes.size());
        validity_.set(length_++);
        offsets_.push(static_cast<std::int32_t>(values_.size()));
    }
    /// Adds it as UTF-8; false where bytes had to be replaced for that.
    bool add_text(std::string_view bytes);
    std::size_t bytes() const override { return offsets_.size() + values_.size() + validity_.bytes(); }

protected:
    void add_nulls(std::size_t count) override;
    void move_to(ArrowColumnData& column) override;

private:
    bool text_;
    ArrowBuffer offsets_;
    ArrowBuffer values_;
};

/// Text with few different values: rows are indices into a dictionary, one for each batch.
class NamesBuilder : public ColumnBuilder {
public:
    NamesBuilder();

    /// The index of a text, which is good until finish().
    std::int32_t index(std::string_view text);
    void add_index(std::int32_t index) {
        validity_.set(length_++);
        indices_.push(index);
    }
    /// Whether it was UTF-8, as BytesBuilder::add_text() has it.
    bool add(std::string_view text) {
        std::int32_t known = index(text);
        add_index(known);
        return valid_[static_cast<std::size_t>(known)];
    }
    std::size_t bytes() const override { return indices_.size() + names_.bytes() + validity_.bytes(); }

protected:
    void add_nulls(std::size_t count) override { indices_.extend(count * sizeof(std::int32_t)); }
    void move_to(ArrowColumnData& column) override;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    struct Recent {
        const std::string* text = nullptr;
        std::int32_t index = 0;
    };
    Recent& recent(std::string_view text);

    ArrowBuffer indices_;
    BytesBuilder names_{true};
    std::vector<bool> valid_;  ///< of each name
    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> known_;
    std::array<Recent, 64> recent_{};
};

/// Named columns side by side. A child is padded when it gets a value, or at the end.
class StructBuilder : public ColumnBuilder {
public:
    struct Child {
        std::string name;
        std::unique_ptr<ColumnBuilder> column;
        std::string key;                        ///< the value's name in its own struct, mostly `name`
        bool shared_key = false;                ///< other children have that key too
        std::vector<std::uint64_t> cases = {};  ///< the child is for structs whose first number is one of these
    };

    StructBuilder() : ColumnBuilder(Shape::Struct) {}

    ColumnBuilder& add_child(std::string name, std::unique_ptr<ColumnBuilder> column);
    std::vector<Child>& children() { return children_; }
    /// The index of the child with that key, in a struct with that first number; the count of children if none.
    std::size_t find(std::string_view key, std::uint64_t first) const;
    /// The values of this row were given to the children.
    void end_row() { validity_.set(length_++); }
    std::size_t bytes() const override;

protected:
    void add_nulls(std::size_t) override {}
    void move_to(ArrowColumnData& column) override;

private:
    std::vector<Child> children_;
};

/// Lists of a column's values, or a map where that is a struct of keys and values.
class ListBuilder : public ColumnBuilder {
public:
    explicit ListBuilder(std::unique_ptr<ColumnBuilder> items, bool is_map = false);

    ColumnBuilder& items() { return *items_; }
    /// Ends this row with the items added since the last.
    void end_row() {
        validity_.set(length_++);
        offsets_.push(static_cast<std::int32_t>(items_->length()));
    }
    std::size_t bytes() const override { return offsets_.size() + items_->bytes() + validity_.bytes(); }

protected:
    void add_nulls(std::size_t count) override;
    void move_to(ArrowColumnData& column) override;

private:
    std::unique_ptr<ColumnBuilder> items_;
    bool is_map_;
    ArrowBuffer offsets_;
};

/// A column that others stand beside.
struct NamedColumn {
    std::string name;
    std::unique_ptr<ColumnBuilder> builder;
};

/// A number of `bytes` bytes (1, 2 or 4; 8 for any other).
std::unique_ptr<NumberBuilder> number_builder(std::size_t bytes, bool is_signed);

}  // namespace traceleft
