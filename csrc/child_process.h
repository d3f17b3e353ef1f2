#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "unique_fd.h"

namespace traceleft {

/// A command that has been forked and waits to be let go, so that tracing is in place before its first instruction.
/// Where it is never let go, it ends without having run. Reaping it is the caller's.
class ChildProcess {
public:
    /// `path` is executed with these arguments and this environment. Throws Error::os.
    ChildProcess(const std::string& path, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment);

    pid_t pid() const { return pid_; }

    /// Lets it execute its program. Throws Error::os where that fails.
    void start();

private:
    std::string path_;
    pid_t pid_ = -1;
    UniqueFd go_;       ///< one byte lets the child go, end of file ends it
    UniqueFd failure_;  ///< the child's errno where exec failed; end of file where it succeeded
};

}  // namespace traceleft
