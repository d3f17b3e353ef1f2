// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "event_schema.h"
#include "event_view.h"
#include "objects.h"
#include "path_walk.h"
#include "wall_clock.h"

namespace traceleft {

struct PathCheckOptions {
    std::uint32_t walks_per_second = 1000;  ///< paths that are looked up; some 20 us each
    std::chrono::milliseconds life{250};    ///< for which it is remembered where a path led
    std::size_t remembered = 512;           ///< paths
};

/// Decides whether a call opened another file than the string names that was captured: another thread may have changed
/// the string meanwhile. Where it isn't certain, the answer is no. Of one thread.
class PathCheck {
public:
    explicit PathCheck(PathCheckOptions options = {}) : options_(options) {}

    /// Of an event with the objects that it refers to. Any bytes can be given.
    bool differs(std::span<const std::byte> event, const Objects& objects, const WallClock& clock);

    /// Events that were not decided on, since there were too many in that second.
    std::uint64_t skipped() const { return skipped_.load(std::memory_order_relaxed); }

private:
    using Clock = std::chrono::steady_clock;

    /// The view of the file system that paths are followed in.
    struct View {
        std::int64_t pid;
        std::uint32_t mount_namespace;
        std::string root;  ///< the process's root directory, from that of the mount namespace on; empty: the same
    };
    struct Remembered {
        std::string key;
        Walked walked;
        Clock::time_point until;
    };

    bool leads_elsewhere(const View& view, const std::string& path, bool follow, const OpenFile& opened,
                         std::int64_t called);
    const Walked* recall(const std::string& key);
    /// nullopt where there were too many in this second.
    std::optional<Walked> look_up(const View& view, const std::string& path, bool follow);
    Walked walk(const View& view, const std::string& path, bool follow);
    const Mounts& mounts_of(const std::string& key, const std::string& process);
    void remember(std::string key, const Walked& walked);

    PathCheckOptions options_;
    EventSchema schema_;  ///< of no call: the arguments of these few are known
    std::atomic<std::uint64_t> skipped_{0};
    Clock::time_point now_;
    Clock::time_point second_;
    std::uint32_t walks_ = 0;  ///< since then
    std::list<Remembered> recent_;
    std::unordered_map<std::string, std::list<Remembered>::iterator> places_;
    std::unordered_map<std::string, Mounts> mounts_;  ///< until then
    Clock::time_point mounts_until_;
};

}  // namespace traceleft
