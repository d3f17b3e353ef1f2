// SPDX-License-Identifier: MIT
#include "column_parts.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include "at_fork.h"
#include "blocked_signals.h"
#include "error.h"

namespace traceleft {

namespace {

/// Each takes the memory of a part: more would hardly be faster, for one thread reads them.
constexpr unsigned most_threads = 4;
/// Bytes of events for a byte of a frame, as it is with most.
constexpr std::size_t usual_ratio = 8;

unsigned threads() { return std::clamp(std::thread::hardware_concurrency(), 1u, most_threads); }

/// Runs it in a thread without signals, which are for the program that uses us, or later in this one, if there are no
/// more threads.
template <typename Function>
auto in_background(Function function) {
    BlockedSignals until_begun;
    try {
        return std::async(threads() > 1 ? std::launch::async : std::launch::deferred, function);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, function);
    }
}

}  // namespace

ColumnParts::ColumnParts(std::vector<KeptBatch> batches, int file, std::string name,
                         std::shared_ptr<const EventSchema> schema, ArrowOptions options, std::string table,
                         std::size_t part_bytes)
    : batches_(std::move(batches)),
      name_(std::move(name)),
      schema_(std::move(schema)),
      options_(std::move(options)),
      table_(std::move(table)),
      part_bytes_(part_bytes),
      generation_(fork_generation()) {
    ArrowBuilder(schema_, options_);
    if (file < 0) return;
    NoFork until_kept;
    file_ = UniqueFd(fcntl(file, F_DUPFD_CLOEXEC, 0));
    if (!file_) throw Error::os("keep a file of events open", errno);
}

ColumnParts::~ColumnParts() {
    // In a fork's child their threads aren't there, and to wait for them has no end.
    if (generation_ != fork_generation()) static_cast<void>(new std::deque(std::move(ahead_)));
}

ArrowColumn ColumnParts::schema() {
    if (ArrowColumn columns = empty()) return columns;
    if (!peeked_) peeked_ = next();
    return peeked_;
}

ArrowColumn ColumnParts::empty() const { return ArrowBuilder(schema_, options_).finish(table_); }

ArrowColumn ColumnParts::next() {
    if (generation_ != fork_generation())
        throw Error(ErrorKind::Usage, "these columns were begun before fork(): ask for them again in this process");
    if (peeked_) return std::exchange(peeked_, nullptr);
    make_ahead();
    while (!ahead_.empty()) {
        Part part = ahead_.front().get();
        ahead_.pop_front();
        if (part.left.begin < part.left.end)
            ahead_.push_front(in_background([this, left = part.left] { return make(left); }));
        make_ahead();
        if (!part.columns || !part.columns->length) continue;
        some_ = true;
        return part.columns;
    }
    return std::exchange(some_, true) ? nullptr : empty();
}

void ColumnParts::make_ahead() {
    while (ahead_.size() < threads() && begun_ < batches_.size()) {
        Run run{begun_, end_of_run(begun_)};
        begun_ = run.end;
        ahead_.push_back(in_background([this, run] { return make(run); }));
    }
}

// So many that a few columns of them are less than a part; one at least.
std::size_t ColumnParts::end_of_run(std::size_t begin) const {
    std::size_t bytes = 0;
    do {
        const KeptBatch& batch = batches_[begin++];
        if (auto* frame = std::get_if<FrameInFile>(&batch))
            bytes += frame->size * usual_ratio;
        else
            bytes += std::get<std::shared_ptr<const Batch>>(batch)->bytes();
    } while (begin < batches_.size() && bytes < part_bytes_);
    return begin;
}

ColumnParts::Part ColumnParts::make(Run run) const {
    ArrowBuilder builder(schema_, options_);
    while (run.begin < run.end) {
        const KeptBatch& batch = batches_[run.begin++];
        if (auto* frame = std::get_if<FrameInFile>(&batch))
            builder.append(read_frame(file_.get(), name_, *frame));
        else
            builder.append(*std::get<std::shared_ptr<const Batch>>(batch));
        if (builder.bytes() >= part_bytes_) break;
    }
    return {builder.finish(table_), run};
}

}  // namespace traceleft
