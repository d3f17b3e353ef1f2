// SPDX-License-Identifier: MIT
#include "ring_reader.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "error.h"
#include "quiet_thread.h"

namespace traceleft {

namespace {

using std::chrono::milliseconds;

// How long an event may lie in the ring: while events come, and after a while without any.
constexpr milliseconds busy_interval{2};
constexpr milliseconds idle_interval{32};

MemoryAccount drained("traceleft::RingReader::drain", "batches of events that were taken out of the ring");

// A burst lies in the ring for as long as other processes keep this thread waiting: it goes before them where it may
// (CAP_SYS_NICE).
void hurry() {
    constexpr int urgent = -10;
    if (getpriority(PRIO_PROCESS, 0) > urgent) setpriority(PRIO_PROCESS, 0, urgent);
}

void watch(int epoll, int fd, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event)) throw Error::os("watch the events ring", errno);
}

}  // namespace

RingReader::RingReader(const std::vector<int>& rings, std::uint32_t ring_size, ReaderOptions options)
    : options_(std::move(options)),
      ring_size_(ring_size),
      objects_(options_.objects),
      path_check_(options_.path_check),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      stop_event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      queue_(queue_options()) {
    if (!epoll_ || !stop_event_) throw Error::os("prepare to wait for events", errno);
    rings_.emplace(rings, ring_size);
    // Edge-triggered: only the kernel's explicit wake-ups count, not that there is data.
    for (int ring : rings) watch(epoll_.get(), ring, EPOLLIN | EPOLLET);
    watch(epoll_.get(), stop_event_.get(), EPOLLIN);
    thread_ = quiet_thread("traceleft-ring", [this] { run(); });
}

RingReader::~RingReader() {
    abandoned_ = true;
    finish();
}

void RingReader::finish() {
    if (!thread_.joinable()) return;
    stopping_ = true;
    eventfd_write(stop_event_.get(), 1);
    queue_.let_in();
    thread_.join();
    std::lock_guard lock(mutex_);
    rings_.reset();
    epoll_ = {};
    stop_event_ = {};
}

std::uint64_t RingReader::ring_bytes() {
    std::lock_guard lock(mutex_);
    if (finished_) return 0;
    return rings_->waiting();
}

BatchQueueOptions RingReader::queue_options() {
    BatchQueueOptions options = options_.queue;
    options.evict = nullptr;
    if (options_.keep_newest) options.evict = [this](const Batch& batch) { count_evicted(batch); };
    return options;
}

void RingReader::count_evicted(const Batch& batch) {
    std::lock_guard lock(mutex_);
    evicted_.events += batch.size();
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::span<const std::byte> event = batch.event(i);
        wire::event_header header{};
        std::memcpy(&header, event.data(), std::min(event.size(), sizeof(header)));
        evicted_.by_cpu[header.cpu]++;
        evicted_.by_syscall[std::string(header.syscall, strnlen(header.syscall, sizeof(header.syscall)))]++;
    }
}

Evicted RingReader::evicted() {
    std::lock_guard lock(mutex_);
    return evicted_;
}

void RingReader::run() {
    hurry();
    milliseconds interval = busy_interval;
    while (!stopping_) {
        interval = drain() ? busy_interval : std::min(interval * 2, idle_interval);
        wait(interval);
    }
    while (drain()) {
    }
    deliver_exited();
    finished_ = true;
    queue_.end();
}

void RingReader::wait(milliseconds timeout) {
    epoll_event events[2];
    epoll_wait(epoll_.get(), events, 2, static_cast<int>(timeout.count()));
}

// Empties the rings; whether there was anything.
bool RingReader::drain() {
    bool any = false;
    for (bool more = true; more && !abandoned_;) {
        std::uint64_t limit = std::min<std::uint64_t>(options_.queue.batch_bytes, ring_size_ / 4);
        const WallClock clock = clock_ = clock_.current();
        std::uint64_t bytes = rings_->look();
        std::shared_ptr<Batch> batch;
        std::uint64_t received = received_.load(std::memory_order_relaxed);
        std::uint64_t events = 0;
        std::uint64_t filtered = 0;
        if (bytes && !options_.discard) {
            batch = std::make_shared<Batch>(clock, drained);
            batches_++;
            batch->reserve(std::min(bytes, limit));
        }
        while (rings_->taken() < limit) {
            std::optional<std::span<const std::byte>> event = rings_->next();
            if (!event) break;
            if (is_object(*event)) {
                learn(*event);
            } else if (!wants(*event, received + events, clock)) {
                filtered++;
            } else {
                if (batch) keep(*event, *batch);
                events++;
            }
        }
        rings_->let_go();
        received_.store(received + events, std::memory_order_relaxed);
        filtered_.fetch_add(filtered, std::memory_order_relaxed);
        more = rings_->taken() > 0;
        any = any || more;
        if (batch && batch->size()) {
            if (options_.processes) options_.processes->give_exited(*batch);
            if (options_.pids) batch = options_.pids->name(std::move(batch));
            queue_.push(std::move(batch));
        }
        if (options_.limit && received + events >= options_.limit && !full_.exchange(true)) queue_.end();
    }
    return any;
}

void RingReader::learn(std::span<const std::byte> record) {
    if (options_.discard) return;
    if (std::optional<OpenFile> file = OpenFile::decode(record)) {
        objects_.add(std::make_shared<const OpenFile>(*std::move(file)));
        return;
    }
    if (!options_.processes && !options_.pids) return;
    std::optional<Process> process = Process::decode(record);
    if (!process) return;
    if (options_.pids) options_.pids->learn(*process);
    if (options_.processes) options_.processes->add(*std::move(process));
}

// Those whose exits no event follows are in a batch without events.
void RingReader::deliver_exited() {
    if (!options_.processes || options_.discard) return;
    auto batch = std::make_shared<Batch>(clock_.current(), drained);
    options_.processes->give_exited(*batch);
    if (batch->objects().processes().size()) queue_.push(std::move(batch));
}

void RingReader::keep(std::span<const std::byte> event, Batch& batch) {
    batch.append(event.data(), event.size());
    batch.take_objects(event, [this](ObjectKey key) { return objects_.find(key); });
    if (options_.processes) options_.processes->give(event, batch, batches_);
    if (options_.stacks) options_.stacks->give(event, batch);
    if (!differs_) differs_ = path_check_.differs(event, batch.objects(), batch.clock());
    if (*differs_) batch.add_flags(batch.size() - 1, wire::EVENT_PATH_MISMATCH);
}

bool RingReader::wants(std::span<const std::byte> event, std::uint64_t before, const WallClock& clock) {
    differs_ = std::nullopt;
    auto differs = [&](std::span<const std::byte> bytes, const Objects& objects) {
        differs_ = path_check_.differs(bytes, objects, clock);
        return *differs_;
    };
    if (options_.behind && !options_.behind->wants(event, objects_, differs)) return false;
    return !options_.limit || before < options_.limit;
}

}  // namespace traceleft
