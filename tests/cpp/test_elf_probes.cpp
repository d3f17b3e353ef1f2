// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <string>

#include "elf_probes.h"
#include "error.h"
#include "probe_operand.h"

extern "C" {
__attribute__((noinline, used)) int traceleft_test_probed(int number) { return number + 1; }

// As <sys/sdt.h> writes a probe: its place, its provider, its name and its arguments; and a semaphore beside it.
__attribute__((noinline, used)) void traceleft_test_probe() {
    asm volatile(
        "990: nop\n"
        ".pushsection .note.stapsdt,\"\",\"note\"\n"
        ".balign 4\n"
        ".4byte 992f-991f, 994f-993f, 3\n"
        "991: .asciz \"stapsdt\"\n"
        "992: .balign 4\n"
        "993: .8byte 990b\n"
        ".8byte 0\n"
        ".8byte traceleft_test_semaphore\n"
        ".asciz \"traceleft\"\n"
        ".asciz \"place\"\n"
        ".asciz \"-4@traceleft_test_number+4(%%rip) 8@unknown(%%rip) 1@$7\"\n"
        "994: .balign 4\n"
        ".popsection\n" ::
            : "memory");
}
__attribute__((section(".probes"), used)) unsigned short traceleft_test_semaphore = 0;
__attribute__((used)) int traceleft_test_number[2] = {0, 42};

using Function = int (*)(int);
__attribute__((used)) static Function traceleft_test_choose() { return traceleft_test_probed; }
__attribute__((ifunc("traceleft_test_choose"))) int traceleft_test_chosen(int number);
}

namespace traceleft {
namespace {

const ElfProbes& own() {
    static const ElfProbes probes = read_elf_probes("/proc/self/exe");
    return probes;
}

const ElfFunction* function(const ElfProbes& probes, const std::string& name) {
    auto found = std::find_if(probes.functions.begin(), probes.functions.end(),
                              [&](const ElfFunction& each) { return each.name == name; });
    return found == probes.functions.end() ? nullptr : &*found;
}

std::string bytes_at(std::uint64_t offset, std::size_t size) {
    std::ifstream file("/proc/self/exe", std::ios::binary);
    file.seekg(static_cast<std::streamoff>(offset));
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    return bytes;
}

TEST(ElfProbes, HasFunctionsWhereTheFileHasTheirCode) {
    const ElfFunction* found = function(own(), "traceleft_test_probed");
    ASSERT_NE(found, nullptr);
    EXPECT_FALSE(found->is_chooser);
    std::string memory(found->size, '\0');
    std::memcpy(memory.data(), reinterpret_cast<const void*>(&traceleft_test_probed), found->size);
    EXPECT_EQ(bytes_at(found->offset, found->size), memory);
    EXPECT_FALSE(own().is_stripped);
    EXPECT_FALSE(own().moves_stacks);
    EXPECT_EQ(function(own(), "traceleft_test_number"), nullptr);
}

TEST(ElfProbes, KnowsWhatIsChosenWhenAProgramStarts) {
    const ElfFunction* found = function(own(), "traceleft_test_chosen");
    ASSERT_NE(found, nullptr);
    EXPECT_TRUE(found->is_chooser);
    EXPECT_EQ(traceleft_test_chosen(1), 2);
}

#ifdef __x86_64__
TEST(ElfProbes, HasThePlacesThatSdtMarks) {
    traceleft_test_probe();
    auto found = std::find_if(own().usdt.begin(), own().usdt.end(),
                              [](const UsdtPlace& each) { return each.provider == "traceleft"; });
    ASSERT_NE(found, own().usdt.end());
    EXPECT_EQ(found->name, "place");
    EXPECT_EQ(bytes_at(found->offset, 1), "\x90");
    ASSERT_NE(found->semaphore, 0);
    EXPECT_EQ(bytes_at(found->semaphore, 2), std::string(2, '\0'));
    auto words = split_operands(found->arguments);
    ASSERT_EQ(words.size(), 3);
    auto near = parse_operand(words[0], Machine::x86_64);
    ASSERT_TRUE(near);
    const ElfFunction* code = function(own(), "traceleft_test_probe");
    ASSERT_NE(code, nullptr);
    auto at = reinterpret_cast<std::uint64_t>(&traceleft_test_probe) + found->offset - code->offset;
    EXPECT_EQ(at + near->number, reinterpret_cast<std::uint64_t>(&traceleft_test_number[1]));
    EXPECT_EQ(words[1], "8@unknown(%rip)");
    EXPECT_EQ(words[2], "1@$7");
}
#endif

TEST(ElfProbes, TakesTheDefaultVersionOfALibrarysFunction) {
    const std::string c = "/lib/x86_64-linux-gnu/libc.so.6";
    if (!std::ifstream(c)) GTEST_SKIP() << "no " << c;
    ElfProbes probes = read_elf_probes(c);
    EXPECT_NE(function(probes, "malloc"), nullptr);
    ASSERT_NE(function(probes, "memcpy"), nullptr);
    EXPECT_TRUE(function(probes, "memcpy")->is_chooser);
    for (const ElfFunction& each : probes.functions) EXPECT_EQ(each.name.find('@'), std::string::npos) << each.name;
}

TEST(ElfProbes, RefusesWhatIsNoProgram) {
    for (const char* path : {"/", "/etc/passwd", "/dev/null"}) {
        try {
            read_elf_probes(path);
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind, ErrorKind::Usage) << path;
        }
    }
    EXPECT_THROW(read_elf_probes("/nonexistent"), Error);
}

}  // namespace
}  // namespace traceleft
