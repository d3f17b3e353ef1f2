// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "batch_encoder.h"
#include "event_schema.h"
#include "event_view.h"

namespace traceleft {

/// Writes events as messages `Event`, which traceleft/proto/traceleft.proto describes.
class ProtobufEncoder : public BatchEncoder {
public:
    explicit ProtobufEncoder(std::shared_ptr<const EventSchema> schema);

    /// One message, alone. `time`: ns since 1970.
    void encode(const EventView& event, std::int64_t time, std::string& out) const;

    /// All events of a batch, each behind its length, as a varint. Several threads may call it.
    std::string encode(const Batch& batch) const override { return encode(batch, 0); }
    /// The same, or each as field `field` of a message around them. Throws Error: Usage for a field that no message can
    /// have.
    std::string encode(const Batch& batch, std::uint32_t field) const;

private:
    struct Known;

    std::shared_ptr<const EventSchema> schema_;
    std::shared_ptr<Known> known_;
};

}  // namespace traceleft
