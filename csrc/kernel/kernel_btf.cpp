// SPDX-License-Identifier: MIT
#include "kernel_btf.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <mutex>

#include "bpf_object.h"
#include "error.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

// Since Linux 6.16 the file can be mapped (a539e2a6d51d); reading it takes a system call for each page. Null where it
// can't.
btf* map_types() {
    UniqueFd file(open(kernel_btf_file, O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (!file || fstat(file.get(), &status)) return nullptr;
    auto size = static_cast<std::size_t>(status.st_size);
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (data == MAP_FAILED) return nullptr;
    btf* types = btf__new(data, static_cast<__u32>(size));
    munmap(data, size);
    return types;
}

}  // namespace

std::shared_ptr<const btf> kernel_btf() {
    static std::mutex mutex;
    static std::weak_ptr<const btf> held;
    std::lock_guard lock(mutex);
    if (auto types = held.lock()) return types;
    LibbpfLog log;
    btf* mapped = map_types();
    std::shared_ptr<btf> types(mapped ? mapped : btf__load_vmlinux_btf(), &btf__free);
    if (!types) throw Error::os("read the kernel's BTF", errno, kernel_btf_file);
    held = types;
    return types;
}

std::uint32_t btf_tracepoint(const std::string& name) {
    static std::mutex mutex;
    static std::map<std::string, std::uint32_t> known;
    std::lock_guard lock(mutex);
    if (auto found = known.find(name); found != known.end()) return found->second;
    // The program's context is what this type of function is called with: include/trace/bpf_probe.h.
    int id = btf__find_by_name_kind(kernel_btf().get(), ("btf_trace_" + name).c_str(), BTF_KIND_TYPEDEF);
    return known[name] = static_cast<std::uint32_t>(std::max(id, 0));
}

}  // namespace traceleft
