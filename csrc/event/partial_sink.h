// SPDX-License-Identifier: MIT
#pragma once

#include "value_walk.h"

namespace traceleft {

/// A sink that takes no notice of anything: for those who want some of a value only.
class PartialSink : public ValueSink {
public:
    void scalar(const Value&, std::uint64_t) override {}
    void text(std::string_view, bool) override {}
    void bytes(std::string_view, bool) override {}
    void network_address(const Value&, std::string_view) override {}
    void pointer(std::uint64_t) override {}
    void begin_struct(const StructLayout&, const StructLayout&) override {}
    void key(const Field&) override {}
    void end_struct() override {}
    void begin_list() override {}
    void end_list(bool) override {}
};

}  // namespace traceleft
