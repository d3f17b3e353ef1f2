// SPDX-License-Identifier: MIT
#include "btf_hooks.h"

#include <bpf/bpf.h>

#include <cerrno>
#include <mutex>
#include <utility>

#include "error.h"
#include "kernel_btf.h"

namespace traceleft {

namespace {

thread_local BtfHooks::Loading* loading = nullptr;

// As libbpf knows them itself.
constexpr std::pair<const char*, bpf_prog_type> hooked_sections[] = {
    {"kprobe+", BPF_PROG_TYPE_KPROBE},
    {"kretprobe+", BPF_PROG_TYPE_KPROBE},
    {"raw_tp+", BPF_PROG_TYPE_RAW_TRACEPOINT},
};

}  // namespace

void BtfHooks::take_part() {
    static std::once_flag once;
    std::call_once(once, [] {
        libbpf_prog_handler_opts options{};
        options.sz = sizeof(options);
        options.prog_prepare_load_fn = prepare;
        for (const auto& [section, type] : hooked_sections)
            if (int id = libbpf_register_prog_handler(section, type, bpf_attach_type{}, &options); id < 0)
                throw Error::os("register a kind of BPF programs", -id, section);
    });
}

void BtfHooks::add(const bpf_program* program, const char* tracepoint) {
    std::uint32_t type = btf_tracepoint(tracepoint);
    if (!type) throw Error::os("find a raw tracepoint in the kernel's BTF", ESRCH, tracepoint);
    types_[program] = type;
}

// Only here does it become a program of that type: of one that had it before, libbpf would look for the hook itself.
int BtfHooks::prepare(bpf_program* program, bpf_prog_load_opts* options, long) {
    if (!loading) return 0;
    if (auto ready = std::exchange(loading->ready_, nullptr)) ready();
    auto hook = loading->hooks_.types_.find(program);
    if (hook == loading->hooks_.types_.end()) return 0;
    options->expected_attach_type = BPF_TRACE_RAW_TP;
    options->attach_btf_id = hook->second;
    return bpf_program__set_type(program, BPF_PROG_TYPE_TRACING);
}

BtfHooks::Loading::Loading(const BtfHooks& hooks, std::function<void()> ready)
    : hooks_(hooks), ready_(std::move(ready)) {
    loading = this;
}

BtfHooks::Loading::~Loading() { loading = nullptr; }

}  // namespace traceleft
