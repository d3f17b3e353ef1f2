// SPDX-License-Identifier: MIT
#include "batch.h"

namespace traceleft {

MemoryAccount Batch::appended("traceleft::Batch::append", "batches of events that were put together one by one");

}  // namespace traceleft
