// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "process.h"

namespace traceleft::bindings {

/// Python's Process.
struct PyProcess {
    std::shared_ptr<const Process> process;
};

}  // namespace traceleft::bindings
