// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "asking.h"
#include "bpf_object.h"
#include "call_counting.h"
#include "dispatcher.h"
#include "object_programs.h"
#include "question_programs.h"
#include "slot_programs.h"

namespace traceleft {

struct HandlerOptions {
    std::uint64_t program_id = 0;       ///< put on every event of this handler; 0: none
    std::uint32_t buffer_limit = 0;     ///< bytes captured of a buffer, at most wire::EVENT_BUFFER_LIMIT
    std::vector<std::string> syscalls;  ///< load only the programs for these; empty: all that are in the object
    Asking asking = {};                 ///< which of these calls are wanted
    std::shared_ptr<QuestionPrograms> questions = {};  ///< programs that decide about these calls, in place of `asking`
};

/// A handler object, or the part of one that is for some syscalls, loaded for one dispatcher, with the question that is
/// asked of its calls. Its programs live as long as it does, or as a handler map holds them.
class Handler : public SlotPrograms {
public:
    /// Throws Error: Os, Handler, Load, Usage.
    Handler(const std::string& path, Dispatcher& dispatcher, HandlerOptions options);
    /// A loaded handler of which another question is asked, one that it can be asked early.
    Handler(std::shared_ptr<const Handler> loaded, Dispatcher& dispatcher, const std::vector<std::string>& syscalls,
            Asking asking);
    ~Handler() override;

    /// Whether a question is decided wholly before handlers run, of the shipped handlers of these calls. Throws Error:
    /// Usage.
    static bool is_early(Dispatcher& dispatcher, const std::vector<std::string>& syscalls, const Asking& asking);

    const std::string& path() const override { return loaded_ ? loaded_->path() : path_; }
    std::uint32_t number() const override { return loaded_ ? loaded_->number() : number_; }
    std::uint64_t program_id() const override { return loaded_ ? loaded_->program_id() : options_.program_id; }
    std::string question() const override { return questions_ ? questions_->asking().text() : ""; }
    bool calls_others() const override { return questions_ || counting_.any() || (loaded_ && loaded_->calls_others()); }

private:
    struct Part;
    BpfObject open(const Dispatcher& dispatcher) const;
    void select_programs(const Dispatcher& dispatcher);
    void require_hooks(const Dispatcher& dispatcher) const;
    void ask(Dispatcher& dispatcher, bool unnamed);
    std::vector<Part> parts(const Dispatcher& dispatcher) const;
    std::vector<Part> share_out(const std::vector<Part>& parts) const;
    void load_all(Dispatcher& dispatcher);
    void set_up(BpfObject& object, const Part& part, Dispatcher& dispatcher) const;
    void put_behind(const BpfObject& object, Part& part);
    void set_constants(BpfObject& object, const Part& part, const Dispatcher& dispatcher) const;
    bool ends_late(const SlotProgram& program) const;
    void add_entry_times(Dispatcher& dispatcher);

    std::string path_;
    HandlerOptions options_;
    std::shared_ptr<const Handler> loaded_;  ///< the one with the programs, if this has none
    std::shared_ptr<QuestionPrograms> questions_;
    std::unique_ptr<ObjectPrograms> describers_;  ///< null: what descriptors stand for is not told
    CallCounting counting_;
    std::vector<BpfObject> objects_;  ///< the same file, each with some of the programs
    bool compat_ = false;             ///< it is of 32-bit programs' calls
    bool enters_ = false;             ///< a program at a call's entry may keep something for the one at its exit
    std::uint32_t number_ = 0;
};

}  // namespace traceleft
