// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace traceleft {

/// The functions that a process says it has compiled itself: /tmp/perf-PID.map, as Node, Java and Python write it.
class PerfMap {
public:
    PerfMap() = default;
    /// `text`: lines of a begin and a size, in hex, and a name.
    explicit PerfMap(std::string_view text);

    /// Empty where nothing is said of the address.
    std::string function(std::uint64_t address) const;

private:
    struct Function {
        std::uint64_t size;
        std::string name;
    };
    std::map<std::uint64_t, Function> functions_;  ///< by begin; of those at one place the last
};

}  // namespace traceleft
