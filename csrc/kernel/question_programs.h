// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "asking.h"
#include "bpf_object.h"
#include "dispatcher.h"
#include "slot_programs.h"
#include "unique_fd.h"

namespace traceleft {

/// Enters a handler's program into the map by which a program before it calls the handlers of its calls:
/// question_index() of <traceleft/registers.h>. Throws Error::os.
void enter_handler(const Dispatcher& dispatcher, const bpf_map* handlers, const SlotProgram& program, bool one_call);

/// A question about the calls of one handler, and the programs in which the kernel asks it. They live as long as it
/// does.
class QuestionPrograms {
public:
    /// Throws Error: Usage where it asks for something that is not measured.
    QuestionPrograms(Dispatcher& dispatcher, Asking asking);
    virtual ~QuestionPrograms() = default;
    QuestionPrograms(const QuestionPrograms&) = delete;
    QuestionPrograms& operator=(const QuestionPrograms&) = delete;

    const Asking& asking() const { return asking_; }
    /// Binds it to the calls of those that make events: at once, for a name may fit some calls and not others. Throws
    /// Error: Usage.
    virtual void bind(const std::vector<SlotProgram>& programs);
    /// What is asked of the calls of a program that was among them.
    const AskedCall& asked(const SlotProgram& program) const { return asked_.at(place_of(program)); }
    bool is_late() const;
    /// The number that events carry where the reader decides about some of them; 0: it doesn't.
    std::uint32_t behind() const { return behind_; }

    /// Puts programs that decide early before those of a handler that record, wherever there is something to decide;
    /// and before those that keep memory.
    void put_before(std::vector<SlotProgram>& programs);

    /// Puts programs that decide late behind those of one loaded object, which can share programs behind them and come
    /// to them by its map. `handler`: the number under which its runs are timed.
    void put_behind(const BpfObject& object, const std::vector<SlotProgram>& programs, std::uint32_t handler);

    /// Puts the question, and the limits beside it, into a program that has room for them itself, before it is loaded;
    /// returns that program.
    bpf_program* put_into(BpfObject& object, const SlotProgram& program);

    /// A program that executes another may return by the other ABI's number, so that a number doesn't tell whose it is.
    static bool is_alone(const SlotProgram& program);

protected:
    /// Loads the program that decides late on the events of this one, and returns its descriptor.
    virtual int load_late(const SlotProgram& program, std::uint32_t handler);
    AskedPlace place_of(const SlotProgram& program) const;

    Dispatcher& dispatcher_;
    std::map<AskedPlace, AskedCall> asked_;
    std::vector<BpfObject> objects_;

private:
    /// Programs of which one program can ask, as far as its constants and type go, and its instructions.
    struct Kind {
        Side side;
        bool keeps;            ///< they keep memory
        std::uint32_t group;   ///< Dispatcher::tail_call_group()
        bool registers_given;  ///< constants of <traceleft/maps.h> and bpf/questions.bpf.c
        bool entered;          ///< something is kept at the entry
        bool entry_timed;      ///< its time is
        std::string alone;     ///< the call's name; empty where it can share
        std::string code;      ///< the instructions' bytes
        auto operator<=>(const Kind&) const = default;
    };
    Kind kind_of(const SlotProgram& program, const std::vector<SlotProgram>& all, const ask::Program& code) const;
    void load_early(const std::vector<SlotProgram*>& programs, const Kind& kind);
    /// Has the object's program limit the events that a call sends.
    void limit(BpfObject& object, const AskedCall& call);
    void limit_rate(BpfObject& object);
    void limit_key(BpfObject& object, std::uint32_t key_size);

    Asking asking_;
    std::uint32_t behind_ = 0;
    UniqueFd rate_buckets_, first_calls_;  ///< one map for all of the programs; none where there is no limit
};

}  // namespace traceleft
