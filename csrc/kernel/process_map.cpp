// SPDX-License-Identifier: MIT
#include "process_map.h"

#include <bpf/bpf.h>

#include <cerrno>

namespace traceleft {

std::optional<wire::process> find_process(int map, std::uint32_t tgid) {
    wire::process traced{};
    if (bpf_map_lookup_elem(map, &tgid, &traced)) return std::nullopt;
    return traced;
}

void forget_followed(int map, std::uint32_t tgid, const wire::process& child) {
    wire::process removed = child;
    if (find_process(map, tgid) != child) return;
    if (bpf_map_lookup_and_delete_elem(map, &tgid, &removed) && errno != ENOENT)  // since Linux 5.14, 3e87f192b405
        bpf_map_delete_elem(map, &tgid);
    if (removed != child) bpf_map_update_elem(map, &tgid, &removed, BPF_NOEXIST);
}

void for_each_entry(int map, const std::function<void(std::uint32_t tgid, const wire::process&)>& visit) {
    std::uint32_t key = 0;
    std::uint32_t next = 0;
    for (bool first = true; bpf_map_get_next_key(map, first ? nullptr : &key, &next) == 0; first = false) {
        wire::process traced{};
        key = next;
        if (bpf_map_lookup_elem(map, &key, &traced) == 0) visit(key, traced);
    }
}

}  // namespace traceleft
