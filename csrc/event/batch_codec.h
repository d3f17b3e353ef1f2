// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "batch.h"
#include "batch_encoder.h"

namespace traceleft {

/// Compresses batches with zstd, as a recording keeps them: each by itself, so that a reader can begin with any and a
/// damaged one harms no other. Events come back as they were, byte for byte.
///
/// A frame is
///
///     i64 realtime_offset | i32 utc_offset | u32 events | zstd of: events x u32 size | zstd of: the events, each
///     padded to 8 | zstd of: u32 sizes | zstd of: the records of the objects that the events refer to, likewise:
///     processes and then files
///
/// The last two parts are there where the highest bit of `events` is set. Records of more than 8 MiB are left out.
class BatchCompressor : public BatchEncoder {
public:
    BatchCompressor();
    ~BatchCompressor() override;
    /// The frame. Throws Error: Usage for a batch that is larger than any that a tracer makes.
    std::string encode(const Batch& batch) const override;

private:
    struct Contexts;
    std::unique_ptr<Contexts> contexts_;
};

/// The batch of such a frame. Throws Error: Usage for bytes that are none.
Batch decompress_batch(std::string_view frame);

}  // namespace traceleft
