// SPDX-License-Identifier: MIT
#include "perf_event.h"

#include <bpf/bpf.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "at_fork.h"
#include "error.h"

namespace traceleft {

UniqueFd open_perf_event(perf_event_attr attributes, int cpu) {
    attributes.size = sizeof(attributes);
    NoFork until_kept;
    return UniqueFd(static_cast<int>(syscall(SYS_perf_event_open, &attributes, -1, cpu, -1, PERF_FLAG_FD_CLOEXEC)));
}

AttachedEvent attach_to_perf_event(int program, UniqueFd event, const std::string& what, const std::string& name) {
    if (!event) throw Error::os("open perf's event of " + what, errno, name);
    NoFork until_kept;
    UniqueFd link(bpf_link_create(program, event.get(), BPF_PERF_EVENT, nullptr));
    if (!link && ioctl(event.get(), PERF_EVENT_IOC_SET_BPF, program))
        throw Error::os("give perf's event of " + what + " a program", errno, name);
    if (ioctl(event.get(), PERF_EVENT_IOC_ENABLE, 0)) throw Error::os("enable perf's event of " + what, errno, name);
    return {std::move(event), std::move(link)};
}

}  // namespace traceleft
