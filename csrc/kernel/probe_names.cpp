// SPDX-License-Identifier: MIT
#include "probe_names.h"

namespace traceleft {

namespace {

std::string suffix(Side side) { return side == Side::entry ? "" : "_ret"; }

}  // namespace

std::string plain_name(const Probe& probe) { return probe.first.substr(0, probe.first.find('@')); }

std::string probe_name(const Probe& probe) { return "trace_" + plain_name(probe) + suffix(probe.second); }

std::string handler_map_name(const Probe& probe) {
    return "handle_" + plain_name(probe) + "_progs" + suffix(probe.second);
}

const char* root_name(Side side) { return side == Side::entry ? "root_enter" : "root_exit"; }

std::string root_map(Side side, bool compat) {
    return std::string(compat ? "compat_progs" : "trace_progs") + suffix(side);
}

}  // namespace traceleft
