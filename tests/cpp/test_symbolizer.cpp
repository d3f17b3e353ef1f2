// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <ctime>

#include "cpu_profiler.h"
#include "symbolizer.h"

namespace traceleft {
namespace {

TEST(ShortFunctionName, SaysWhatOneWouldCallIt) {
    EXPECT_EQ(short_function_name("main"), "main");
    EXPECT_EQ(short_function_name("memcpy@@GLIBC_2.14"), "memcpy");
    EXPECT_EQ(short_function_name("_ZN9traceleft10RingReader5drainEv"), "traceleft::RingReader::drain");
    EXPECT_EQ(short_function_name("_ZNK9traceleft5Batch4sizeEv"), "traceleft::Batch::size");
    EXPECT_EQ(short_function_name("_ZN9traceleft10RingReader5drainEv.cold"), "traceleft::RingReader::drain");
    EXPECT_EQ(short_function_name("_ZN9traceleft12_GLOBAL__N_15tokenB5cxx11Ev"),
              "traceleft::(anonymous namespace)::token");
    EXPECT_EQ(short_function_name("_ZNK9traceleft6Symbolltf"), "_ZNK9traceleft6Symbolltf");  // not a mangled name
}

TEST(ShortFunctionName, LeavesOutReturnTypesAndLongArguments) {
    // int twice<int>(int)
    EXPECT_EQ(short_function_name("_Z5twiceIiET_S0_"), "twice<int>");
    // std::vector<std::pair<std::string, std::string>, allocator>::size() const
    EXPECT_EQ(
        short_function_name("_ZNKSt6vectorISt4pairINSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEES6_ESaIS7_EE4"
                            "sizeEv"),
        "std::vector<...>::size");
}

TEST(ShortFunctionName, KeepsOperators) {
    EXPECT_EQ(short_function_name("_ZN1AltERKS_"), "A::operator<");
    EXPECT_EQ(short_function_name("_ZN1AclEi"), "A::operator()");
    EXPECT_EQ(short_function_name("_ZN1AptEv"), "A::operator->");
    EXPECT_EQ(short_function_name("_ZN1AcvbEv"), "A::operator bool");
    EXPECT_EQ(short_function_name("_ZN1AlsIiEERS_T_"), "A::operator<< <int>");
}

[[gnu::noinline]] int named_function() {
    asm volatile("");
    return 1;
}

TEST(Symbolizer, NamesAFunctionByAnyOfItsAddresses) {
    Symbolizer symbolizer;
    auto begin = reinterpret_cast<std::uintptr_t>(&named_function);
    const Symbol& symbol = symbolizer.symbol(begin + 1);
    EXPECT_EQ(symbol.function, "traceleft::(anonymous namespace)::named_function");
    EXPECT_NE(symbol.object.find("traceleft_tests"), std::string::npos);
}

TEST(Symbolizer, NamesFunctionsOfLibraries) {
    Symbolizer symbolizer;
    const Symbol& symbol = symbolizer.symbol(reinterpret_cast<std::uintptr_t>(&std::strtoull));
    EXPECT_NE(symbol.object.find("libc.so"), std::string::npos);
    EXPECT_NE(symbol.function.find("strtoul"), std::string::npos);
}

TEST(Symbolizer, SaysWhatItDoesNotKnow) {
    Symbolizer symbolizer;
    EXPECT_EQ(symbolizer.symbol(1).function, "[unknown]");
    EXPECT_EQ(symbolizer.symbol(1).object, "");
}

}  // namespace
}  // namespace traceleft
