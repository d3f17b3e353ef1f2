// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

#include "batch.h"
#include "behind_questions.h"
#include "objects.h"
#include "path_check.h"
#include "pid_names.h"
#include "process_table.h"
#include "unique_fd.h"

namespace traceleft {

struct ReaderOptions {
    std::size_t batch_bytes = 256 * 1024;        ///< a batch is closed when it holds this much
    std::size_t queue_bytes = 16 * 1024 * 1024;  ///< batches waiting for the consumer; beyond it the ring fills, and
                                                 ///< the kernel's side counts events that don't fit
    bool discard = false;                        ///< count events, and keep none
    std::uint64_t limit = 0;                     ///< so many events are received, and no more; 0: any number
    std::shared_ptr<const BehindQuestions> behind = nullptr;  ///< decides which are kept; null: all are
    std::shared_ptr<ProcessTable> processes = nullptr;  ///< where batches have their processes from; null: nowhere
    std::shared_ptr<PidNames> pids = nullptr;           ///< names processes in events; null: nobody does
    std::size_t objects = 256 * 1024;  ///< so many are remembered: more than the kernel's side does, which tells once
};

/// Empties the events ring on a thread of its own, into batches. Events are never waited for one by one: the thread
/// looks every few milliseconds, and the kernel wakes it earlier when much has gathered. What the ring tells of objects
/// is no event: the batches of those that refer to them hold them.
class RingReader {
public:
    /// `events_fd` is a BPF_MAP_TYPE_RINGBUF of `ring_size` bytes. Throws Error::os.
    RingReader(int events_fd, std::uint32_t ring_size, ReaderOptions options);
    ~RingReader();

    /// The next batch, waiting for at most `timeout`; null where none came, or none will come any more
    /// since it is finished or full.
    std::shared_ptr<Batch> read(std::chrono::nanoseconds timeout);

    /// Events taken out of the ring so far, to be read.
    std::uint64_t received() const { return received_.load(std::memory_order_relaxed); }
    /// Events taken out of it that a question did not want, or that came behind the limit.
    std::uint64_t filtered() const { return filtered_.load(std::memory_order_relaxed); }
    /// Events of calls of which it was not found out whether they opened what their string names: see PathCheck.
    std::uint64_t unchecked_paths() const { return path_check_.skipped(); }
    /// Whether as many were received as shall be.
    bool full() const { return options_.limit && received() >= options_.limit; }

    /// Bytes that events take in the ring now, with its headers; 0 after finish().
    std::uint64_t ring_bytes();
    /// Bytes of events that were taken out of it, and wait for read().
    std::size_t queued_bytes();

    /// Empties the ring once more, then ends the thread and lets go of the ring; read() still gives the queued batches.
    /// To be called when no program writes to the ring any more.
    void finish();
    bool finished() const { return finished_.load(); }

private:
    void run();
    bool drain();
    bool wants(std::span<const std::byte> event, std::uint64_t before, const WallClock& clock);
    void learn(std::span<const std::byte> record);
    void keep(std::span<const std::byte> event, Batch& batch);
    void deliver_exited();
    void deliver(std::shared_ptr<Batch> batch);
    void wait(std::chrono::milliseconds timeout);

    ReaderOptions options_;
    std::uint32_t ring_size_;
    std::uint64_t batches_ = 0;  ///< begun so far
    ObjectTable objects_;
    PathCheck path_check_;
    std::optional<bool> differs_;  ///< of the event that wants() was asked for last; nullopt: not looked at
    Mapping consumer_page_;
    Mapping producer_pages_;
    UniqueFd epoll_;
    UniqueFd stop_event_;
    std::atomic<bool> stopping_{false};
    std::atomic<bool> abandoned_{false};
    std::atomic<bool> finished_{false};
    std::atomic<std::uint64_t> received_{0};
    std::atomic<std::uint64_t> filtered_{0};

    std::mutex mutex_;
    std::condition_variable readable_;
    std::condition_variable writable_;
    std::deque<std::shared_ptr<Batch>> queue_;
    std::size_t queued_bytes_ = 0;
    std::thread thread_;
};

}  // namespace traceleft
