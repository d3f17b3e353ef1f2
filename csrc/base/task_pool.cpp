// SPDX-License-Identifier: MIT
#include "task_pool.h"

#include <utility>

#include "quiet_thread.h"

namespace traceleft {

TaskPool::~TaskPool() {
    {
        std::lock_guard lock(mutex_);
        ending_ = true;
    }
    added_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void TaskPool::add(std::shared_ptr<Task> task) {
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(task));
    if (waiting_.size() < 2) return;
    if (!idle_ && threads_.size() < most_) threads_.push_back(quiet_thread("traceleft-task", [this] { work(); }));
    added_.notify_one();
}

bool TaskPool::done(const Task& task) {
    std::lock_guard lock(mutex_);
    return task.done_;
}

void TaskPool::wait(Task& task) {
    std::unique_lock lock(mutex_);
    while (!task.done_) {
        if (waiting_.empty())
            finished_.wait(lock);
        else
            do_next(lock);
    }
    if (task.error_) std::rethrow_exception(task.error_);
}

void TaskPool::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        idle_++;
        added_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        idle_--;
        if (ending_) return;
        do_next(lock);
    }
}

void TaskPool::do_next(std::unique_lock<std::mutex>& lock) {
    std::shared_ptr<Task> task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    std::exception_ptr error;
    try {
        task->run();
    } catch (...) {
        error = std::current_exception();
    }
    lock.lock();
    task->error_ = std::move(error);
    task->done_ = true;
    finished_.notify_all();
}

}  // namespace traceleft
