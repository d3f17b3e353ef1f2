// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "bpf_object.h"
#include "measurement.h"
#include "stack_maps.h"
#include "unique_fd.h"

namespace traceleft {

/// Times between two events: what the measures share where they begin and where they end. All keys have first the parts
/// that tell which two events belong together.
class Spans {
public:
    /// `keyed`: the measurement by whose keys times are measured, which is `begin` where `keyed_at_begin`; `begin`: of
    /// the events where they begin; `match`: the parts that tell them apart. Throws Error: Usage, Os.
    Spans(ask::BoundMeasurement keyed, const ask::BoundMeasurement& begin, std::size_t match, bool keyed_at_begin,
          std::uint32_t max_stacks);

    /// Throws Error: Usage where a key can't tell events apart by its first parts.
    void check(const ask::BoundMeasurement& bound) const;
    const ask::BoundMeasurement& keyed() const { return keyed_; }
    std::shared_ptr<const StackMaps> stacks() const { return stacks_; }
    /// Makes an object that is not loaded yet use them.
    void share(BpfObject& object) const;

private:
    ask::BoundMeasurement keyed_;
    std::size_t match_;
    std::uint32_t begin_words_;
    bool keyed_at_begin_;
    std::shared_ptr<const StackMaps> stacks_;
    UniqueFd map_;
};

}  // namespace traceleft
