// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "memory_account.h"

namespace traceleft {
namespace {

MemoryAccount account("test::account", "what a test holds");
MemoryAccount other("test::other", "what a test held before");

const HeldMemory* find(const std::vector<HeldMemory>& held) {
    auto found =
        std::find_if(held.begin(), held.end(), [](const HeldMemory& each) { return each.function == "test::account"; });
    return found == held.end() ? nullptr : &*found;
}

TEST(MemoryAccount, IsListedWhileItHoldsAnything) {
    EXPECT_EQ(find(accounted_memory()), nullptr);
    {
        AccountedVector<int> numbers(100, AccountedAllocator<int>(account));
        std::vector<HeldMemory> held = accounted_memory();
        ASSERT_NE(find(held), nullptr);
        EXPECT_EQ(find(held)->objects, 1);
        EXPECT_EQ(find(held)->bytes, 400);
        EXPECT_EQ(find(held)->description, "what a test holds");
    }
    EXPECT_EQ(find(accounted_memory()), nullptr);
}

TEST(MemoryAccount, FollowsWhatIsMovedAndGrows) {
    AccountedVector<char> from(AccountedAllocator<char>{account});
    from.resize(1000);
    AccountedVector<char> to(AccountedAllocator<char>{other});
    to.resize(10);
    to = std::move(from);
    EXPECT_EQ(other.bytes(), 0);
    EXPECT_EQ(account.bytes(), 1000);
    to.resize(3000);
    EXPECT_EQ(account.objects(), 1);
    EXPECT_EQ(account.bytes(), static_cast<std::int64_t>(to.capacity()));
    to = AccountedVector<char>(AccountedAllocator<char>{other});
    EXPECT_EQ(account.bytes(), 0);
}

TEST(MemoryAccount, IsExactUnderThreads) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; i++)
        threads.emplace_back([] {
            for (int size = 1; size < 2000; size++) {
                AccountedVector<int> numbers(AccountedAllocator<int>{account});
                numbers.resize(static_cast<std::size_t>(size));
                AccountedMemory measured(account);
                measured.set(100);
                measured.set(static_cast<std::size_t>(size));
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(account.objects(), 0);
    EXPECT_EQ(account.bytes(), 0);
}

}  // namespace
}  // namespace traceleft
