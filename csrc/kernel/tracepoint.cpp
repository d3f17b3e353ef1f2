// SPDX-License-Identifier: MIT
#include "tracepoint.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>

#include "error.h"
#include "kernel_features.h"

namespace traceleft {

namespace {

std::uint64_t number_of(const std::string& name) {
    std::string path = tracefs() + "/events/" + name + "/id";
    UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    char digits[32] = {};
    if (!file || read(file.get(), digits, sizeof(digits) - 1) < 1)
        throw Error::os("read a tracepoint's number", errno, path);
    return std::strtoull(digits, nullptr, 10);
}

}  // namespace

AttachedEvent attach_tracepoint(int program, const std::string& name) {
    perf_event_attr attributes{};
    attributes.type = PERF_TYPE_TRACEPOINT;
    attributes.config = number_of(name);
    // Programs of a tracepoint's event run on every CPU and for every process, whichever the event is for.
    return attach_to_perf_event(program, open_perf_event(attributes, 0), "a tracepoint", name);
}

}  // namespace traceleft
