// SPDX-License-Identifier: MIT
#include "ownership.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>
#include <string_view>

#include "error.h"
#include "kernel_btf.h"

namespace traceleft {

namespace {

const char* const teller = "tell_ownership";

std::uint32_t own_user_namespace() {
    struct stat info{};
    if (stat("/proc/self/ns/user", &info)) throw Error::os("stat", errno, "/proc/self/ns/user");
    return static_cast<std::uint32_t>(info.st_ino);
}

// Bytes before task_exec_state.dumpable; 0 before Linux 7.1, which has no such struct. CO-RE can't be asked for it: for
// a type that isn't in the kernel's own BTF libbpf looks at those of modules, which takes CAP_SYS_ADMIN.
std::uint32_t dumpable_offset() {
    const std::shared_ptr<const btf> types = kernel_btf();
    int id = btf__find_by_name_kind(types.get(), "task_exec_state", BTF_KIND_STRUCT);
    if (id < 0) return 0;
    const btf_type* type = btf__type_by_id(types.get(), static_cast<__u32>(id));
    for (__u32 i = 0; i < btf_vlen(type); i++)
        if (std::string_view(btf__name_by_offset(types.get(), btf_members(type)[i].name_off)) == "dumpable")
            return btf_member_bit_offset(type, i) / 8;
    return 0;
}

}  // namespace

void restrict_to(const Owner& owner, BpfObject& object) {
    object.set_constant<std::uint8_t>("traceleft_owned", true);
    object.set_constant<std::uint32_t>("traceleft_owner_uid", owner.uid);
    object.set_constant<std::uint32_t>("traceleft_owner_gid", owner.gid);
    object.set_constant<std::uint32_t>("traceleft_owner_namespace", own_user_namespace());
    object.set_constant<std::uint32_t>("traceleft_dumpable_offset", dumpable_offset());
    if (bpf_program* tells = object.program(teller)) bpf_program__set_autoload(tells, true);
}

void require_ownership(const BpfObject& object) {
    bpf_test_run_opts run{};
    run.sz = sizeof(run);
    int error = bpf_prog_test_run_opts(bpf_program__fd(object.program(teller)), &run);
    if (!error && run.retval) return;
    throw Error(ErrorKind::Kernel,
                "this kernel doesn't say which processes their users may trace, so that they can't be told from those "
                "of set-user-ID programs",
                -error);
}

}  // namespace traceleft
