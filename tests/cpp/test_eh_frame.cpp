// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "eh_frame.h"
#include "elf_file.h"

namespace traceleft {
namespace {

std::string output_of(const std::string& command) {
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string all;
    std::array<char, 65536> part;
    while (std::size_t size = fread(part.data(), 1, part.size(), pipe.get())) all.append(part.data(), size);
    return all;
}

const wire::unwind_row* row_at(const std::vector<wire::unwind_row>& rows, std::uint64_t place) {
    auto behind = std::upper_bound(rows.begin(), rows.end(), place,
                                   [](std::uint64_t each, const wire::unwind_row& row) { return each < row.begin; });
    return behind == rows.begin() ? nullptr : &*--behind;
}

/// What binutils say of an instruction: "rsp+16", "c-16", "u".
struct Told {
    std::uint64_t address;
    std::string cfa, bp, returns;
};

std::vector<Told> told(const std::string& path) {
    std::istringstream lines(output_of("readelf --wide --debug-dump=frames-interp " + path + " 2>/dev/null"));
    std::vector<Told> all;
    std::vector<std::string> columns;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::vector<std::string> row;
        for (std::string word; words >> word;) row.push_back(word);
        if (row.size() > 1 && row[0] == "LOC") columns = row;
        bool is_function = line.find(" FDE ") != std::string::npos, is_head = row.empty() || row[0] == "LOC";
        if (is_function || line.find(" CIE ") != std::string::npos) columns.clear();
        if (is_head || columns.empty() || row.size() != columns.size()) continue;
        Told one{std::stoull(row[0], nullptr, 16), row[1], "u", ""};
        for (std::size_t i = 2; i < columns.size(); i++) {
            if (columns[i] == "rbp") one.bp = row[i];
            if (columns[i] == "ra") one.returns = row[i];
        }
        all.push_back(one);
    }
    return all;
}

std::string signed_words(std::int64_t words) { return (words < 0 ? "" : "+") + std::to_string(words * 8); }

void compare(const std::string& path) {
    ElfFile file(path);
    std::vector<wire::unwind_row> rows = file.unwind_rows();
    std::size_t compared = 0;
    for (const Told& each : told(path)) {
        const wire::unwind_row* row = row_at(rows, each.address - file.lowest());
        // A common entry has rows of no code; rules that are expressions are told as "exp".
        if (!row || each.address < file.lowest() || each.cfa == "exp" || each.bp == "exp" || each.returns == "exp")
            continue;
        auto cfa = static_cast<std::int16_t>(row->cfa);
        auto bp = static_cast<std::int8_t>(row->bp);
        std::string expected = each.cfa + " " + each.bp + " " + each.returns;
        if (each.returns == "u") {
            EXPECT_EQ(row->rule, wire::UNWIND_END) << path << std::hex << " " << each.address;
        } else if (each.cfa.starts_with("rsp") || each.cfa.starts_with("rbp")) {
            bool by_bp = row->rule == wire::UNWIND_BP;
            std::string found = (by_bp ? "rbp" : "rsp") + signed_words(cfa) + " " + (bp ? "c" + signed_words(bp) : "u");
            EXPECT_EQ(found + " c-8", expected) << path << std::hex << " " << each.address;
            EXPECT_TRUE(by_bp || row->rule == wire::UNWIND_SP);
        } else {
            EXPECT_EQ(row->rule, wire::UNWIND_UNKNOWN) << path << " " << expected;
        }
        if (++compared, testing::Test::HasFailure()) return;
    }
    EXPECT_GT(compared, 100) << path;
}

std::string c_library() {
    std::istringstream maps(output_of("cat /proc/self/maps"));
    for (std::string line; std::getline(maps, line);)
        if (line.find("/libc.so") != std::string::npos) return line.substr(line.find('/'));
    return "";
}

#if defined(__x86_64__)
TEST(UnwindRows, AreAsBinutilsReadThem) {
    for (const std::string& path : {c_library(), std::string("/proc/self/exe"), std::string("/bin/bash")}) {
        if (!std::filesystem::exists(path)) continue;
        compare(std::filesystem::canonical(path));
    }
}

TEST(UnwindRows, OfStubsSignalsAndTheFirstFunction) {
    std::vector<wire::unwind_row> rows = ElfFile(c_library()).unwind_rows();
    for (wire::unwind_rule rule : {wire::UNWIND_SIGNAL, wire::UNWIND_END, wire::UNWIND_PLT})
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.rule == rule; })) << rule;
}
#endif

TEST(UnwindRows, OfNonsenseAreFewAndInOrder) {
    std::mt19937_64 random(7);
    // A common entry and a function, of which bytes are changed.
    const std::vector<unsigned char> sound = {
        0x14, 0,   0,  0,    0,    0,    0,   0, 1,    'z',  'R', 0, 1,    0x78, 0x10, 1, 0x1b,
        0xc,  7,   8,  0x90, 1,    0,    0,                                                   //
        0x1c, 0,   0,  0,    0x1c, 0,    0,   0, 0xe0, 0xff, 0,   0, 0x40, 0,    0,    0, 0,  //
        0x41, 0xe, 16, 0x86, 2,    0x43, 0xd, 6, 0xa,  0x70, 0xc, 7, 8,    0x44, 0xb};
    auto rows_of = [](const std::vector<unsigned char>& bytes) {
        return unwind_rows({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, 0x10000, 0);
    };
    EXPECT_EQ(rows_of(sound).size(), 6);
    for (int i = 0; i < 20000; i++) {
        std::vector<unsigned char> changed(sound.begin(),
                                           sound.begin() + static_cast<long>(random() % (sound.size() + 1)));
        for (std::uint64_t left = random() % 4; left && !changed.empty(); left--)
            changed[random() % changed.size()] = static_cast<unsigned char>(random());
        std::vector<wire::unwind_row> rows = rows_of(changed);
        ASSERT_LE(rows.size(), 2 * sound.size());
        auto before = [](const auto& one, const auto& other) { return one.begin < other.begin; };
        ASSERT_TRUE(std::is_sorted(rows.begin(), rows.end(), before));
    }
}

}  // namespace
}  // namespace traceleft
