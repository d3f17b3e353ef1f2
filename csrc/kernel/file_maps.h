// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "bpf_object.h"
#include "event_schema.h"
#include "syscall_info.h"
#include "unique_fd.h"

namespace traceleft {

/// The maps that the programs which describe files share with the core's, which see files being opened.
class FileMaps {
public:
    /// Has the core create those that are its own, before it is loaded.
    static void create(BpfObject& core);

    /// Of a loaded core, whose programs are told what descriptors mean to all these calls. All must outlive this.
    /// Throws Error::os.
    FileMaps(const BpfObject& core, const EventSchema& schema, const std::vector<SyscallInfo>& syscalls,
             const std::vector<SyscallInfo>& compat_syscalls);

    /// Before that object is loaded. Throws Error::os.
    void share(BpfObject& object);
    /// Tells all of it once more when the meaning of 32-bit programs' calls has been loaded; later calls do nothing.
    void describe_compat_calls();

private:
    void describe_calls() const;

    const BpfObject& core_;
    const EventSchema& schema_;
    const std::vector<SyscallInfo>& syscalls_;
    const std::vector<SyscallInfo>& compat_syscalls_;
    UniqueFd rooms_, closed_files_;  ///< maps that the core has no use for
    bool compat_described_ = false;
};

}  // namespace traceleft
