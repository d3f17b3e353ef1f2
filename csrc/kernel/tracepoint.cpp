// SPDX-License-Identifier: MIT
#include "tracepoint.h"

#include <bpf/bpf.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>

#include "at_fork.h"
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

AttachedTracepoint attach_tracepoint(int program, const std::string& name) {
    perf_event_attr attributes{};
    attributes.size = sizeof(attributes);
    attributes.type = PERF_TYPE_TRACEPOINT;
    attributes.config = number_of(name);
    NoFork until_kept;
    // Programs of a tracepoint's event run on every CPU and for every process, whichever the event is for.
    UniqueFd event(static_cast<int>(syscall(SYS_perf_event_open, &attributes, -1, 0, -1, PERF_FLAG_FD_CLOEXEC)));
    if (!event) throw Error::os("open perf's event of a tracepoint", errno, name);
    UniqueFd link(bpf_link_create(program, event.get(), BPF_PERF_EVENT, nullptr));
    if (!link && ioctl(event.get(), PERF_EVENT_IOC_SET_BPF, program))
        throw Error::os("give perf's event of a tracepoint a program", errno, name);
    if (ioctl(event.get(), PERF_EVENT_IOC_ENABLE, 0))
        throw Error::os("enable perf's event of a tracepoint", errno, name);
    return {std::move(event), std::move(link)};
}

}  // namespace traceleft
