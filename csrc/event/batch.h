// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "memory_account.h"
#include "objects.h"
#include "wall_clock.h"

namespace traceleft {

class EventSchema;
class EventView;

/// `size` up to the next multiple of 8, where events begin: their u64 fields stay aligned.
constexpr std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

/// Raw events as they were in the ring, in its order, one behind the other. Moves as one block from the reader to the
/// outputs.
class Batch {
public:
    /// Its memory is in `account`.
    explicit Batch(WallClock clock = {}, MemoryAccount& account = appended)
        : clock_(clock), data_(AccountedAllocator<std::byte>(account)), offsets_(AccountedAllocator<Extent>(account)) {}

    /// Takes events that lie in `data` already, each padded to 8 bytes.
    Batch(WallClock clock, AccountedVector<std::byte> data, std::span<const std::uint32_t> sizes)
        : clock_(clock), data_(std::move(data)), offsets_(data_.get_allocator()) {
        offsets_.reserve(sizes.size());
        std::size_t begin = 0;
        for (std::uint32_t size : sizes) {
            offsets_.push_back({begin, size});
            begin += padded(size);
        }
    }

    std::size_t size() const { return offsets_.size(); }  ///< events
    std::size_t bytes() const { return data_.size(); }    ///< of the events, with their padding

    void append(const void* event, std::size_t size) {
        const auto* bytes = static_cast<const std::byte*>(event);
        offsets_.push_back({data_.size(), size});
        data_.insert(data_.end(), bytes, bytes + size);
        data_.resize(padded(data_.size()));
    }

    /// Puts bytes, a multiple of 8, behind the last event, and adds to its flags, as add_flags() does.
    void extend_last(std::span<const std::byte> bytes, std::uint32_t flags) {
        data_.insert(data_.end(), bytes.begin(), bytes.end());
        offsets_.back().size = data_.size() - offsets_.back().offset;
        add_flags(size() - 1, flags);
    }

    /// Adds to an event's flags: event_header.flags. It must have a whole header.
    void add_flags(std::size_t index, std::uint32_t flags) {
        std::byte* place = data_.data() + offsets_[index].offset + offsetof(wire::event_header, flags);
        std::uint32_t all = 0;
        std::memcpy(&all, place, sizeof(all));
        all |= flags;
        std::memcpy(place, &all, sizeof(all));
    }

    /// All events of another, behind ours.
    void append(const Batch& other) {
        for (const Extent& each : other.offsets_) offsets_.push_back({data_.size() + each.offset, each.size});
        data_.insert(data_.end(), other.data_.begin(), other.data_.end());
        objects_.add(other.objects_);
    }

    /// The objects that its events refer to, as far as they were told of.
    const Objects& objects() const { return objects_; }
    void add_object(std::shared_ptr<const OpenFile> file) { objects_.add(std::move(file)); }
    void add_process(std::shared_ptr<const Process> process) { objects_.processes().add(std::move(process)); }
    void add_stack(std::shared_ptr<const NamedStack> stack) { objects_.stacks().add(std::move(stack)); }
    void set_objects(Objects objects) { objects_ = std::move(objects); }
    /// Takes those that an event refers to from where they are known: `find(ObjectKey)` gives a shared_ptr to one, or
    /// null.
    template <typename Find>
    void take_objects(std::span<const std::byte> event, Find&& find) {
        objects_.take(event, std::forward<Find>(find));
    }

    std::span<const std::byte> event(std::size_t index) const {
        return {data_.data() + offsets_[index].offset, offsets_[index].size};
    }

    /// The event decoded, with the objects that it refers to; nullopt where it is no event.
    std::optional<EventView> view(std::size_t index, const EventSchema& schema) const;

    /// All events, each padded to 8 bytes.
    std::span<const std::byte> data() const { return data_; }

    void reserve(std::size_t bytes) { data_.reserve(bytes); }

    const WallClock& clock() const { return clock_; }

private:
    static MemoryAccount appended;

    struct Extent {
        std::size_t offset;
        std::size_t size;
    };
    WallClock clock_;
    AccountedVector<std::byte> data_;
    AccountedVector<Extent> offsets_;
    Objects objects_;
};

}  // namespace traceleft
