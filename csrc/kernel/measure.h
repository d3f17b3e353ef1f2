// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bpf_object.h"
#include "dispatcher.h"
#include "handler.h"
#include "kept_calls.h"
#include "measure_map.h"
#include "measurement.h"
#include "slot_programs.h"
#include "spans.h"
#include "stack_maps.h"

namespace traceleft {

struct MeasureOptions {
    std::string handlers;          ///< path of the shipped handlers, for what is captured memory
    std::uint32_t max_keys = 0;    ///< keys that the table has room for
    bool all_named = false;        ///< each call was named, so that one without a hook here is an error
    bool compat = false;           ///< the calls are those of 32-bit programs, and so are the handlers
    std::uint32_t max_stacks = 0;  ///< different stacks that there is room for, where keys have such
    std::shared_ptr<const Spans> spans =
        nullptr;          ///< the times of these are measured, of tracepoints; null: each event is
    bool begins = false;  ///< where they begin, and not where they end
};

/// The programs of a measurement, and the table that they fill: for the slots of one dispatcher, which has no other.
class Measure : public SlotPrograms {
public:
    /// Throws Error: Usage, Load, Capacity.
    Measure(Dispatcher& dispatcher, ask::BoundMeasurement bound, MeasureOptions options);

    const std::string& path() const override {
        return options_.compat ? dispatcher_.options().compat_questions_object : dispatcher_.options().questions_object;
    }
    const ask::BoundMeasurement& bound() const { return bound_; }
    std::vector<MeasureRow> read() const;
    /// The maps that hold the stacks in its keys.
    std::shared_ptr<const StackMaps> stacks() const { return stacks_; }

private:
    class LateQuestions;
    /// Calls whose programs are the same.
    struct Group {
        ask::Program code;
        Side side;
        std::vector<std::string> syscalls;
    };

    /// By whose keys the table is.
    const ask::BoundMeasurement& keyed() const { return options_.spans ? options_.spans->keyed() : bound_; }
    void leave_out_calls_without_hooks();
    std::vector<Group> group_early() const;
    void load_early(const Group& group);
    void load_late();
    /// Sources that one program measures: one, or functions whose arguments nobody asks for.
    using Sources = std::vector<const ask::MeasuredCall*>;
    std::vector<Sources> group_sources();
    std::optional<ask::Program> compile_early(const ask::MeasuredCall& call) const;
    void load_sources(const Sources& sources);
    BpfObject open_questions();
    void share_table(BpfObject& object);
    void share_stacks(BpfObject& object);
    void load(BpfObject& object);
    void add_programs(const Group& group, int program);

    Dispatcher& dispatcher_;
    ask::BoundMeasurement bound_;
    MeasureOptions options_;
    KeptCalls kept_;
    std::vector<BpfObject> objects_;
    int table_ = -1;  ///< the map's descriptor, which the first object that was loaded has
    std::shared_ptr<const StackMaps> stacks_;
    std::unique_ptr<Handler> late_;  ///< handlers of the calls that are measured late; null: none is
};

}  // namespace traceleft
