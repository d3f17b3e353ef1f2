// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "batch.h"
#include "task_pool.h"

namespace traceleft {

/// Makes of each batch what stands for it in a file, whatever batches were before it.
class BatchEncoder {
public:
    virtual ~BatchEncoder() = default;
    /// Several threads may call it. Throws Error.
    virtual std::string encode(const Batch& batch) const = 0;
};

/// A batch that a TaskPool encodes.
class Encoding : public Task {
public:
    Encoding(std::shared_ptr<const BatchEncoder> encoder, std::shared_ptr<const Batch> batch)
        : encoder_(std::move(encoder)), batch_(std::move(batch)) {}
    /// Once it is done, and only once.
    std::string take() { return std::move(bytes_); }

private:
    void run() override { bytes_ = encoder_->encode(*batch_); }

    std::shared_ptr<const BatchEncoder> encoder_;
    std::shared_ptr<const Batch> batch_;
    std::string bytes_;
};

}  // namespace traceleft
