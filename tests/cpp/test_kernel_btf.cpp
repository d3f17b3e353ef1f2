// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <memory>

#include "kernel_btf.h"

namespace traceleft {
namespace {

TEST(KernelBtf, IsReadOnceAsLongAsItIsHeld) {
    auto held = kernel_btf();
    EXPECT_EQ(kernel_btf(), held);
    EXPECT_GT(btf__type_cnt(held.get()), 10'000U);
}

TEST(KernelBtf, IsLetGoWhenNobodyHoldsIt) {
    std::weak_ptr<const btf> seen = kernel_btf();
    EXPECT_TRUE(seen.expired());
}

}  // namespace
}  // namespace traceleft
