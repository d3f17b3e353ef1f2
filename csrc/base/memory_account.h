// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace traceleft {

/// Counts the memory that one function's objects hold, exactly and from any thread. An account lives as long as the
/// process: make it a global variable.
class MemoryAccount {
public:
    /// `function`: its name, as a profile shows it. `description`: the memory's purpose.
    MemoryAccount(const char* function, const char* description);
    MemoryAccount(const MemoryAccount&) = delete;
    MemoryAccount& operator=(const MemoryAccount&) = delete;

    void add(std::int64_t objects, std::int64_t bytes) {
        objects_.fetch_add(objects, std::memory_order_relaxed);
        bytes_.fetch_add(bytes, std::memory_order_relaxed);
    }

    const char* function() const { return function_; }
    const char* description() const { return description_; }
    std::int64_t objects() const { return objects_.load(std::memory_order_relaxed); }
    std::int64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }

private:
    const char* function_;
    const char* description_;
    std::atomic<std::int64_t> objects_{0};
    std::atomic<std::int64_t> bytes_{0};
};

/// Memory that is measured from time to time, in an account for as long as this lives.
class AccountedMemory {
public:
    explicit AccountedMemory(MemoryAccount& account) : account_(account) { account_.add(1, 0); }
    ~AccountedMemory() { account_.add(-1, -bytes_); }
    AccountedMemory(const AccountedMemory&) = delete;
    AccountedMemory& operator=(const AccountedMemory&) = delete;

    void set(std::size_t bytes) {
        account_.add(0, static_cast<std::int64_t>(bytes) - bytes_);
        bytes_ = static_cast<std::int64_t>(bytes);
    }

private:
    MemoryAccount& account_;
    std::int64_t bytes_ = 0;
};

/// Allocates as std::allocator does, and counts it in an account.
template <typename T>
class AccountedAllocator {
public:
    using value_type = T;
    // Memory that is moved or swapped takes its account along.
    using propagate_on_container_copy_assignment = std::true_type;
    using propagate_on_container_move_assignment = std::true_type;
    using propagate_on_container_swap = std::true_type;

    explicit AccountedAllocator(MemoryAccount& account) : account_(&account) {}
    template <typename Other>
    AccountedAllocator(const AccountedAllocator<Other>& other) : account_(&other.account()) {}

    T* allocate(std::size_t count) {
        T* memory = std::allocator<T>().allocate(count);
        account_->add(1, static_cast<std::int64_t>(count * sizeof(T)));
        return memory;
    }
    void deallocate(T* memory, std::size_t count) {
        account_->add(-1, -static_cast<std::int64_t>(count * sizeof(T)));
        std::allocator<T>().deallocate(memory, count);
    }

    MemoryAccount& account() const { return *account_; }
    template <typename Other>
    bool operator==(const AccountedAllocator<Other>& other) const {
        return account_ == &other.account();
    }

private:
    MemoryAccount* account_;
};

template <typename T>
using AccountedVector = std::vector<T, AccountedAllocator<T>>;

struct HeldMemory {
    std::string function;
    std::string description;
    std::int64_t objects;
    std::int64_t bytes;
};

/// The sizes of all accounts that aren't empty.
std::vector<HeldMemory> accounted_memory();

}  // namespace traceleft
