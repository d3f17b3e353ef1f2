// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "batch.h"
#include "batch_codec.h"
#include "spill_file.h"

namespace traceleft {

struct BatchQueueOptions {
    std::size_t bytes = 256 * 1024 * 1024;       ///< of memory that batches take while they wait
    std::size_t plain_bytes = 16 * 1024 * 1024;  ///< of those that aren't compressed; at most a quarter of `bytes`
    std::size_t batch_bytes = 256 * 1024;        ///< small batches are joined up to this size
    std::uint64_t spill_bytes = 0;               ///< of a file, for what finds no room in memory
    std::string spill_directory = "/tmp";
    /// What to do where there is no room. Null: push() waits. Else the batches that have waited longest go, and this
    /// is called with each, from the thread that pushes.
    std::function<void(const Batch&)> evict = nullptr;
};

/// What waits in a BatchQueue.
struct BatchQueueFill {
    std::size_t events = 0;     ///< bytes of events
    std::size_t memory = 0;     ///< bytes that they take in memory, compressed or not
    std::uint64_t spilled = 0;  ///< bytes that they take in the file
    bool overflowed = false;    ///< a batch found no room, at some time
    double event_bytes = 0;     ///< what an event took, compressed, on the average
};

/// Batches on their way from one thread to another, in order. A consumer that keeps up gets them as they are; what a
/// slower one leaves waits compressed, and then in a file.
class BatchQueue {
public:
    explicit BatchQueue(BatchQueueOptions options);

    /// Puts a batch behind the others. Waits while there is no room, until let_in(). For one thread.
    void push(std::shared_ptr<Batch> batch);
    /// From now on no push() waits: the last batches find room, whatever they take.
    void let_in();

    /// The next batch, waiting for at most `timeout`; null where none came. Throws Error::os where the file can't be
    /// read.
    std::shared_ptr<Batch> pop(std::chrono::nanoseconds timeout);
    /// From now on no pop() waits: no more batches come.
    void end();

    BatchQueueFill fill();

private:
    using Plain = std::shared_ptr<Batch>;
    using Compressed = std::string;
    struct InFile {
        std::uint64_t offset;
        std::size_t size;
    };
    struct Waiting {
        std::variant<Plain, Compressed, InFile> batch;
        std::size_t events;  ///< bytes of them
    };
    bool full() const { return plain_ + compressed_ >= options_.bytes && file_.full(); }
    void make_room(std::unique_lock<std::mutex>& lock);
    void close_last(std::unique_lock<std::mutex>& lock);
    std::optional<std::string> compressed(const Batch& batch);
    std::variant<Plain, Compressed, InFile> placed(std::string frame);
    Waiting next();
    static Plain opened(Waiting waiting);

    BatchQueueOptions options_;
    BatchCompressor compressor_;  ///< the pushing thread's
    std::mutex mutex_;
    std::condition_variable readable_;
    std::condition_variable writable_;
    SpillFile file_;
    std::deque<Waiting> waiting_;
    Plain last_;            ///< behind those; grows to batch_bytes
    bool closing_ = false;  ///< one that goes between waiting_ and last_ is being compressed
    bool open_ = false;     ///< see let_in()
    bool ended_ = false;
    std::size_t plain_ = 0;       ///< bytes of batches that aren't compressed
    std::size_t compressed_ = 0;  ///< bytes of those that are, in memory
    std::size_t events_ = 0;
    bool overflowed_ = false;
    std::uint64_t compressed_events_ = 0;  ///< so far, and the bytes of their frames
    std::uint64_t frames_ = 0;
};

}  // namespace traceleft
