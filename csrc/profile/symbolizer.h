// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "function_name.h"

namespace traceleft {

/// The function and the file that an address belongs to.
struct Symbol {
    std::string function;  ///< "object+0xOFFSET", of the function's start if that is known, where it has no name
    std::string object;    ///< path of the file that is mapped there; empty where there is none
};

/// Names the functions of this process by the symbol tables of the files that are mapped in it. What it has read of
/// them, it keeps: use it for one profile, and from one thread.
class Symbolizer {
public:
    Symbolizer();
    ~Symbolizer();
    Symbolizer(const Symbolizer&) = delete;
    Symbolizer& operator=(const Symbolizer&) = delete;

    const Symbol& symbol(std::uintptr_t address);

private:
    struct Object;
    Symbol find(std::uintptr_t address);

    std::vector<std::unique_ptr<Object>> objects_;
    std::map<std::uintptr_t, Symbol> known_;
};

}  // namespace traceleft
