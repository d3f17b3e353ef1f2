// SPDX-License-Identifier: MIT
#include "function_symbols.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "kallsyms.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

// The kernel looks for each BPF program among all of them (bpf_get_kallsym()). They come last, and none is asked for.
constexpr std::string_view bpf_program_mark = "\t[bpf]\n";

std::string read_symbols() {
    UniqueFd file(open("/proc/kallsyms", O_RDONLY | O_CLOEXEC));
    std::string text;
    std::string chunk(64 * 1024, '\0');
    while (file &&
           text.find(bpf_program_mark, text.size() - std::min(text.size(), chunk.size())) == std::string::npos) {
        ssize_t size = read(file.get(), chunk.data(), chunk.size());
        if (size <= 0) break;
        text.append(chunk, 0, static_cast<std::size_t>(size));
    }
    return text;
}

}  // namespace

const FunctionSymbols& FunctionSymbols::of_kernel() {
    static const FunctionSymbols symbols(read_symbols());
    return symbols;
}

FunctionSymbols::FunctionSymbols(std::string text) : text_(std::move(text)) {
    for_each_kernel_symbol(text_,
                           [&](std::uint64_t address, std::string_view name, std::string_view) { add(name, address); });
}

void FunctionSymbols::add(std::string_view name, std::uint64_t address) {
    Function& function = functions_[name];
    if (!function.count++) function.address = address;
    std::size_t dot = name.find('.');
    // What is cold is jumped to, by the function itself.
    if (dot == 0 || dot == std::string_view::npos || name.find(".cold", dot) != std::string_view::npos) return;
    clones_.emplace(name.substr(0, dot), name);
}

FunctionSymbols::Function FunctionSymbols::find(std::string_view name) const {
    auto found = functions_.find(name);
    return found == functions_.end() ? Function{} : found->second;
}

std::vector<std::string> FunctionSymbols::clones(std::string_view name) const {
    auto [first, last] = clones_.equal_range(name);
    std::vector<std::string> all;
    for (auto each = first; each != last; ++each) all.emplace_back(each->second);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace traceleft
