// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace traceleft {

/// Calls function(address, name, module) for each function in a text of /proc/kallsyms, with views of that text. The
/// address is 0 where addresses are hidden from this process, and the module empty for the kernel itself.
template <typename Function>
void for_each_kernel_symbol(std::string_view text, Function&& function) {
    const char* const end = text.data() + text.size();
    auto view = [](const char* begin, const char* behind) {
        return std::string_view(begin, static_cast<std::size_t>(behind - begin));
    };
    // "ffffffff81000000 T _text", and of a module's "\t[MODULE]" behind it.
    for (const char* line = text.data(); line < end;) {
        const char* next = std::find(line, end, '\n');
        std::uint64_t address = 0;
        const char* at = std::from_chars(line, next, address, 16).ptr;
        if (next - at > 3 && std::string_view("tTwW").find(at[1]) != std::string_view::npos) {
            const char* name = at + 3;
            const char* name_end = std::find(name, next, '\t');
            const char* module = name_end + 2 < next ? name_end + 2 : next;
            function(address, view(name, name_end), view(module, std::find(module, next, ']')));
        }
        line = next + 1;
    }
}

}  // namespace traceleft
