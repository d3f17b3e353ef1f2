// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstdint>
#include <functional>
#include <optional>

namespace traceleft {

// The entries of the maps `processes` and `followed`, by tgid. `map` is a map's descriptor.

/// The slot of a traced process, now or from its next program on; 0: none.
inline std::uint32_t slot_of(const wire::process& traced) { return traced.slot ? traced.slot : traced.slot_at_exec; }

std::optional<wire::process> find_process(int map, std::uint32_t tgid);

/// Removes the entry of a followed child, unless it is a later process's with the same number and another slot. One
/// that comes between look and removal is put back.
void forget_followed(int map, std::uint32_t tgid, const wire::process& child);

/// Calls `visit` for each traced process. One that is there from beginning to end is visited: the kernel starts anew
/// where the key it was asked to go on from has gone.
void for_each_entry(int map, const std::function<void(std::uint32_t tgid, const wire::process&)>& visit);

}  // namespace traceleft
