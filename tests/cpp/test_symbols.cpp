// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string>

#include "elf_file.h"
#include "kernel_symbols.h"
#include "mapping_records.h"
#include "perf_map.h"
#include "process_images.h"
#include "process_symbols.h"
#include "python_interpreter.h"

namespace traceleft {
namespace {

constexpr std::uint32_t shell = 100, child = 101;

std::string path_at(const ProcessImages& images, std::uint32_t pid, std::uint64_t time, std::uint64_t address) {
    const CodeMapping* found = images.find(pid, time, address);
    return found ? found->file->path : "";
}

CodeMapping mapping(ProcessImages& images, std::uint64_t begin, std::uint64_t time, const std::string& path) {
    return {begin, begin + 0x1000, 0, time, images.file({path, 1, 2})};
}

TEST(ProcessImages, KnowsWhatWasThereAtTheTime) {
    ProcessImages images;
    images.found(shell,
                 "1000-2000 r-xp 00003000 08:01 77    /bin/a shell\n"
                 "2000-3000 rw-p 00003000 08:01 77    /bin/a shell\n"
                 "5000-6000 r-xp 00000000 00:00 0 \n"
                 "7000-8000 r-xp 00000000 00:00 0    [vdso]");
    images.mapped(shell, mapping(images, 0x9000, 10, "/lib/late.so"));
    images.forked(shell, child, 20);
    images.mapped(shell, mapping(images, 0xa000, 30, "/lib/later.so"));
    images.executed(child, 40);
    images.mapped(child, mapping(images, 0x1000, 41, "/bin/program"));

    EXPECT_EQ(path_at(images, shell, 5, 0x1fff), "/bin/a shell");
    EXPECT_EQ(images.find(shell, 5, 0x1000)->offset, 0x3000);
    EXPECT_EQ(images.find(shell, 5, 0x1000)->file->inode, 77);
    EXPECT_EQ(path_at(images, shell, 5, 0x2000), "");
    EXPECT_EQ(path_at(images, shell, 5, 0x5000), "//anon");
    EXPECT_EQ(path_at(images, shell, 5, 0x7000), "[vdso]");
    EXPECT_EQ(path_at(images, shell, 9, 0x9000), "");
    EXPECT_EQ(path_at(images, shell, 10, 0x9000), "/lib/late.so");
    EXPECT_EQ(path_at(images, child, 25, 0x9000), "/lib/late.so");
    EXPECT_EQ(path_at(images, child, 35, 0xa000), "");
    EXPECT_EQ(path_at(images, child, 39, 0x1000), "/bin/a shell");
    EXPECT_EQ(path_at(images, child, 45, 0x1000), "/bin/program");
    EXPECT_EQ(path_at(images, child, 45, 0x9000), "");
    EXPECT_EQ(path_at(images, 999, 45, 0x9000), "");
}

TEST(ProcessImages, TakesWhatIsSaidLate) {
    ProcessImages images;
    images.executed(child, 40);
    images.mapped(child, mapping(images, 0x1000, 41, "/bin/program"));
    images.found(shell, "1000-2000 r-xp 00000000 08:01 77    /bin/sh\n");
    images.forked(shell, child, 20);
    EXPECT_EQ(path_at(images, child, 30, 0x1000), "/bin/sh");
    EXPECT_EQ(path_at(images, child, 50, 0x1000), "/bin/program");
}

TEST(ProcessImages, ForgetsWhoHasExitedLongAgo) {
    ProcessImages images;
    for (std::uint32_t pid = 1; pid <= ProcessImages::most_exited + 1; pid++) {
        images.mapped(pid, mapping(images, 0x1000, pid, "/bin/program"));
        images.exited(pid);
    }
    EXPECT_FALSE(images.knows(1));
    EXPECT_TRUE(images.knows(2));
    images.exited(999'999);
}

TEST(KernelSymbols, NamesWhatAnAddressIsIn) {
    KernelSymbols symbols(
        "0000000000000000 A fixed_percpu_data\n"
        "ffffffff81000100 T second\n"
        "ffffffff81000000 T first\n"
        "ffffffff81000080 d data\n"
        "ffffffffc0000000 t in_module\t[a_module]\n"
        "ffffffffc0001000 t bpf_prog_6deef7357e7b4530_stack_now\t[bpf]\n");
    EXPECT_EQ(symbols.function(0xffffffff810000ff).name, "first");
    EXPECT_EQ(symbols.function(0xffffffff81000100).name, "second");
    EXPECT_EQ(symbols.function(0xffffffff81000100).module, "");
    EXPECT_EQ(symbols.function(0xffffffffc0000001).name, "in_module");
    EXPECT_EQ(symbols.function(0xffffffffc0000001).module, "a_module");
    EXPECT_EQ(symbols.function(0xffffffffc0001001).name, "bpf_prog_6deef7357e7b4530_stack_now");
    EXPECT_EQ(symbols.function(1).name, "");
    EXPECT_EQ(KernelSymbols("").function(1).name, "");
    EXPECT_EQ(KernelSymbols("nothing\n\nffffffff81000000\nffffffff81000000 T").function(~0ULL).name, "");
}

TEST(PerfMap, NamesFunctionsAndSkipsWhatIsNone) {
    PerfMap map("1000 10 LazyCompile:~f /a b.js:1\n2000 0 empty\nnonsense\n\n3000 zz\n1010 8 g\n1010 8 newer g");
    EXPECT_EQ(map.function(0x1000), "LazyCompile:~f /a b.js:1");
    EXPECT_EQ(map.function(0x100f), "LazyCompile:~f /a b.js:1");
    EXPECT_EQ(map.function(0x1017), "newer g");
    EXPECT_EQ(map.function(0x1018), "");
    EXPECT_EQ(map.function(0x2000), "");
    EXPECT_EQ(map.function(0), "");
}

TEST(ElfFile, HasNothingOfWhatIsNone) {
    for (const char* path : {"/nonexistent", "/", "/etc/passwd", "/dev/null"}) {
        ElfFile file(path);
        EXPECT_EQ(file.function(0x1000), nullptr);
        EXPECT_EQ(file.address_at(0x1000), std::nullopt);
        EXPECT_EQ(file.build_id(), "");
    }
}

extern "C" __attribute__((noinline)) int traceleft_test_function() { return 1; }

TEST(ProcessSymbols, NamesThisProcessesFunctions) {
    ProcessImages images;
    std::ifstream maps("/proc/self/maps");
    auto pid = static_cast<std::uint32_t>(getpid());
    images.found(pid, std::string(std::istreambuf_iterator<char>(maps), {}));
    ProcessSymbols symbols(images);
    auto address = reinterpret_cast<std::uint64_t>(&traceleft_test_function);
    NamedFrame frame = symbols.user(pid, 1, address, /*is_call=*/false);
    EXPECT_EQ(frame.function, "traceleft_test_function");
    EXPECT_NE(frame.file.find("/"), std::string::npos);
    EXPECT_NE(symbols.user(pid, 1, address, /*is_call=*/true).function, "traceleft_test_function");
    EXPECT_EQ(symbols.user(pid, 1, 16, /*is_call=*/false).function, "[unknown]");
}

TEST(PythonInterpreter, IsRecognisedByItsFile) {
    EXPECT_TRUE(may_be_python("/usr/bin/python3.11"));
    EXPECT_TRUE(may_be_python("/usr/lib/libpython3.11.so.1.0"));
    EXPECT_FALSE(may_be_python("/usr/bin/cpython-helper"));
    ProcessImages images;
    CodeMapping here = mapping(images, 0x1000, 1, "/bin/python3.11");
    EXPECT_EQ(find_python(ElfFile("/proc/self/exe"), here), std::nullopt);
}

}  // namespace
}  // namespace traceleft
