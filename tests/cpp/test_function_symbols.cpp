// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "function_symbols.h"

namespace traceleft {
namespace {

TEST(FunctionSymbols, CountsFunctionsOfOneName) {
    FunctionSymbols symbols(
        "ffffffff81000000 T vfs_read\n"
        "ffffffff81000100 t helper\n"
        "ffffffff81000200 D vfs_read\n"
        "ffffffffc0000000 t helper\t[a_module]\n");
    EXPECT_EQ(symbols.find("vfs_read").count, 1U);
    EXPECT_EQ(symbols.find("vfs_read").address, 0xffffffff81000000U);
    EXPECT_EQ(symbols.find("helper").count, 2U);
    EXPECT_EQ(symbols.find("helper").address, 0xffffffff81000100U);
    EXPECT_EQ(symbols.find("help").count, 0U);
}

TEST(FunctionSymbols, KnowsWhatTheCompilerMadeOfThem) {
    FunctionSymbols symbols(
        "ffffffff81000000 t vfs_rmdir.part.0\n"
        "ffffffff81000080 t vfs_rmdir.constprop.1\n"
        "ffffffff81000100 T vfs_rmdir\n"
        "ffffffff81000200 t vfs_rmdir.cold\n"
        "ffffffff81000280 t vfs_rmdir.part.0.cold\n"
        "ffffffff81000300 T vfs_mkdir\n"
        "ffffffff81000400 t .L1\n");
    EXPECT_EQ(symbols.clones("vfs_rmdir"), (std::vector<std::string>{"vfs_rmdir.constprop.1", "vfs_rmdir.part.0"}));
    EXPECT_TRUE(symbols.clones("vfs_mkdir").empty());
    EXPECT_TRUE(symbols.clones("").empty());
}

}  // namespace
}  // namespace traceleft
