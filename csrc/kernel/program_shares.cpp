// SPDX-License-Identifier: MIT
#include "program_shares.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "alike_programs.h"
#include "shared_work.h"

namespace traceleft {

namespace {

constexpr std::size_t fewest_programs = 64;  // of a share: they take longer to verify than an object takes to open
constexpr std::size_t most_shares = 8;

}  // namespace

std::size_t share_count(std::size_t programs) {
    return std::clamp<std::size_t>(programs / fewest_programs, 1, std::min(usable_cpus(), most_shares));
}

std::vector<std::vector<std::size_t>> program_shares(const std::vector<const bpf_program*>& programs) {
    std::map<std::string_view, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < programs.size(); i++) alike[instructions_of(programs[i])].push_back(i);
    std::vector<std::pair<std::size_t, const std::vector<std::size_t>*>> groups;
    for (const auto& [instructions, places] : alike) groups.emplace_back(instructions.size(), &places);
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::vector<std::size_t>> shares(share_count(programs.size()));
    std::vector<std::size_t> sizes(shares.size());
    for (const auto& [size, places] : groups) {
        std::size_t smallest = std::min_element(sizes.begin(), sizes.end()) - sizes.begin();
        sizes[smallest] += size;
        shares[smallest].insert(shares[smallest].end(), places->begin(), places->end());
    }
    return shares;
}

}  // namespace traceleft
