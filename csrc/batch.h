#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "wall_clock.h"

namespace traceleft {

/// Raw events as they were in the ring, in its order, one behind the other. Moves as one block from the reader to the
/// outputs.
class Batch {
public:
    explicit Batch(WallClock clock = {}) : clock_(clock) {}

    std::size_t size() const { return offsets_.size(); }  ///< events
    std::size_t bytes() const { return data_.size(); }

    void append(const void* event, std::size_t size) {
        const auto* bytes = static_cast<const std::byte*>(event);
        offsets_.push_back({data_.size(), size});
        data_.insert(data_.end(), bytes, bytes + size);
        data_.resize((data_.size() + 7) / 8 * 8);  // u64 fields stay aligned
    }

    std::span<const std::byte> event(std::size_t index) const {
        return {data_.data() + offsets_[index].offset, offsets_[index].size};
    }

    void reserve(std::size_t bytes) { data_.reserve(bytes); }

    const WallClock& clock() const { return clock_; }

private:
    struct Extent {
        std::size_t offset;
        std::size_t size;
    };
    WallClock clock_;
    std::vector<std::byte> data_;
    std::vector<Extent> offsets_;
};

}  // namespace traceleft
