// SPDX-License-Identifier: MIT
#pragma once

#include <bpf/libbpf.h>

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

namespace traceleft {

/// The programs of one object that are for raw tracepoints with typed arguments (tp_btf). libbpf can find the types of
/// these, too, but parses all of the kernel's anew for each object: some 6 ms.
class BtfHooks {
public:
    /// Has libbpf ask us about programs in the sections that handlers and our own programs are in. Before an object is
    /// opened; may be called again.
    static void take_part();

    /// Throws Error::os where the kernel has no such tracepoint, or its BTF can't be read.
    void add(const bpf_program* program, const char* tracepoint);

    /// While it is there, what this thread loads is for these hooks. `ready` is called once the object's programs have
    /// the instructions that the kernel gets, before the first of them is loaded.
    class Loading {
    public:
        Loading(const BtfHooks& hooks, std::function<void()> ready);
        ~Loading();
        Loading(const Loading&) = delete;
        Loading& operator=(const Loading&) = delete;

    private:
        friend class BtfHooks;
        const BtfHooks& hooks_;
        std::function<void()> ready_;
    };

private:
    static int prepare(bpf_program* program, bpf_prog_load_opts* options, long cookie);

    std::unordered_map<const bpf_program*, std::uint32_t> types_;  ///< BTF's ids of the hooks
};

}  // namespace traceleft
