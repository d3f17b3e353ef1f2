// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace traceleft {

/// The functions of the kernel and its modules by name, as /proc/kallsyms has them.
class FunctionSymbols {
public:
    struct Function {
        std::uint64_t address = 0;
        std::uint32_t count = 0;  ///< functions that have this name
    };

    static const FunctionSymbols& of_kernel();

    /// `text`: of /proc/kallsyms.
    explicit FunctionSymbols(std::string text);

    Function find(std::string_view name) const;

    /// What the compiler made of the function beside itself, sorted: parts and copies, named NAME.part.0,
    /// NAME.constprop.0, NAME.isra.0. Callers in the function's own source file may call these instead.
    std::vector<std::string> clones(std::string_view name) const;

private:
    void add(std::string_view name, std::uint64_t address);

    std::string text_;
    std::unordered_map<std::string_view, Function> functions_;
    std::unordered_multimap<std::string_view, std::string_view> clones_;
};

}  // namespace traceleft
