// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include "batch_codec.h"
#include "column_parts.h"
#include "error.h"
#include "raw_event.h"

namespace traceleft {
namespace {

constexpr std::size_t each = 100;  // events of a batch

std::shared_ptr<const Batch> batch_from(std::uint64_t first) {
    auto batch = std::make_shared<Batch>(WallClock{1000, 0});
    for (std::uint64_t i = 0; i < each; i++) {
        std::string bytes = RawEvent("read").arguments({first + i, 0, 9}).bytes();
        batch->append(bytes.data(), bytes.size());
    }
    return batch;
}

/// Batches of which every second is in a file.
struct Kept {
    explicit Kept(std::size_t number) {
        for (std::size_t i = 0; i < number; i++) {
            std::shared_ptr<const Batch> batch = batch_from(i * each);
            if (i % 2) {
                std::string frame = BatchCompressor().encode(*batch);
                places.emplace_back(FrameInFile{std::ftell(file), frame.size()});
                std::fwrite(frame.data(), 1, frame.size(), file);
            } else {
                places.emplace_back(batch);
            }
        }
        std::fflush(file);
    }
    ~Kept() { std::fclose(file); }
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;

    ColumnParts parts(std::size_t part_bytes) const {
        return {places, fileno(file), "it", test_schema(), {.syscalls = {"read"}, .only = true}, "read", part_bytes};
    }

    std::FILE* file = std::tmpfile();
    std::vector<KeptBatch> places;
};

std::vector<std::uint64_t> descriptors(ColumnParts& parts) {
    std::vector<std::uint64_t> all;
    while (ArrowColumn part = parts.next()) {
        for (const ArrowColumn& column : part->children) {
            if (column->name != "fd") continue;
            for (std::int64_t row = 0; row < part->length; row++) {
                std::uint32_t value = 0;
                std::memcpy(&value, column->buffers[1].data() + row * 4, sizeof(value));
                all.push_back(value);
            }
        }
    }
    return all;
}

TEST(ColumnParts, HaveAllEventsInOrder) {
    for (std::size_t part_bytes : {0, 1, 20'000, 100'000'000}) {
        Kept kept(31);
        ColumnParts parts = kept.parts(part_bytes);
        std::vector<std::uint64_t> found = descriptors(parts);
        ASSERT_EQ(found.size(), 31 * each) << part_bytes;
        for (std::size_t i = 0; i < found.size(); i++) ASSERT_EQ(found[i], i);
    }
}

TEST(ColumnParts, OneWithoutRowsComesWhereThereAreNone) {
    ColumnParts parts = Kept(0).parts(1000);
    ArrowColumn part = parts.next();
    ASSERT_TRUE(part);
    EXPECT_EQ(part->length, 0);
    EXPECT_FALSE(parts.next());
    EXPECT_TRUE(parts.schema());
}

TEST(ColumnParts, SayWhereAFrameIsDamaged) {
    Kept kept(9);
    std::int64_t place = std::get<FrameInFile>(kept.places[5]).offset;
    ASSERT_EQ(pwrite(fileno(kept.file), "garbage", 7, place + 12), 7);
    ColumnParts parts = kept.parts(20'000);
    try {
        descriptors(parts);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Recording);
        EXPECT_EQ(error.what(), "it: damaged behind byte " + std::to_string(place) + " (the batch is damaged)");
    }
}

TEST(ColumnParts, AChildOfForkIsNotKeptWaiting) {
    Kept kept(31);
    auto parts = std::unique_ptr<ColumnParts>(new ColumnParts(kept.parts(1)));
    ASSERT_TRUE(parts->next());
    pid_t child = fork();
    if (child == 0) {
        bool refused = false;
        try {
            parts->next();
        } catch (const Error&) {
            refused = true;
        }
        parts.reset();
        _exit(refused ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(descriptors(*parts).size(), 31 * each - each);
}

}  // namespace
}  // namespace traceleft
