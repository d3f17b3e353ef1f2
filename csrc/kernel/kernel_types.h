// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event_schema.h"

struct btf;
struct btf_type;

namespace traceleft {

/// A value of the kernel's, as BTF has it.
struct KernelValue {
    std::string type;                            ///< as C spells it
    Kind kind = Kind::Uint;                      ///< Int, Uint, Pointer, Be16, Be32, String, Buffer; Unused: void
    std::uint32_t size = 0;                      ///< bytes
    std::uint32_t bit_shift = 0, bit_width = 0;  ///< of a bit field
    std::vector<NamedValue> names = {};          ///< of an enumeration
    bool is_inline = false;                      ///< String, Buffer: it lies there, and not where a pointer leads
};

struct KernelFunction {
    std::uint32_t id = 0;  ///< BTF's, of the kernel or of its module
    std::string module;    ///< empty: the kernel itself
    std::vector<std::pair<std::string, KernelValue>> parameters;
    KernelValue result;
};

/// What an argument or a result leads to: wire::source_field.step.
struct KernelMember {
    KernelValue value;
    std::vector<std::uint32_t> steps;
};

/// The functions of the running kernel and of its modules, and their types, out of BTF (Documentation/bpf/btf.rst).
class KernelTypes {
public:
    /// Read once. Throws Error: Kernel where this kernel has no BTF.
    static const KernelTypes& of_kernel();

    /// All functions, sorted.
    std::vector<std::string> functions() const;
    bool has(const std::string& function) const { return functions_.count(function) > 0; }
    /// Throws Error: Usage where there is none of that name, with those most like it, or it can't be described.
    KernelFunction function(const std::string& name) const;
    /// `path`: "sk.__sk_common.skc_dport", of an argument, or of `ret`. Throws Error: Usage.
    KernelMember member(const std::string& function, const std::string& path) const;

private:
    struct Place {
        const btf* types;
        const std::string* module;
        std::uint32_t id;
    };
    KernelTypes();
    void add(const btf* types, const std::string& module, std::uint32_t first);
    const Place& place(const std::string& name) const;

    std::vector<std::pair<std::string, std::shared_ptr<const btf>>> types_;  ///< the kernel's, and its modules'
    std::map<std::string, Place, std::less<>> functions_;
};

}  // namespace traceleft
