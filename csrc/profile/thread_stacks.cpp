// SPDX-License-Identifier: MIT
#include "thread_stacks.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <system_error>

#include "deadline.h"
#include "error.h"
#include "stack_signal.h"

namespace traceleft {

namespace {

// A thread may end with the signal on its way to it, and then never answers.
constexpr std::chrono::milliseconds look_again{10};

// Threads of other libraries block all signals for good; others while they start a thread, say.
constexpr std::chrono::milliseconds patience{50};

bool is_deaf(pid_t tid) {
    std::ifstream lines("/proc/self/task/" + std::to_string(tid) + "/status");
    for (std::string key; lines >> key;) {
        std::uint64_t blocked = 0;
        if (key == "SigBlk:" && lines >> std::hex >> blocked) return blocked >> (SIGPROF - 1) & 1;
    }
    return false;
}

bool is_there(pid_t tid) { return !tgkill(getpid(), tid, 0); }

/// One record a thread, which its signal names by index and the number of the request: a signal may arrive after the
/// request it belongs to has ended.
class Request final : public StackSink {
public:
    explicit Request(std::size_t threads) : answers_(threads) {
        static std::atomic<std::uint32_t> requests;
        number_ = ++requests;
        sem_init(&answered_, 0, 0);
    }
    ~Request() { sem_destroy(&answered_); }

    std::uintptr_t tag(std::size_t index) const { return std::uintptr_t{number_} << 32 | index; }

    StackRecord* claim(std::uintptr_t tag, std::uint32_t) noexcept override {
        std::size_t index = tag & 0xffffffff;
        if (tag >> 32 != number_ || index >= answers_.size()) return nullptr;
        return &answers_[index];
    }
    void publish(StackRecord* record) noexcept override {
        static_cast<Answer*>(record)->done.store(true, std::memory_order_release);
        sem_post(&answered_);
    }

    /// Waits for one more answer, or until `deadline`.
    void wait(const timespec& deadline) { wait_until(answered_, deadline); }
    const StackRecord* answer(std::size_t index) const {
        return answers_[index].done.load(std::memory_order_acquire) ? &answers_[index] : nullptr;
    }

private:
    struct Answer : StackRecord {
        std::atomic<bool> done{false};
    };
    std::vector<Answer> answers_;
    std::uint32_t number_;
    sem_t answered_;
};

}  // namespace

std::vector<pid_t> thread_ids() {
    constexpr const char* path = "/proc/self/task";
    std::error_code failed;
    std::filesystem::directory_iterator tasks(path, failed);
    if (failed) throw Error::os("list this process's threads", failed.value(), path);
    std::vector<pid_t> tids;
    for (; tasks != std::filesystem::directory_iterator(); tasks.increment(failed))
        tids.push_back(static_cast<pid_t>(std::stoi(tasks->path().filename().string())));
    std::sort(tids.begin(), tids.end());
    return tids;
}

std::string thread_name(pid_t tid) {
    std::string name;
    std::getline(std::ifstream("/proc/self/task/" + std::to_string(tid) + "/comm"), name);
    return name;
}

std::vector<ThreadStack> thread_stacks(std::chrono::nanoseconds deadline) {
    static std::mutex one_at_a_time;
    std::lock_guard lock(one_at_a_time);
    std::vector<pid_t> tids = thread_ids();
    Request request(tids.size());
    {
        StackSignal signal(StackSignal::Source::Request, request);
        for (std::size_t i = 0; i < tids.size(); i++) StackSignal::send(tids[i], request.tag(i));
        auto sent = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < tids.size();) {
            auto waited = std::chrono::steady_clock::now() - sent;
            if (waited >= deadline) break;
            bool answered = request.answer(i) || !is_there(tids[i]);
            if (answered || (waited >= patience && is_deaf(tids[i])))
                i++;
            else
                request.wait(from_now(look_again));
        }
    }
    std::vector<ThreadStack> stacks;
    for (std::size_t i = 0; i < tids.size(); i++) {
        const StackRecord* answer = request.answer(i);
        std::string name = thread_name(tids[i]);
        if (!answer && name.empty()) continue;  // it ended meanwhile
        ThreadStack& stack = stacks.emplace_back();
        stack.tid = tids[i];
        stack.name = std::move(name);
        if (answer) stack.record = *answer;
    }
    return stacks;
}

}  // namespace traceleft
