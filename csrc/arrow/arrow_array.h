// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "arrow_abi.h"
#include "arrow_buffer.h"

namespace traceleft {

/// A finished column, or a batch of them (a struct without nulls). Never changed once it is shared, and kept alive by
/// everything that was exported from it: nothing is copied on the way out.
struct ArrowColumnData {
    std::string name;
    std::string format;  ///< as the C data interface spells types
    bool nullable = true;
    std::int64_t length = 0;  ///< rows
    std::int64_t null_count = 0;
    /// In the type's order, the validity bitmap first; that one is empty where there are no nulls.
    std::vector<ArrowBuffer> buffers;
    std::vector<std::shared_ptr<const ArrowColumnData>> children;
    std::shared_ptr<const ArrowColumnData> dictionary;
};

using ArrowColumn = std::shared_ptr<const ArrowColumnData>;

/// Fill the consumer's struct, whose release() the consumer calls.
void export_schema(const ArrowColumn& column, ArrowSchema* out);
void export_array(const ArrowColumn& column, ArrowArray* out);

/// All batches, one after the other. There is at least one, and they have the same columns: see
/// align().
void export_stream(std::vector<ArrowColumn> batches, ArrowArrayStream* out);
/// The batches that `next` gives, until it gives null, with the columns of `schema`. It is called from whatever thread
/// reads the stream, which gets its exceptions as an error.
void export_stream(ArrowColumn schema, std::function<ArrowColumn()> next, ArrowArrayStream* out);

/// A column of the same type with nothing but nulls.
ArrowColumn nulls_like(const ArrowColumnData& column, std::int64_t length);

/// The batches with all columns of any of them, null where a batch lacks one: first the `common` columns that all begin
/// with, then the others by name. Batches that differ in these have them by name.
std::vector<ArrowColumn> align(const std::vector<ArrowColumn>& batches, std::size_t common);

/// Bytes in buffers.
std::size_t arrow_bytes(const ArrowColumnData& column);

}  // namespace traceleft
