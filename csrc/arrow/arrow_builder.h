// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "arrow_array.h"
#include "batch.h"
#include "event_schema.h"

namespace traceleft {

/// Builds Arrow record batches of events, column by column, straight from their bytes.
///
/// A wide one has the columns that all events have, and a struct of its arguments for each syscall, null in the rows of
/// others. Otherwise there is a batch for each syscall, with a column for each argument.
struct ArrowOptions {
    bool wide = false;
    /// A wide one's rows are in a batch for each syscall, with its struct and no other's. Those fields that few events
    /// have are columns only where an event has them.
    bool split = false;
    std::vector<std::string> syscalls = {};  ///< have columns, or a batch, even where none of their events comes
    bool only = false;                       ///< no others have: in batches by syscall their events are left out
    bool files = false;                      ///< columns tell what descriptors stand for, as FileColumns has it
    std::optional<std::set<std::string>> columns = {};  ///< those that are built; nullopt: all
};

class ArrowBuilder {
public:
    /// Throws Error: Usage for a syscall that the schema doesn't know.
    ArrowBuilder(std::shared_ptr<const EventSchema> schema, ArrowOptions options);
    ~ArrowBuilder();

    /// Throws Error: Capacity for more than Arrow's offsets count, std::bad_alloc; then no more can be appended until
    /// finish(), which has all rows before that event.
    void append(const Batch& batch);

    std::size_t rows() const { return rows_; }
    std::size_t bytes() const;

    /// The batches by syscall; a wide one as "". Starts anew.
    std::map<std::string, ArrowColumn> finish();
    /// One of them; null where there is none of that name. Only that one starts anew.
    ArrowColumn finish(const std::string& name);
    /// Bytes of each batch, by its name.
    std::map<std::string, std::size_t> sizes() const;

private:
    struct Table;
    struct Syscall;

    void begin();
    void add(const Batch& batch);
    Syscall& syscall(const SyscallSchema& known);
    bool leaves_out(const SyscallSchema& known) const;
    bool builds(const std::string& column) const;
    Table& table(const std::string& name);
    bool one_table() const { return options_.wide && !options_.split; }
    bool is_compat(const SyscallSchema& known) const;
    const SyscallSchema* find(const std::string& name) const;

    std::shared_ptr<const EventSchema> schema_;
    ArrowOptions options_;
    std::vector<bool> common_;  ///< which of the common columns are built
    std::size_t rows_ = 0;
    bool half_added_ = false;  ///< the last event that was appended was too much
    std::map<std::string, std::unique_ptr<Table>> tables_;
    std::unordered_map<const SyscallSchema*, std::unique_ptr<Syscall>> syscalls_;
};

/// The number of columns that all batches have in common and begin with.
std::size_t arrow_common_columns();

/// The name of an argument's or a syscall's column, made different from theirs.
std::string arrow_column_name(const std::string& name);

}  // namespace traceleft
