// SPDX-License-Identifier: MIT
#include "batch_queue.h"

#include <algorithm>
#include <utility>

#include "error.h"

namespace traceleft {

BatchQueue::BatchQueue(BatchQueueOptions options)
    : options_(std::move(options)), file_(options_.spill_directory, options_.spill_bytes) {
    options_.plain_bytes = std::min(options_.plain_bytes, options_.bytes / 4);
}

void BatchQueue::push(std::shared_ptr<Batch> batch) {
    std::unique_lock lock(mutex_);
    make_room(lock);
    plain_ += batch->bytes();
    events_ += batch->bytes();
    // A consumer that is behind gets fewer and fuller ones: each costs it a wait for the interpreter, whatever is in
    // it.
    if (last_ && last_->bytes() + batch->bytes() <= options_.batch_bytes) {
        last_->append(*batch);
    } else {
        if (last_) close_last(lock);
        last_ = std::move(batch);
    }
    readable_.notify_one();
}

void BatchQueue::make_room(std::unique_lock<std::mutex>& lock) {
    overflowed_ = overflowed_ || full();
    if (!options_.evict) writable_.wait(lock, [&] { return open_ || !full(); });
    while (options_.evict && full() && !waiting_.empty()) options_.evict(*opened(next()));
}

// Puts last_ behind those that wait, compressed where these have taken much memory.
void BatchQueue::close_last(std::unique_lock<std::mutex>& lock) {
    Plain full = std::exchange(last_, nullptr);
    Waiting closed{full, full->bytes()};
    if (plain_ > options_.plain_bytes) {
        closing_ = true;
        lock.unlock();
        std::optional<std::string> frame = compressed(*full);
        lock.lock();
        closing_ = false;
        if (frame) {
            plain_ -= full->bytes();
            compressed_events_ += full->size();
            closed.batch = placed(*std::move(frame));
        }
    }
    waiting_.push_back(std::move(closed));
}

// nullopt where it is more than a frame takes.
std::optional<std::string> BatchQueue::compressed(const Batch& batch) {
    try {
        std::string frame = compressor_.encode(batch);
        return std::string(frame.data(), frame.size());  // it was made in a buffer that is far larger
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::variant<BatchQueue::Plain, BatchQueue::Compressed, BatchQueue::InFile> BatchQueue::placed(std::string frame) {
    std::size_t size = frame.size();
    frames_ += size;
    if (plain_ + compressed_ + size > options_.bytes)
        if (std::optional<std::uint64_t> offset = file_.put(frame)) return InFile{*offset, size};
    compressed_ += size;
    return frame;
}

void BatchQueue::let_in() {
    std::lock_guard lock(mutex_);
    open_ = true;
    writable_.notify_all();
}

std::shared_ptr<Batch> BatchQueue::pop(std::chrono::nanoseconds timeout) {
    std::unique_lock lock(mutex_);
    auto any = [&] { return !waiting_.empty() || (last_ && !closing_); };
    readable_.wait_for(lock, timeout, [&] { return any() || ended_; });
    if (!any()) return nullptr;
    Waiting first = next();
    writable_.notify_one();
    lock.unlock();
    return opened(std::move(first));
}

// Takes the first that waits; what was in the file is then in memory, and counted nowhere.
BatchQueue::Waiting BatchQueue::next() {
    if (waiting_.empty()) {
        std::size_t bytes = last_->bytes();
        waiting_.push_back({std::exchange(last_, nullptr), bytes});
    }
    Waiting first = std::move(waiting_.front());
    waiting_.pop_front();
    events_ -= first.events;
    if (const Plain* plain = std::get_if<Plain>(&first.batch)) plain_ -= (*plain)->bytes();
    if (const Compressed* frame = std::get_if<Compressed>(&first.batch)) compressed_ -= frame->size();
    if (const InFile* place = std::get_if<InFile>(&first.batch)) first.batch = file_.take(place->offset, place->size);
    return first;
}

BatchQueue::Plain BatchQueue::opened(Waiting waiting) {
    if (Plain* plain = std::get_if<Plain>(&waiting.batch)) return std::move(*plain);
    return std::make_shared<Batch>(decompress_batch(std::get<Compressed>(waiting.batch)));
}

void BatchQueue::end() {
    std::lock_guard lock(mutex_);
    ended_ = true;
    readable_.notify_all();
}

BatchQueueFill BatchQueue::fill() {
    std::lock_guard lock(mutex_);
    double events = static_cast<double>(std::max<std::uint64_t>(compressed_events_, 1));
    return {events_, plain_ + compressed_, file_.bytes(), overflowed_, static_cast<double>(frames_) / events};
}

}  // namespace traceleft
