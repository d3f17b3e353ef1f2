// SPDX-License-Identifier: MIT
#include "kernel_symbols.h"

#include <algorithm>
#include <utility>

#include "kallsyms.h"

namespace traceleft {

namespace {

// Behind the last function of a module may lie programs that have no names (net.core.bpf_jit_kallsyms).
constexpr std::uint64_t longest_function = 64 * 1024;

}  // namespace

KernelSymbols::KernelSymbols(std::string text) : text_(std::move(text)) {
    auto place = [&](std::string_view part) { return static_cast<std::uint32_t>(part.data() - text_.data()); };
    for_each_kernel_symbol(text_, [&](std::uint64_t address, std::string_view name, std::string_view module) {
        if (!address) return;
        symbols_.push_back({address, place(name), static_cast<std::uint32_t>(name.size()), place(module),
                            static_cast<std::uint32_t>(module.size())});
    });
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
