// SPDX-License-Identifier: MIT
#include "uprobe.h"

#include <cerrno>
#include <fstream>

#include "error.h"
#include "open_files.h"

namespace traceleft {

namespace {

// Documentation/ABI/testing/sysfs-bus-event_source-devices-uprobe: perf's type of them, and what is in `config`.
constexpr const char* perf_type = "/sys/bus/event_source/devices/uprobe/type";
constexpr std::uint64_t at_return = 1;
constexpr unsigned semaphore_shift = 32;
constexpr int not_probeable = 524;  // include/linux/errno.h: ENOTSUPP, which user space has no name for

std::uint32_t type_of_uprobes() {
    std::uint32_t type = 0;
    std::ifstream(perf_type) >> type;
    return type;
}

[[noreturn]] void refuse(const std::string& name, const UserProbe& probe, const std::string& why, int errnum) {
    throw Error(ErrorKind::Handler, name + " can't be traced: " + why + " (" + probe.file + ")", errnum);
}

perf_event_attr attributes_of(const UserProbe& probe, const ProbePlace& place, Side side) {
    perf_event_attr attributes{};
    attributes.type = type_of_uprobes();
    attributes.config = (side == Side::exit ? at_return : 0) | place.semaphore << semaphore_shift;
    attributes.config1 = reinterpret_cast<std::uintptr_t>(probe.file.c_str());  // uprobe_path
    attributes.config2 = place.offset;                                          // probe_offset
    return attributes;
}

}  // namespace

void require_uprobes(const std::string& name) {
    if (type_of_uprobes()) return;
    throw Error(ErrorKind::Handler, name + " can't be traced: this kernel has no uprobes (CONFIG_UPROBE_EVENTS), for " +
                                        perf_type + " is missing");
}

std::vector<AttachedEvent> attach_uprobe(int program, const UserProbe& probe, Side side, const std::string& name) {
    std::vector<AttachedEvent> attached;
    reserve_open_files(2 * probe.places.size());
    for (const ProbePlace& place : probe.places) {
        if (place.semaphore >> semaphore_shift)
            refuse(name, probe, "its semaphore is behind the file's first 4 GiB", EINVAL);
        // Programs of a uprobe's event run on every CPU, whichever the event is for.
        UniqueFd event = open_perf_event(attributes_of(probe, place, side), 0);
        if (!event && (errno == EINVAL || errno == not_probeable || errno == EIO))
            refuse(name, probe, "the kernel can't probe the instruction at " + std::to_string(place.offset), errno);
        if (!event) throw Error::os("open perf's event of " + name, errno, probe.file);
        attached.push_back(attach_to_perf_event(program, std::move(event), "a uprobe", name));
    }
    return attached;
}

}  // namespace traceleft
