// SPDX-License-Identifier: MIT
#include "at_fork.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <new>
#include <set>

namespace traceleft {

namespace {

// Static, and never destroyed: forks come until the very end.
// Readers come before writers in it, so that a thread may read twice (man 3 pthread_rwlockattr_setkind_np).
pthread_rwlock_t forking = PTHREAD_RWLOCK_INITIALIZER;
alignas(std::mutex) std::byte changing_storage[sizeof(std::mutex)];
struct Kept {
    std::set<int> fds;
    std::map<void*, std::size_t> mappings;
};
Kept* kept = nullptr;
unsigned generation = 0;
thread_local int excepted[2] = {-1, -1};

std::mutex& changing() { return *std::launder(reinterpret_cast<std::mutex*>(changing_storage)); }

void before_fork() {
    pthread_rwlock_wrlock(&forking);
    changing().lock();
}

void after_fork_in_parent() {
    changing().unlock();
    pthread_rwlock_unlock(&forking);
}

// Async-signal-safe calls only: other threads may have held any lock but ours.
void after_fork_in_child() {
    generation++;
    int nothing = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    for (int fd : kept->fds) {
        if (fd == excepted[0] || fd == excepted[1]) continue;
        if (nothing < 0 || dup3(nothing, fd, O_CLOEXEC) < 0) close(fd);
    }
    if (nothing >= 0) close(nothing);
    for (const auto& [address, size] : kept->mappings)
        mmap(address, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
    changing().unlock();
    forking = PTHREAD_RWLOCK_INITIALIZER;  // it knows its writer by the thread's id, which is another now
}

// Ours, with the handlers in place.
Kept& ours() {
    static std::once_flag once;
    std::call_once(once, [] {
        new (changing_storage) std::mutex;
        kept = new Kept;
        pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
    });
    return *kept;
}

}  // namespace

void keep_from_children(int fd) {
    Kept& all = ours();
    std::lock_guard lock(changing());
    all.fds.insert(fd);
}

void let_go(int fd) {
    Kept& all = ours();
    std::lock_guard lock(changing());
    all.fds.erase(fd);
}

void keep_from_children(void* address, std::size_t size) {
    Kept& all = ours();
    std::lock_guard lock(changing());
    all.mappings[address] = size;
}

void let_go(void* address) {
    Kept& all = ours();
    std::lock_guard lock(changing());
    all.mappings.erase(address);
}

NoFork::NoFork() {
    ours();
    pthread_rwlock_rdlock(&forking);
}

NoFork::~NoFork() { pthread_rwlock_unlock(&forking); }

pid_t fork_with(int fd, int other) {
    ours();
    excepted[0] = fd;
    excepted[1] = other;
    pid_t pid = fork();
    excepted[0] = excepted[1] = -1;
    return pid;
}

unsigned fork_generation() {
    ours();
    return generation;
}

}  // namespace traceleft
