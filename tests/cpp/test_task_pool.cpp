// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "task_pool.h"

using traceleft::Task;
using traceleft::TaskPool;

namespace {

struct Counting : Task {
    std::atomic<int> runs{0};
    std::thread::id by;

private:
    void run() override {
        by = std::this_thread::get_id();
        runs++;
    }
};

struct Failing : Task {
private:
    void run() override { throw std::runtime_error("it fails"); }
};

/// Waits until it is let go.
struct Gated : Task {
    std::promise<void> begun, gate;

private:
    void run() override {
        begun.set_value();
        gate.get_future().wait();
    }
};

}  // namespace

TEST(TaskPool, DoesEachTaskOnce) {
    for (std::size_t threads : {0U, 1U, 3U}) {
        TaskPool pool(threads);
        std::vector<std::shared_ptr<Counting>> tasks;
        for (int i = 0; i < 1000; i++) {
            tasks.push_back(std::make_shared<Counting>());
            pool.add(tasks.back());
        }
        for (const std::shared_ptr<Counting>& each : tasks) {
            pool.wait(*each);
            EXPECT_TRUE(pool.done(*each));
        }
        for (const std::shared_ptr<Counting>& each : tasks) EXPECT_EQ(each->runs, 1);
    }
}

TEST(TaskPool, LeavesOneAloneToWhoWaits) {
    TaskPool pool(4);
    auto task = std::make_shared<Counting>();
    pool.add(task);
    pool.wait(*task);
    EXPECT_EQ(task->by, std::this_thread::get_id());
}

TEST(TaskPool, DoesOtherTasksWhileItWaits) {
    TaskPool pool(1);
    auto first = std::make_shared<Gated>();
    auto second = std::make_shared<Counting>();
    pool.add(first);
    pool.add(second);
    first->begun.get_future().wait();
    EXPECT_FALSE(pool.done(*first));
    pool.wait(*second);  // the only thread is busy
    EXPECT_EQ(second->by, std::this_thread::get_id());
    first->gate.set_value();
    pool.wait(*first);
}

TEST(TaskPool, TellsWhoWaitsOfAFailure) {
    TaskPool pool(1);
    auto failing = std::make_shared<Failing>();
    auto other = std::make_shared<Counting>();
    pool.add(failing);
    pool.add(other);
    EXPECT_THROW(pool.wait(*failing), std::runtime_error);
    pool.wait(*other);
    EXPECT_EQ(other->runs, 1);
}

TEST(TaskPool, DropsWhatNobodyHasBegun) {
    auto left = std::make_shared<Counting>();
    {
        TaskPool pool(0);
        pool.add(left);
    }
    EXPECT_EQ(left->runs, 0);
    EXPECT_EQ(left.use_count(), 1);
}
