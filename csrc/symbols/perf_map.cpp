// SPDX-License-Identifier: MIT
#include "perf_map.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace traceleft {

PerfMap::PerfMap(std::string_view text) {
    while (!text.empty()) {
        std::size_t size = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, size);
        text.remove_prefix(std::min(size + 1, text.size()));
        std::uint64_t begin = 0, length = 0;
        const char* end = line.data() + line.size();
        const char* at = std::from_chars(line.data(), end, begin, 16).ptr;
        if (at == end || *at != ' ') continue;
        at = std::from_chars(at + 1, end, length, 16).ptr;
        if (at == end || *at != ' ' || !length) continue;
        functions_.insert_or_assign(begin, Function{length, std::string(at + 1, end)});
    }
}

std::string PerfMap::function(std::uint64_t address) const {
    auto behind = functions_.upper_bound(address);
    if (behind == functions_.begin()) return "";
    const auto& [begin, function] = *std::prev(behind);
    return address - begin < function.size ? function.name : "";
}

}  // namespace traceleft
