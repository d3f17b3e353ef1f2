// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace traceleft {

/// The kinds of failure that a caller may treat differently; bindings/error.cpp has the Python type of each.
enum class ErrorKind {
    Os,         ///< a system call failed: errnum has its error, and path its object
    Usage,      ///< an argument that can never work
    Handler,    ///< a file that is not a handler, or not one for this kernel
    Load,       ///< the kernel refused a program: log holds its message
    Backend,    ///< an attach backend is refused or missing here
    Kernel,     ///< the kernel lacks something every backend needs
    Process,    ///< no such process, or one that can't be traced
    Capacity,   ///< a table is full
    Recording,  ///< a recording makes no sense
};

/// The core's only exception. The message names the operation, the object and the remedy, in one line.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& message, int errnum = 0)
        : std::runtime_error(message), kind(kind), errnum(errnum) {}

    /// A failed system call on `path`.
    static Error os(const std::string& operation, int errnum, std::string path = "") {
        Error error(ErrorKind::Os, operation, errnum);
        error.path = std::move(path);
        return error;
    }

    ErrorKind kind;
    int errnum;
    std::string path;
    std::string log;  ///< the verifier's last lines
};

/// strerror, thread-safe.
std::string errno_text(int errnum);

}  // namespace traceleft
