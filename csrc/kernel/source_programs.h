// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "asking.h"
#include "bpf_object.h"
#include "dispatcher.h"
#include "kept_calls.h"
#include "question_programs.h"
#include "slot_programs.h"

namespace traceleft {

struct SourceOptions {
    std::uint64_t program_id = 0;    ///< put on every event; 0: none
    std::uint32_t buffer_limit = 0;  ///< bytes captured of bytes of any length, at most wire::EVENT_PATH_LIMIT
    Asking asking = {};              ///< which of the events are wanted
};

/// The programs that make events of tracepoints and functions, with the question that is asked of them; and those of a
/// handler that is put in place together with them.
class SourcePrograms : public SlotPrograms {
public:
    /// `beside` may be null. Throws Error: Handler, Load, Usage.
    SourcePrograms(Dispatcher& dispatcher, const std::vector<std::string>& sources, SourceOptions options,
                   std::shared_ptr<SlotPrograms> beside);

    const std::string& path() const override { return beside_ ? beside_->path() : path_; }
    std::uint32_t number() const override { return beside_ ? beside_->number() : 0; }
    std::uint64_t program_id() const override { return options_.program_id; }
    std::string question() const override { return options_.asking.text(); }
    bool calls_others() const override { return beside_ && beside_->calls_others(); }

private:
    void load(SlotProgram& program, std::vector<SlotProgram>& entries);

    Dispatcher& dispatcher_;
    SourceOptions options_;
    std::shared_ptr<SlotPrograms> beside_;
    std::string path_;
    QuestionPrograms questions_;
    KeptCalls kept_;
    std::vector<BpfObject> objects_;
};

}  // namespace traceleft
