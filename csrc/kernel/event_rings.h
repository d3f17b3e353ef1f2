// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <future>
#include <vector>

#include "bpf_object.h"
#include "dispatcher_options.h"
#include "unique_fd.h"

namespace traceleft {

/// The rings that events go to. CPUs that submit to one ring wait for each other, so that there are several where
/// several CPUs are online: <traceleft/maps.h>, `rings`.
class EventRings {
public:
    explicit EventRings(const DispatcherOptions& options);

    /// Bytes of each.
    std::uint32_t size() const { return total_ / count_; }
    /// Once the core is loaded, whose map `events` is the first of them. Throws Error::os.
    void create(const BpfObject& core);
    std::vector<int> fds() const;

    /// Tells an object's programs of them, before it is loaded. Throws Error::os.
    void share(BpfObject& object) const;

private:
    std::uint32_t total_;
    std::uint32_t count_ = 1;  ///< a power of two
    std::uint32_t cpus_;       ///< that share one
    int first_ = -1;
    std::vector<UniqueFd> others_;
    UniqueFd all_;                       ///< the map of them; none where there is one ring
    mutable std::future<void> entered_;  ///< they are in the map
};

}  // namespace traceleft
