// SPDX-License-Identifier: MIT
#include <bpf/bpf.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "bpf_object.h"
#include "ring_reader.h"

namespace traceleft {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t record_size = 68;  // with its header no divisor of a ring: records wrap at its end

/*
 * A ring with a real producer: a socket filter that submits the packet it is run on, through BPF_PROG_TEST_RUN. Written
 * as instructions, so that this test needs no object file:
 *
 *     char event[72];
 *     bpf_skb_load_bytes(skb, 0, event, record_size);
 *     return bpf_ringbuf_output(ring, event, record_size, BPF_RB_NO_WAKEUP);
 */
class Ring {
public:
    explicit Ring(std::uint32_t size) : map_(bpf_map_create(BPF_MAP_TYPE_RINGBUF, "ring", 0, 0, size, nullptr)) {
        const std::array<bpf_insn, 13> program{{
            {BPF_ALU64 | BPF_MOV | BPF_K, 2, 0, 0, 0},
            {BPF_ALU64 | BPF_MOV | BPF_X, 3, 10, 0, 0},
            {BPF_ALU64 | BPF_ADD | BPF_K, 3, 0, 0, -72},
            {BPF_ALU64 | BPF_MOV | BPF_K, 4, 0, 0, record_size},
            {BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_skb_load_bytes},
            {BPF_LD | BPF_DW | BPF_IMM, 1, BPF_PSEUDO_MAP_FD, 0, map_.get()},
            {},
            {BPF_ALU64 | BPF_MOV | BPF_X, 2, 10, 0, 0},
            {BPF_ALU64 | BPF_ADD | BPF_K, 2, 0, 0, -72},
            {BPF_ALU64 | BPF_MOV | BPF_K, 3, 0, 0, record_size},
            {BPF_ALU64 | BPF_MOV | BPF_K, 4, 0, 0, BPF_RB_NO_WAKEUP},
            {BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_ringbuf_output},
            {BPF_JMP | BPF_EXIT, 0, 0, 0, 0},
        }};
        program_ =
            UniqueFd(bpf_prog_load(BPF_PROG_TYPE_SCHED_CLS, "produce", "GPL", program.data(), program.size(), nullptr));
    }

    bool works() const { return map_ && program_; }
    int fd() const { return map_.get(); }

    /// Submits an event that begins with `number`; false where the ring was full.
    bool submit(std::uint64_t number) {
        std::array<char, record_size> packet{};
        std::memcpy(packet.data(), &number, sizeof(number));
        LIBBPF_OPTS(bpf_test_run_opts, options, .data_in = packet.data(), .data_size_in = packet.size(), .repeat = 1);
        EXPECT_EQ(bpf_prog_test_run_opts(program_.get(), &options), 0);
        return options.retval == 0;
    }

private:
    UniqueFd map_;
    UniqueFd program_;
};

class RingReaderTest : public testing::Test {
protected:
    void SetUp() override {
        if (!ring_.works()) GTEST_SKIP() << "loading BPF programs needs root";
    }

    /// The numbers of all events, until none comes for `timeout`.
    static std::vector<std::uint64_t> numbers(RingReader& reader, std::chrono::nanoseconds timeout = 300ms) {
        std::vector<std::uint64_t> all;
        while (auto batch = reader.read(timeout)) {
            EXPECT_GT(batch->size(), 0U);
            for (std::size_t i = 0; i < batch->size(); i++) {
                EXPECT_EQ(batch->event(i).size(), record_size);
                std::memcpy(&all.emplace_back(), batch->event(i).data(), sizeof(std::uint64_t));
            }
        }
        return all;
    }

    static void expect_counted_up(const std::vector<std::uint64_t>& all, std::size_t size) {
        ASSERT_EQ(all.size(), size);
        for (std::size_t i = 0; i < size; i++) ASSERT_EQ(all[i], i);
    }

    static constexpr std::uint32_t size_ = 4096;
    LibbpfLog quiet_;
    Ring ring_{size_};
};

TEST_F(RingReaderTest, GivesEverythingInOrderAroundTheRingsEnd) {
    RingReader reader({ring_.fd()}, size_, {});
    for (std::uint64_t i = 0; i < 1000; i++)
        while (!ring_.submit(i)) std::this_thread::yield();
    expect_counted_up(numbers(reader), 1000);
    EXPECT_EQ(reader.received(), 1000U);
}

TEST_F(RingReaderTest, JoinsSeveralRingsByTheTimesOfTheirRecords) {
    Ring other(size_);
    const std::vector<std::uint64_t> times[] = {{1, 4, 5, 9, 11}, {2, 3, 6, 7, 8, 10}};
    for (std::uint64_t time : times[0]) ASSERT_TRUE(ring_.submit(time));
    for (std::uint64_t time : times[1]) ASSERT_TRUE(other.submit(time));
    RingReader reader({ring_.fd(), other.fd()}, size_, {});
    EXPECT_EQ(numbers(reader), (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

TEST_F(RingReaderTest, GivesEverythingOfSeveralRingsAroundTheirEnds) {
    Ring other(size_);
    RingReader reader({ring_.fd(), other.fd()}, size_, {});
    for (std::uint64_t i = 0; i < 1000; i++)
        while (!(i % 3 ? ring_ : other).submit(i)) std::this_thread::yield();
    std::vector<std::uint64_t> all = numbers(reader);
    std::sort(all.begin(), all.end());
    expect_counted_up(all, 1000);
}

TEST_F(RingReaderTest, WaitsForNoTimeThatWillNeverCome) {
    Ring other(size_);
    RingReader reader({ring_.fd(), other.fd()}, size_, {});
    ASSERT_TRUE(ring_.submit(std::uint64_t{1} << 62));
    EXPECT_EQ(numbers(reader), std::vector<std::uint64_t>{std::uint64_t{1} << 62});
}

TEST_F(RingReaderTest, WaitsNoLongerThanItIsTold) {
    RingReader reader({ring_.fd()}, size_, {});
    auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(reader.read(20ms), nullptr);
    EXPECT_EQ(reader.read(0ms), nullptr);
    auto waited = std::chrono::steady_clock::now() - begin;
    EXPECT_GE(waited, 20ms);
    EXPECT_LT(waited, 5s);
}

TEST_F(RingReaderTest, FinishTakesWhatIsLeft) {
    RingReader reader({ring_.fd()}, size_, {});
    for (std::uint64_t i = 0; i < 50; i++) ASSERT_TRUE(ring_.submit(i));
    EXPECT_FALSE(reader.finished());
    reader.finish();
    reader.finish();
    EXPECT_TRUE(reader.finished());
    expect_counted_up(numbers(reader, 0ms), 50);
    EXPECT_EQ(reader.read(1h), nullptr) << "nothing will come any more: no need to wait";
}

TEST_F(RingReaderTest, ReadsWhatWasThereBeforeIt) {
    for (std::uint64_t i = 0; i < 10; i++) ASSERT_TRUE(ring_.submit(i));
    RingReader reader({ring_.fd()}, size_, {});
    expect_counted_up(numbers(reader), 10);
}

TEST_F(RingReaderTest, DiscardCountsAndKeepsNothing) {
    RingReader reader({ring_.fd()}, size_, {.discard = true});
    for (std::uint64_t i = 0; i < 200; i++)
        while (!ring_.submit(i)) std::this_thread::yield();
    reader.finish();
    EXPECT_EQ(reader.received(), 200U);
    EXPECT_EQ(reader.read(0ms), nullptr);
}

// What is told of an object is no event: neither counted nor in a batch.
TEST_F(RingReaderTest, CountsNoObjectAsAnEvent) {
    RingReader reader({ring_.fd()}, size_, {.limit = 3});
    for (std::uint64_t i = 0; i < 3; i++) {
        ASSERT_TRUE(ring_.submit(OBJECT_MARK));
        ASSERT_TRUE(ring_.submit(i));
    }
    reader.finish();
    expect_counted_up(numbers(reader, 0ms), 3);
    EXPECT_EQ(reader.received(), 3U);
    EXPECT_EQ(reader.filtered(), 0U);
}

TEST_F(RingReaderTest, WithNobodyReadingTheRingFillsAndNothingIsLostUncounted) {
    RingReader reader({ring_.fd()}, size_, {.queue = {.bytes = 1024, .batch_bytes = 512}});
    std::uint64_t submitted = 0;
    std::uint64_t refused = 0;
    for (std::uint64_t i = 0; i < 5000; i++) ring_.submit(submitted) ? submitted++ : refused++;
    EXPECT_GT(refused, 0U);
    EXPECT_LT(submitted, 200U) << "the queue's limit was not kept";
    reader.finish();
    expect_counted_up(numbers(reader, 0ms), submitted);
    EXPECT_EQ(reader.received(), submitted);
}

TEST_F(RingReaderTest, EndsWhileItsQueueIsFull) {
    auto begin = std::chrono::steady_clock::now();
    {
        RingReader reader({ring_.fd()}, size_, {.queue = {.bytes = 512, .batch_bytes = 512}});
        for (std::uint64_t i = 0; i < 100; i++) ring_.submit(i);
        std::this_thread::sleep_for(20ms);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(RingReaderTest, KeepsTheNewestWhereItIsToldTo) {
    RingReader reader({ring_.fd()}, size_, {.queue = {.bytes = 8192, .batch_bytes = 512}, .keep_newest = true});
    for (std::uint64_t i = 0; i < 50'000; i++)
        while (!ring_.submit(i)) std::this_thread::yield();
    reader.finish();
    std::vector<std::uint64_t> kept = numbers(reader, 0ms);
    Evicted evicted = reader.evicted();
    ASSERT_FALSE(kept.empty());
    EXPECT_GT(evicted.events, 0U);
    EXPECT_EQ(evicted.events + kept.size(), 50'000U);
    EXPECT_EQ(reader.received(), 50'000U);
    for (std::size_t i = 0; i < kept.size(); i++) ASSERT_EQ(kept[i], evicted.events + i);
}

}  // namespace
}  // namespace traceleft
