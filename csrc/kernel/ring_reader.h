// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "batch_queue.h"
#include "behind_questions.h"
#include "event_stacks.h"
#include "objects.h"
#include "path_check.h"
#include "pid_names.h"
#include "process_table.h"
#include "rings.h"
#include "unique_fd.h"

namespace traceleft {

struct ReaderOptions {
    /// Where batches wait for read(), and how large they are. When it is full the ring fills, and the kernel's side
    /// counts events that don't fit; `evict` is the reader's own.
    BatchQueueOptions queue = {};
    bool keep_newest = false;  ///< when it is full, the events that have waited longest go: see evicted()
    bool discard = false;      ///< count events, and keep none
    std::uint64_t limit = 0;   ///< so many events are received, and no more; 0: any number
    std::shared_ptr<const BehindQuestions> behind = nullptr;  ///< decides which are kept; null: all are
    std::shared_ptr<ProcessTable> processes = nullptr;  ///< where batches have their processes from; null: nowhere
    std::shared_ptr<PidNames> pids = nullptr;           ///< names processes in events; null: nobody does
    PathCheckOptions path_check = {};                   ///< how the names of opened files are checked
    std::shared_ptr<EventStacks> stacks = nullptr;      ///< names the stacks of events; null: they have none
    std::size_t objects = 256 * 1024;  ///< so many are remembered: more than the kernel's side does, which tells once
};

/// Events that were taken out of the ring, and left out before they could be read.
struct Evicted {
    std::uint64_t events = 0;
    std::map<std::uint32_t, std::uint64_t> by_cpu;
    std::map<std::string, std::uint64_t> by_syscall;
};

/// Empties the events rings on a thread of its own, into batches. Events are never waited for one by one: the thread
/// looks every few milliseconds, and the kernel wakes it earlier when much has gathered. What the ring tells of objects
/// is no event: the batches of those that refer to them hold them.
class RingReader {
public:
    /// These are BPF_MAP_TYPE_RINGBUFs of `ring_size` bytes each. Throws Error::os.
    RingReader(const std::vector<int>& rings, std::uint32_t ring_size, ReaderOptions options);
    ~RingReader();

    /// The next batch, waiting for at most `timeout`; null where none came, or none will come any more
    /// since it is finished or full.
    std::shared_ptr<Batch> read(std::chrono::nanoseconds timeout) { return queue_.pop(timeout); }

    /// Events taken out of the ring so far, with those that were evicted since.
    std::uint64_t received() const { return received_.load(std::memory_order_relaxed); }
    Evicted evicted();
    /// Events taken out of it that a question did not want, or that came behind the limit.
    std::uint64_t filtered() const { return filtered_.load(std::memory_order_relaxed); }
    /// Events of calls of which it was not found out whether they opened what their string names: see PathCheck.
    std::uint64_t unchecked_paths() const { return path_check_.skipped(); }
    /// Whether as many were received as shall be, and all of them can be read.
    bool full() const { return full_.load(); }

    /// Bytes that events take in the rings now, with its headers; 0 after finish().
    std::uint64_t ring_bytes();
    /// What was taken out of it, and waits for read().
    BatchQueueFill queued() { return queue_.fill(); }

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
    void count_evicted(const Batch& batch);
    BatchQueueOptions queue_options();
    void wait(std::chrono::milliseconds timeout);

    ReaderOptions options_;
    std::uint32_t ring_size_;
    std::uint64_t batches_ = 0;  ///< begun so far
    WallClock clock_;            ///< the last one's
    ObjectTable objects_;
    PathCheck path_check_;
    std::optional<bool> differs_;  ///< of the event that wants() was asked for last; nullopt: not looked at
    std::optional<Rings> rings_;
    UniqueFd epoll_;
    UniqueFd stop_event_;
    std::atomic<bool> stopping_{false};
    std::atomic<bool> abandoned_{false};
    std::atomic<bool> finished_{false};
    std::atomic<bool> full_{false};
    std::atomic<std::uint64_t> received_{0};
    std::atomic<std::uint64_t> filtered_{0};

    std::mutex mutex_;  ///< of the rings' memory, and of evicted_
    Evicted evicted_;
    BatchQueue queue_;
    std::thread thread_;
};

}  // namespace traceleft
