// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "unique_fd.h"

namespace traceleft {

/// The memory of BPF_MAP_TYPE_RINGBUFs, of which this is the only reader. Where there are several, their records come
/// in the order of the timestamps (CLOCK_MONOTONIC, ns) with which they begin.
class Rings {
public:
    /// All of `size` bytes. Throws Error::os.
    Rings(const std::vector<int>& fds, std::uint32_t size);

    /// Begins to read what was submitted by now; of several rings what was begun by now, for an earlier record of the
    /// same thread might be on its way to another one. Returns the bytes.
    std::uint64_t look();
    /// The next of these records; none where all were taken, or one was reserved and is not yet submitted. It stays
    /// until let_go().
    std::optional<std::span<const std::byte>> next();
    /// Bytes taken since look(), with records' headers.
    std::uint64_t taken() const { return taken_; }
    /// Gives the kernel back the room of all records taken.
    void let_go();

    /// Bytes that wait now, with records' headers, or were not let go. For any thread.
    std::uint64_t waiting() const;

private:
    struct Ring {
        Mapping consumer_page, producer_pages;
        std::uint64_t position = 0, end = 0;
        std::uint64_t timestamp = 0;        ///< of the record at `position`; after_all: there is none
        std::span<const std::byte> record;  ///< that one
    };
    static constexpr std::uint64_t after_all = ~std::uint64_t{0};

    const std::byte* data(const Ring& ring) const;
    void find_record(Ring& ring);
    std::uint64_t timestamp_of(std::span<const std::byte> record) const;
    void choose();

    std::uint32_t size_;
    std::vector<Ring> rings_;
    std::size_t chosen_ = 0;     ///< the ring with the earliest record
    std::uint64_t until_ = 0;    ///< the earliest record of the others
    std::uint64_t horizon_ = 0;  ///< records from this time on wait for the next look
    std::uint64_t looked_ = 0;   ///< when look() had seen all rings
    std::uint64_t taken_ = 0;
    bool blocked_ = false;  ///< by a record that is not yet submitted
};

}  // namespace traceleft
