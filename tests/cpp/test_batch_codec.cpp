// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "batch_codec.h"
#include "error.h"

namespace traceleft {
namespace {

Batch some_events() {
    Batch batch({-5, 3'600});
    std::string event(300, 'x');
    for (std::size_t size : {0, 1, 7, 8, 9, 88, 300}) batch.append(event.data(), size);
    return batch;
}

TEST(BatchCodec, GivesBackEveryByte) {
    BatchCompressor compressor;
    for (const Batch& batch : {some_events(), Batch({1, 2}), some_events()}) {
        Batch again = decompress_batch(compressor.compress(batch));
        ASSERT_EQ(again.size(), batch.size());
        EXPECT_EQ(again.clock(), batch.clock());
        EXPECT_EQ(again.bytes(), batch.bytes());
        for (std::size_t i = 0; i < batch.size(); i++) {
            ASSERT_EQ(again.event(i).size(), batch.event(i).size());
            EXPECT_EQ(std::memcmp(again.event(i).data(), batch.event(i).data(), batch.event(i).size()), 0);
        }
    }
}

TEST(BatchCodec, RefusesWhatIsCut) {
    std::string frame = BatchCompressor().compress(some_events());
    for (std::size_t size = 0; size < frame.size(); size++)
        EXPECT_THROW(decompress_batch(std::string_view(frame).substr(0, size)), Error) << size;
    EXPECT_THROW(decompress_batch(frame + "x"), Error);
}

TEST(BatchCodec, WritesNothingThatItDoesNotRead) {
    std::string event(1 << 20, 'x');
    Batch batch;
    batch.append(event.data(), event.size());
    EXPECT_EQ(decompress_batch(BatchCompressor().compress(batch)).bytes(), event.size());
    batch.append(event.data(), event.size());
    batch.append(event.data(), 1);
    EXPECT_THROW(BatchCompressor().compress(batch), Error);
}

// Whatever the bytes: it is refused, or it is a batch of which every event can be read.
TEST(BatchCodec, SurvivesDamage) {
    std::string frame = BatchCompressor().compress(some_events());
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; i++) {
        std::string damaged = frame;
        for (int n = 1 + i % 3; n > 0; n--) damaged[random() % damaged.size()] = static_cast<char>(random());
        try {
            Batch batch = decompress_batch(damaged);
            std::size_t bytes = 0;
            for (std::size_t e = 0; e < batch.size(); e++)
                for (std::byte byte : batch.event(e)) bytes += byte != std::byte{0};
            EXPECT_LE(bytes, batch.bytes());
        } catch (const Error& error) {
            EXPECT_EQ(error.kind, ErrorKind::Usage);
        }
    }
}

}  // namespace
}  // namespace traceleft
