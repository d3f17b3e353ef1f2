// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "bpf_object.h"
#include "unique_fd.h"

namespace traceleft {

/// Which stacks are taken.
struct StackChoice {
    bool user = false;
    bool kernel = false;
    std::uint32_t max_stacks = 0;  ///< different ones that there is room for at once

    bool any() const { return user || kernel; }
};

/// The maps of <traceleft/stacks.h>, <traceleft/unwind.h> and <traceleft/python.h>, which objects share.
class StackMaps {
public:
    /// Where none is taken the maps have next to no room. Throws Error: Usage, Os.
    explicit StackMaps(StackChoice choice);

    const StackChoice& choice() const { return choice_; }
    /// Makes an object that is not loaded yet use them.
    void share(BpfObject& object) const;

    int stacks() const { return stacks_.get(); }
    int pythons() const { return pythons_.get(); }
    int python_codes() const { return python_codes_.get(); }
    int unwind_rows() const { return unwind_rows_.get(); }
    int unwind_processes() const { return unwind_processes_.get(); }
    int unwind_asked() const { return unwind_asked_.get(); }

private:
    StackChoice choice_;
    UniqueFd stacks_, stack_rooms_, pythons_, python_codes_, python_rooms_, unwind_rows_, unwind_processes_,
        unwind_asked_;
};

}  // namespace traceleft
