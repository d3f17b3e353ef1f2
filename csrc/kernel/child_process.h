// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "privileges.h"
#include "unique_fd.h"

namespace traceleft {

/// A command that has been forked and waits to be let go, so that tracing is in place before its first instruction.
/// Where it is never let go, it ends without having run. Reaping it is the caller's.
class ChildProcess {
public:
    /// The first of `paths` that the kernel executes is, with these arguments and this environment, as another user
    /// where one is given. `streams` become its standard input, output and error; -1 leaves it ours. Throws Error::os.
    ChildProcess(std::vector<std::string> paths, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment, const std::optional<Credentials>& user = std::nullopt,
                 const std::array<int, 3>& streams = {-1, -1, -1});

    pid_t pid() const { return pid_; }

    /// Lets it execute its program. Throws Error::os where that fails.
    void start();

private:
    std::vector<std::string> paths_;
    pid_t pid_ = -1;
    UniqueFd go_;       ///< one byte lets the child go, end of file ends it
    UniqueFd failure_;  ///< has the child's failure; end of file where exec succeeded
};

}  // namespace traceleft
