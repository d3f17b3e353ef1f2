// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "arrow_array.h"
#include "arrow_builder.h"
#include "kept_batch.h"
#include "unique_fd.h"

namespace traceleft {

/// The columns of one of ArrowBuilder's tables, of batches that are kept: in parts of some MB, in the batches' order.
/// Threads make the next ones while a part is looked at. For one thread at a time, of the process that made it.
class ColumnParts {
public:
    /// `file` has those batches that are frames, and may be closed; errors call it `name`. `part_bytes`: of columns,
    /// after which a part ends. Throws Error: Usage as ArrowBuilder does, Error::os.
    ColumnParts(std::vector<KeptBatch> batches, int file, std::string name, std::shared_ptr<const EventSchema> schema,
                ArrowOptions options, std::string table, std::size_t part_bytes);
    ~ColumnParts();

    /// The next part; null at the end. The first has no rows where there are none. Throws Error: Recording for a
    /// damaged frame, Capacity as ArrowBuilder does.
    ArrowColumn next();
    /// A part without rows, or the next one where only the events of a table tell its columns; null without either.
    ArrowColumn schema();

private:
    /// Batches from `begin` to `end`.
    struct Run {
        std::size_t begin, end;
    };
    struct Part {
        ArrowColumn columns;
        Run left;  ///< of its run: the part was full before
    };
    Part make(Run run) const;
    ArrowColumn empty() const;
    std::size_t end_of_run(std::size_t begin) const;
    void make_ahead();

    std::vector<KeptBatch> batches_;
    UniqueFd file_;
    std::string name_;
    std::shared_ptr<const EventSchema> schema_;
    ArrowOptions options_;
    std::string table_;
    std::size_t part_bytes_;
    unsigned generation_;    ///< fork_generation() of its process
    std::size_t begun_ = 0;  ///< batches of the runs that were begun
    bool some_ = false;      ///< a part was given
    ArrowColumn peeked_;
    std::deque<std::future<Part>> ahead_;
};

}  // namespace traceleft
