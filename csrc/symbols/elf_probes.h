// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace traceleft {

/// A function of an ELF file, under one of its names.
struct ElfFunction {
    std::string name;
    std::uint64_t offset = 0;  ///< in the file
    std::uint64_t size = 0;    ///< bytes; 0: unknown
    bool is_chooser = false;   ///< an IFUNC: it returns the address of the function that is called by its name
};

/// A place in an ELF file that <sys/sdt.h> has marked.
struct UsdtPlace {
    std::string provider;
    std::string name;
    std::string arguments;        ///< as split_operands() takes them
    std::uint64_t offset = 0;     ///< in the file
    std::uint64_t semaphore = 0;  ///< offset in the file of the counter that tells the program it is traced; 0: none
};

/// Where an ELF file can be probed.
struct ElfProbes {
    std::vector<ElfFunction> functions;  ///< sorted by name; of several of one name the default version
    std::vector<UsdtPlace> usdt;         ///< sorted by provider and name
    bool is_stripped = false;            ///< only functions that others may call have names
    bool moves_stacks = false;           ///< Go's: a return probe would crash it
};

/// Reads a program, or a shared library. Throws Error::os where it can't be opened, Usage where it is none of this
/// machine.
ElfProbes read_elf_probes(const std::string& path);

}  // namespace traceleft
