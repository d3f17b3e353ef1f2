// SPDX-License-Identifier: MIT
#include "kernel_symbols.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace traceleft {

namespace {

// Behind the last function of a module may lie programs that have no names (net.core.bpf_jit_kallsyms).
constexpr std::uint64_t longest_function = 64 * 1024;

}  // namespace

// ffffffff81000000 T _text
// ffffffffc0201000 t start	[a_module]
KernelSymbols::KernelSymbols(std::string text) : text_(std::move(text)) {
    const char* const end = text_.data() + text_.size();
    for (const char* line = text_.data(); line < end;) {
        const char* next = std::find(line, end, '\n');
        std::uint64_t address = 0;
        const char* at = std::from_chars(line, next, address, 16).ptr;
        bool is_text = next - at > 3 && (at[1] == 't' || at[1] == 'T' || at[1] == 'w' || at[1] == 'W');
        if (address && is_text) {
            const char* name = at + 3;
            const char* name_end = std::find(name, next, '\t');
            const char* module = name_end + 2 < next ? name_end + 2 : next;
            const char* module_end = std::find(module, next, ']');
            auto place = [&](const char* of) { return static_cast<std::uint32_t>(of - text_.data()); };
            symbols_.push_back({address, place(name), static_cast<std::uint32_t>(name_end - name), place(module),
                                static_cast<std::uint32_t>(module_end - module)});
        }
        line = next + 1;
    }
    auto before = [](const Symbol& one, const Symbol& other) { return one.begin < other.begin; };
    std::stable_sort(symbols_.begin(), symbols_.end(), before);
}

KernelSymbols::Function KernelSymbols::function(std::uint64_t address) const {
    auto behind = std::upper_bound(symbols_.begin(), symbols_.end(), address,
                                   [](std::uint64_t each, const Symbol& one) { return each < one.begin; });
    if (behind == symbols_.begin()) return {};
    const Symbol& found = *--behind;
    if (address - found.begin > longest_function) return {};
    std::string_view all = text_;
    return {all.substr(found.name, found.size), all.substr(found.module, found.module_size)};
}

}  // namespace traceleft
