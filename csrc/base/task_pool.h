// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace traceleft {

/// Work for a TaskPool: it is done once, on any thread.
class Task {
public:
    virtual ~Task() = default;

protected:
    virtual void run() = 0;

private:
    friend class TaskPool;
    bool done_ = false;
    std::exception_ptr error_;
};

/// Threads that do tasks, the first that was added first. Whoever waits for one does tasks meanwhile, so that a pool
/// without threads works, too.
class TaskPool {
public:
    /// The threads are started once there is work for them.
    explicit TaskPool(std::size_t threads) : most_(threads) {}
    /// Tasks that nobody has begun are dropped.
    ~TaskPool();
    TaskPool(const TaskPool&) = delete;
    TaskPool& operator=(const TaskPool&) = delete;

    /// One that waits alone is left to whoever waits for it: to wake a thread would cost more than it saves.
    void add(std::shared_ptr<Task> task);
    bool done(const Task& task);
    /// Returns once it is done. Throws what its run() has thrown.
    void wait(Task& task);

private:
    void work();
    void do_next(std::unique_lock<std::mutex>& lock);

    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable added_;
    std::condition_variable finished_;
    std::deque<std::shared_ptr<Task>> waiting_;
    std::size_t idle_ = 0;  ///< threads that wait for work
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace traceleft
