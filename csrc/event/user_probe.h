// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace traceleft {

/// A place in a file at which programs are probed.
struct ProbePlace {
    std::uint64_t offset = 0;           ///< in the file, bytes
    std::uint64_t semaphore = 0;        ///< offset of the counter that tells the program it is traced; 0: none
    std::vector<std::string> operands;  ///< where the arguments are then: symbols/probe_operand.h
};

/// A function of a file, or a USDT probe, which may be at several places.
struct UserProbe {
    std::string file;
    std::vector<ProbePlace> places;
};

}  // namespace traceleft
