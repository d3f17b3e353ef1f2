// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdint>

#include "unwind_files.h"

namespace traceleft {
namespace {

const MappedFile program{"/usr/bin/program", 1, 1}, library{"/usr/lib/library.so", 1, 2}, other{"/usr/bin/other", 1, 3};

bool is_at(const UnwindFiles::Place* place, std::uint32_t first, std::uint32_t rows) {
    return place && place->first == first && place->rows == rows;
}

TEST(UnwindFiles, GivesFilesRowsBesideEachOther) {
    UnwindFiles files(100);
    EXPECT_FALSE(files.find(&program));
    EXPECT_TRUE(is_at(files.add(&program, 30), 0, 30));
    EXPECT_TRUE(is_at(files.add(&library, 70), 30, 70));
    EXPECT_TRUE(is_at(files.find(&program), 0, 30));
    EXPECT_TRUE(is_at(files.find(&library), 30, 70));
    EXPECT_FALSE(files.add(&other, 101));
    EXPECT_TRUE(files.find(&program)) << "what can't have room takes none from others";
}

TEST(UnwindFiles, TakesNoRowsThatAProcessUses) {
    UnwindFiles files(100);
    files.add(&program, 60);
    files.use(1, &program);
    files.use(2, &program);
    EXPECT_FALSE(files.add(&other, 50));
    files.release(1);
    EXPECT_FALSE(files.add(&other, 50)) << "the other process runs on";
    files.release(2);
    EXPECT_TRUE(is_at(files.add(&other, 50), 0, 50));
    EXPECT_FALSE(files.find(&program));
}

TEST(UnwindFiles, TakesRowsFirstFromFilesThatWereUnusedLongest) {
    UnwindFiles files(100);
    for (const auto* each : {&program, &library}) {
        files.add(each, 50);
        files.use(1, each);
    }
    files.release(1, {&program});
    files.release(1);
    EXPECT_TRUE(is_at(files.add(&other, 40), 50, 40));
    EXPECT_TRUE(is_at(files.find(&program), 0, 50));
    files.use(2, &program);
    EXPECT_FALSE(files.add(&library, 90)) << "used again";
}

TEST(UnwindFiles, KeepsNothingForFilesWithoutRows) {
    UnwindFiles files(10);
    files.add(&program, 0);
    files.use(1, &program);
    EXPECT_TRUE(is_at(files.add(&library, 10), 0, 10));
    files.use(1, &library);
    files.use(1, &library);
    files.release(1);
    EXPECT_TRUE(is_at(files.add(&other, 10), 0, 10));
}

// A tracer that runs long meets program after program.
TEST(UnwindFiles, HasRoomForOneProgramAfterTheOther) {
    UnwindFiles files(1000);
    std::vector<MappedFile> programs(5000);
    files.add(&library, 600);
    for (std::uint32_t i = 0; i < programs.size(); i++) {
        const UnwindFiles::Place* place = files.add(&programs[i], 50 + i % 70);
        ASSERT_TRUE(place);
        ASSERT_LE(place->first + place->rows, 1000U);
        files.use(i, &library);
        files.use(i, &programs[i]);
        files.release(i - 1);
    }
    EXPECT_TRUE(is_at(files.find(&library), 0, 600));
}

}  // namespace
}  // namespace traceleft
