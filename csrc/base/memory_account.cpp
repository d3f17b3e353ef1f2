// SPDX-License-Identifier: MIT
#include "memory_account.h"

namespace traceleft {

namespace {

/// Accounts are global variables of several files, made in any order.
std::vector<MemoryAccount*>& accounts() {
    static std::vector<MemoryAccount*> all;
    return all;
}

}  // namespace

MemoryAccount::MemoryAccount(const char* function, const char* description)
    : function_(function), description_(description) {
    accounts().push_back(this);
}

std::vector<HeldMemory> accounted_memory() {
    std::vector<HeldMemory> held;
    for (const MemoryAccount* account : accounts())
        if (account->objects())
            held.push_back({account->function(), account->description(), account->objects(), account->bytes()});
    return held;
}

}  // namespace traceleft
