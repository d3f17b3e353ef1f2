// SPDX-License-Identifier: MIT
#include "arrow_array.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <map>
#include <new>
#include <utility>

namespace traceleft {

namespace {

alignas(64) constexpr std::byte nothing[64] = {};

/// The memory of an exported schema or array. A consumer may have moved children out, which it marks by their
/// release().
template <typename Exported>
struct Owner {
    ArrowColumn column;                ///< has the strings and the buffers
    std::vector<const void*> buffers;  ///< an array's
    std::vector<Exported> children;
    std::vector<Exported*> pointers;
    Exported dictionary{};

    explicit Owner(const ArrowColumn& exported) : column(exported), children(exported->children.size()) {
        for (Exported& child : children) pointers.push_back(&child);
    }
    Owner(const Owner&) = delete;
    Owner& operator=(const Owner&) = delete;
    ~Owner() {
        for (Exported& child : children)
            if (child.release) child.release(&child);
        if (dictionary.release) dictionary.release(&dictionary);
    }
};

template <typename Exported>
void release(Exported* exported) {
    std::unique_ptr<Owner<Exported>>(static_cast<Owner<Exported>*>(exported->private_data)).reset();
    exported->release = nullptr;
}

/// Hands a filled struct to its consumer.
template <typename Exported>
void hand_over(std::unique_ptr<Owner<Exported>> owner, Exported* out) {
    out->n_children = static_cast<std::int64_t>(owner->children.size());
    out->children = owner->pointers.data();
    out->dictionary = owner->column->dictionary ? &owner->dictionary : nullptr;
    out->release = &release<Exported>;
    out->private_data = owner.release();
}

struct Stream {
    ArrowColumn schema;
    std::function<ArrowColumn()> next;
    std::string error = {};  ///< why the last call failed
};

Stream& stream_of(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

/// Exceptions must not reach a consumer's C.
template <typename Action>
int guarded(Stream& stream, Action action) {
    try {
        action();
        return 0;
    } catch (const std::bad_alloc&) {
        stream.error = "out of memory";
        return ENOMEM;
    } catch (const std::exception& error) {
        stream.error = error.what();
        return EIO;
    }
}

/// Bytes of one value of a type of fixed width; 0 for others.
std::size_t width_of(const std::string& format) {
    switch (format[0]) {
        case 'c':
        case 'C':
            return 1;
        case 's':
        case 'S':
            return 2;
        case 'i':
        case 'I':
            return 4;
        case 'l':
        case 'L':
        case 't':
            return 8;
        default:
            return 0;
    }
}

bool has_offsets(const std::string& format) {
    return format == "u" || format == "z" || format == "+l" || format == "+m";
}

/// How many columns both begin with.
std::size_t same_columns(const ArrowColumnData& one, const ArrowColumnData& other) {
    std::size_t most = std::min(one.children.size(), other.children.size());
    std::size_t same = 0;
    while (same < most && one.children[same]->name == other.children[same]->name) same++;
    return same;
}

}  // namespace

void export_schema(const ArrowColumn& column, ArrowSchema* out) {
    auto owner = std::make_unique<Owner<ArrowSchema>>(column);
    for (std::size_t i = 0; i < owner->children.size(); i++) export_schema(column->children[i], &owner->children[i]);
    if (column->dictionary) export_schema(column->dictionary, &owner->dictionary);
    *out = {};
    out->format = column->format.c_str();
    out->name = column->name.c_str();
    out->flags = column->nullable ? ARROW_FLAG_NULLABLE : 0;
    hand_over(std::move(owner), out);
}

void export_array(const ArrowColumn& column, ArrowArray* out) {
    auto owner = std::make_unique<Owner<ArrowArray>>(column);
    for (std::size_t i = 0; i < column->buffers.size(); i++) {
        const ArrowBuffer& buffer = column->buffers[i];
        bool no_bitmap = i == 0 && !column->null_count;
        owner->buffers.push_back(no_bitmap ? nullptr : buffer.size() ? buffer.data() : nothing);
    }
    for (std::size_t i = 0; i < owner->children.size(); i++) export_array(column->children[i], &owner->children[i]);
    if (column->dictionary) export_array(column->dictionary, &owner->dictionary);
    *out = {};
    out->length = column->length;
    out->null_count = column->null_count;
    out->n_buffers = static_cast<std::int64_t>(owner->buffers.size());
    out->buffers = owner->buffers.data();
    hand_over(std::move(owner), out);
}

void export_stream(std::vector<ArrowColumn> batches, ArrowArrayStream* out) {
    ArrowColumn schema = batches.front();
    auto next = [batches = std::move(batches), place = std::size_t{0}]() mutable {
        return place < batches.size() ? std::exchange(batches[place++], nullptr) : nullptr;
    };
    export_stream(std::move(schema), std::move(next), out);
}

void export_stream(ArrowColumn schema, std::function<ArrowColumn()> next, ArrowArrayStream* out) {
    auto stream = std::make_unique<Stream>(Stream{std::move(schema), std::move(next)});
    out->get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) {
        Stream& stream = stream_of(self);
        return guarded(stream, [&] { export_schema(stream.schema, schema); });
    };
    out->get_next = [](ArrowArrayStream* self, ArrowArray* array) {
        Stream& stream = stream_of(self);
        return guarded(stream, [&] {
            if (ArrowColumn batch = stream.next())
                export_array(batch, array);
            else
                array->release = nullptr;  // the end
        });
    };
    out->get_last_error = [](ArrowArrayStream* self) -> const char* { return stream_of(self).error.c_str(); };
    out->release = [](ArrowArrayStream* self) {
        std::unique_ptr<Stream>(static_cast<Stream*>(self->private_data)).reset();
        self->release = nullptr;
    };
    out->private_data = stream.release();
}

ArrowColumn nulls_like(const ArrowColumnData& column, std::int64_t length) {
    auto nulls = std::make_shared<ArrowColumnData>();
    nulls->name = column.name;
    nulls->format = column.format;
    nulls->nullable = column.nullable;
    nulls->length = length;
    nulls->null_count = column.nullable ? length : 0;
    auto rows = static_cast<std::size_t>(length);
    nulls->buffers.resize(column.buffers.size());
    nulls->buffers[0].extend((rows + 7) / 8);
    if (has_offsets(column.format))
        nulls->buffers[1].extend((rows + 1) * sizeof(std::int32_t));
    else if (column.format == "b")
        nulls->buffers[1].extend((rows + 7) / 8);
    else if (std::size_t width = width_of(column.format))
        nulls->buffers[1].extend(rows * width);
    bool same_length = column.format == "+s";
    for (const ArrowColumn& child : column.children)
        nulls->children.push_back(nulls_like(*child, same_length ? length : 0));
    if (column.dictionary) nulls->dictionary = nulls_like(*column.dictionary, 0);
    return nulls;
}

std::vector<ArrowColumn> align(const std::vector<ArrowColumn>& batches, std::size_t common) {
    for (const ArrowColumn& batch : batches) common = std::min(common, same_columns(*batch, *batches.front()));
    std::map<std::string, ArrowColumn> types;
    for (const ArrowColumn& batch : batches)
        for (std::size_t i = common; i < batch->children.size(); i++)
            types.emplace(batch->children[i]->name, batch->children[i]);
    auto has_all = [&](const ArrowColumn& batch) { return batch->children.size() == common + types.size(); };
    if (std::all_of(batches.begin(), batches.end(), has_all)) return batches;
    std::vector<ArrowColumn> aligned;
    for (const ArrowColumn& batch : batches) {
        auto whole = std::make_shared<ArrowColumnData>();
        whole->format = batch->format;
        whole->nullable = batch->nullable;
        whole->length = batch->length;
        whole->buffers.resize(batch->buffers.size());
        whole->children.assign(batch->children.begin(), batch->children.begin() + static_cast<std::ptrdiff_t>(common));
        auto own = batch->children.begin() + static_cast<std::ptrdiff_t>(common);
        for (const auto& [name, type] : types)  // both by name
            if (own != batch->children.end() && (*own)->name == name)
                whole->children.push_back(*own++);
            else
                whole->children.push_back(nulls_like(*type, batch->length));
        aligned.push_back(std::move(whole));
    }
    return aligned;
}

std::size_t arrow_bytes(const ArrowColumnData& column) {
    std::size_t bytes = column.dictionary ? arrow_bytes(*column.dictionary) : 0;
    for (const ArrowBuffer& buffer : column.buffers) bytes += buffer.size();
    for (const ArrowColumn& child : column.children) bytes += arrow_bytes(*child);
    return bytes;
}

}  // namespace traceleft
