// SPDX-License-Identifier: MIT
#include "rings.h"

#include <linux/bpf.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace traceleft {

namespace {

std::uint64_t now() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return std::uint64_t{1'000'000'000} * static_cast<std::uint64_t>(time.tv_sec) +
           static_cast<std::uint64_t>(time.tv_nsec);
}

}  // namespace

/*
 * A ring's memory, as the kernel lays it out (Documentation/bpf/ringbuf.rst): a page with the consumer's position, then
 * a page with the producer's, then the data twice in a row, so that no record is ever cut in two.
 */
Rings::Rings(const std::vector<int>& fds, std::uint32_t size) : size_(size), rings_(fds.size()) {
    std::size_t page = sysconf(_SC_PAGESIZE);
    for (std::size_t i = 0; i < fds.size(); i++) {
        rings_[i].consumer_page = Mapping::of(fds[i], page, PROT_READ | PROT_WRITE);
        rings_[i].producer_pages = Mapping::of(fds[i], page + 2 * std::size_t{size}, PROT_READ, page);
        rings_[i].position = *rings_[i].consumer_page.as<std::uint64_t>();
    }
}

const std::byte* Rings::data(const Ring& ring) const {
    static const std::size_t page = sysconf(_SC_PAGESIZE);
    return ring.producer_pages.as<const std::byte>(page);
}

std::uint64_t Rings::look() {
    std::uint64_t bytes = 0;
    taken_ = 0;
    blocked_ = false;
    if (rings_.size() > 1) horizon_ = now();
    for (Ring& ring : rings_) {
        ring.end = __atomic_load_n(ring.producer_pages.as<const std::uint64_t>(), __ATOMIC_ACQUIRE);
        bytes += ring.end - ring.position;
    }
    if (rings_.size() > 1) looked_ = now();
    for (Ring& ring : rings_) find_record(ring);
    choose();
    return bytes;
}

// Finds the record at a ring's position, behind those that were discarded.
void Rings::find_record(Ring& ring) {
    ring.timestamp = after_all;
    while (ring.position < ring.end) {
        const std::byte* at = data(ring) + (ring.position & (size_ - 1));
        std::uint32_t length = __atomic_load_n(reinterpret_cast<const std::uint32_t*>(at), __ATOMIC_ACQUIRE);
        if (length & BPF_RINGBUF_BUSY_BIT) {  // those behind it wait for it, and who can tell their times
            blocked_ = true;
            return;
        }
        ring.record = {at + BPF_RINGBUF_HDR_SZ, length & ~BPF_RINGBUF_DISCARD_BIT};
        if (!(length & BPF_RINGBUF_DISCARD_BIT)) {
            ring.timestamp = rings_.size() > 1 ? timestamp_of(ring.record) : 0;
            return;
        }
        std::uint64_t size = (ring.record.size() + BPF_RINGBUF_HDR_SZ + 7) / 8 * 8;
        ring.position += size;
        taken_ += size;
    }
}

// A time that has not come yet is none: handlers of others write what they like.
std::uint64_t Rings::timestamp_of(std::span<const std::byte> record) const {
    std::uint64_t timestamp = 0;
    std::memcpy(&timestamp, record.data(), std::min(record.size(), sizeof(timestamp)));
    return timestamp > looked_ ? 0 : timestamp;
}

void Rings::choose() {
    for (std::size_t i = 0; i < rings_.size(); i++)
        if (rings_[i].timestamp < rings_[chosen_].timestamp) chosen_ = i;
    until_ = after_all;
    for (std::size_t i = 0; i < rings_.size(); i++)
        if (i != chosen_) until_ = std::min(until_, rings_[i].timestamp);
}

std::optional<std::span<const std::byte>> Rings::next() {
    if (rings_[chosen_].timestamp > until_) choose();
    Ring& ring = rings_[chosen_];
    bool several = rings_.size() > 1;
    if (ring.timestamp == after_all || (several && (blocked_ || ring.timestamp >= horizon_))) return std::nullopt;
    std::span<const std::byte> record = ring.record;
    std::uint64_t size = (record.size() + BPF_RINGBUF_HDR_SZ + 7) / 8 * 8;
    ring.position += size;
    taken_ += size;
    find_record(ring);
    return record;
}

// Once a batch: each store takes the cache line away from the CPUs that produce.
void Rings::let_go() {
    for (Ring& ring : rings_) {
        auto* consumed = ring.consumer_page.as<std::uint64_t>();
        if (*consumed != ring.position) __atomic_store_n(consumed, ring.position, __ATOMIC_RELEASE);
    }
}

std::uint64_t Rings::waiting() const {
    std::uint64_t bytes = 0;
    for (const Ring& ring : rings_) {
        std::uint64_t consumed = __atomic_load_n(ring.consumer_page.as<std::uint64_t>(), __ATOMIC_ACQUIRE);
        bytes += __atomic_load_n(ring.producer_pages.as<const std::uint64_t>(), __ATOMIC_ACQUIRE) - consumed;
    }
    return bytes;
}

}  // namespace traceleft
