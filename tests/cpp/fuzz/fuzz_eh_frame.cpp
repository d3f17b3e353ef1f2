// SPDX-License-Identifier: MIT
// A file's .eh_frame, as the unwinding of stacks reads it. scripts/fuzz builds and runs it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "eh_frame.h"

// Whatever the bytes: there are no more rows than the table has room for, in the order of their addresses.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rows = traceleft::unwind_rows({reinterpret_cast<const std::byte*>(data), size}, 0x10000, 0);
    auto before = [](const auto& one, const auto& other) { return one.begin < other.begin; };
    if (rows.size() > 2 * size || !std::is_sorted(rows.begin(), rows.end(), before)) std::abort();
    return 0;
}
