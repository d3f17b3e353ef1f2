// SPDX-License-Identifier: MIT
#include "kernel_btf.h"

#include <cerrno>
#include <mutex>

#include "bpf_object.h"
#include "error.h"

namespace traceleft {

std::shared_ptr<const btf> kernel_btf() {
    static std::mutex mutex;
    static std::weak_ptr<const btf> held;
    std::lock_guard lock(mutex);
    if (auto types = held.lock()) return types;
    LibbpfLog log;
    std::shared_ptr<btf> types(btf__load_vmlinux_btf(), &btf__free);
    if (!types) throw Error::os("read the kernel's BTF", errno, kernel_btf_file);
    held = types;
    return types;
}

}  // namespace traceleft
