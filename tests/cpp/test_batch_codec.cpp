// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "batch_codec.h"
#include "error.h"
#include "raw_object.h"

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
        Batch again = decompress_batch(compressor.encode(batch));
        ASSERT_EQ(again.size(), batch.size());
        EXPECT_EQ(again.clock(), batch.clock());
        EXPECT_EQ(again.bytes(), batch.bytes());
        for (std::size_t i = 0; i < batch.size(); i++) {
            ASSERT_EQ(again.event(i).size(), batch.event(i).size());
            EXPECT_EQ(std::memcmp(again.event(i).data(), batch.event(i).data(), batch.event(i).size()), 0);
        }
    }
}

Batch some_objects() {
    Batch batch = some_events();
    Objects objects;
    objects.add(RawObject(7, 3).path({"passwd", "etc"}).file());
    objects.add(RawObject(7, 4).path({"moved"}).file());
    objects.add(RawObject(5).socket({}).file());
    batch.set_objects(objects);
    return batch;
}

TEST(BatchCodec, RefusesWhatIsCut) {
    for (const Batch& batch : {some_events(), some_objects()}) {
        std::string frame = BatchCompressor().encode(batch);
        for (std::size_t size = 0; size < frame.size(); size++)
            EXPECT_THROW(decompress_batch(std::string_view(frame).substr(0, size)), Error) << size;
        EXPECT_THROW(decompress_batch(frame + "x"), Error);
    }
}

TEST(BatchCodec, KeepsTheObjects) {
    Batch batch = some_objects();
    Batch again = decompress_batch(BatchCompressor().encode(batch));
    ASSERT_EQ(again.objects().size(), 3U);
    EXPECT_EQ(again.size(), batch.size());
    EXPECT_EQ(again.objects().find({7, 3})->path(), "/etc/passwd");
    for (const auto& file : batch.objects().all()) {
        std::span<const std::byte> raw = again.objects().find(file->key())->raw();
        EXPECT_TRUE(std::equal(raw.begin(), raw.end(), file->raw().begin(), file->raw().end()));
    }
}

// A reader of the first layout compares the number of events, and refuses the frame.
TEST(BatchCodec, MarksAFrameWithObjects) {
    auto events = [](const Batch& batch) {
        std::uint32_t number = 0;
        std::memcpy(&number, BatchCompressor().encode(batch).data() + 12, sizeof(number));
        return number;
    };
    EXPECT_EQ(events(some_events()), 7U);
    EXPECT_EQ(events(some_objects()), 7U | 1U << 31);
    std::string frame = BatchCompressor().encode(some_objects());
    frame[15] = 0;
    EXPECT_THROW(decompress_batch(frame), Error);
}

TEST(BatchCodec, LeavesObjectsOutBeforeNoReaderTakesThem) {
    Batch batch;
    Objects objects;
    for (std::uint64_t id = 1; id <= 200; id++) objects.add(RawObject(id).path({std::string(60'000, 'x')}).file());
    batch.set_objects(objects);
    Batch again = decompress_batch(BatchCompressor().encode(batch));
    EXPECT_EQ(again.objects().size(), (8U << 20) / 60'080);
}

TEST(BatchCodec, WritesNothingThatItDoesNotRead) {
    std::string event(1 << 20, 'x');
    Batch batch;
    batch.append(event.data(), event.size());
    EXPECT_EQ(decompress_batch(BatchCompressor().encode(batch)).bytes(), event.size());
    batch.append(event.data(), event.size());
    batch.append(event.data(), 1);
    EXPECT_THROW(BatchCompressor().encode(batch), Error);
}

// Whatever the bytes: it is refused, or it is a batch of which every event can be read.
TEST(BatchCodec, SurvivesDamage) {
    std::string plain = BatchCompressor().encode(some_events());
    std::string with_objects = BatchCompressor().encode(some_objects());
    std::mt19937 random(1);
    for (int i = 0; i < 40'000; i++) {
        std::string damaged = i % 2 ? plain : with_objects;
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
