// SPDX-License-Identifier: MIT
#include "error.h"

#include <cstring>

namespace traceleft {

std::string errno_text(int errnum) {
    const char* text = strerrordesc_np(errnum);
    return text ? text : "error " + std::to_string(errnum);
}

}  // namespace traceleft
