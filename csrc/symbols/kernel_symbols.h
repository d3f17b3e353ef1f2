// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace traceleft {

/// The kernel's functions by address, as /proc/kallsyms has them: its own, its modules' and those of BPF programs.
class KernelSymbols {
public:
    /// What one function is called, and the module that it is in; empty: the kernel itself.
    struct Function {
        std::string_view name, module;
    };

    /// `text`: of /proc/kallsyms.
    explicit KernelSymbols(std::string text);

    /// No name where nothing is known of the address, as where addresses are hidden from this process
    /// (kernel.kptr_restrict).
    Function function(std::uint64_t address) const;

private:
    struct Symbol {
        std::uint64_t begin;
        std::uint32_t name, size;  ///< in the text
        std::uint32_t module, module_size;
    };
    std::string text_;
    std::vector<Symbol> symbols_;  ///< sorted
};

}  // namespace traceleft
