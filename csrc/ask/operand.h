// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_schema.h"
#include "expression.h"
#include "names.h"
#include "predicate.h"
#include "spot.h"

namespace traceleft::ask {

/// What an expression that is no comparison means for a syscall. Of several numbers or texts at most one is there in
/// any event: a register's meaning depends on others.
struct Operand {
    std::vector<Number> numbers = {};
    std::vector<Text> texts = {};
    std::optional<std::string> literal = {};  ///< a text that is known already
    bool is_absent = false;                   ///< the syscall has nothing of that name
    bool is_time = false;                     ///< in ns
    bool is_error = false;                    ///< `error` itself
    bool is_named = false;             ///< a named constant, whose bits have the sign of what they are compared with
    bool is_address = false;           ///< an IPv4 address, as a number
    std::vector<Text> addresses = {};  ///< IPv6 ones: 16 bytes each
    std::vector<Names> names = {};     ///< of its numbers
    Place place = {};

    const Number* constant() const {
        bool is_one = numbers.size() == 1 && texts.empty() && numbers.front().op == Number::Op::Constant;
        return is_one ? &numbers.front() : nullptr;
    }
};

/// Looks names up, for one syscall and one side of it.
class OperandBinder {
public:
    /// `one_of_many`: the question is asked of other syscalls, too, and errors don't speak of this one.
    OperandBinder(std::string_view text, const SyscallSchema* syscall, const EventSchema& schema, bool entry,
                  bool one_of_many = false);

    /// `context`: the names that the other side of an operator has, whose constants come first.
    Operand bind(const Expression& expression, const std::vector<Names>& context);
    /// The names of the numbers in an expression.
    std::vector<Names> names_in(const Expression& expression);

    /// Errors don't suggest names: that takes ms, where one of many syscalls is tried.
    void suggest_nothing() { suggests_ = false; }

    /// The names that the syscall lacks, of all that were bound.
    const std::vector<std::string>& missing() const { return missing_; }

    [[noreturn]] void refuse(Place place, const std::string& wrong) const { throw question_error(text_, place, wrong); }

private:
    std::optional<Operand> find_value(const std::string& name) const;
    std::optional<Operand> find_header(const std::string& name) const;
    /// The fields of that name, by their places in the call's structs.
    std::vector<NamedSpots> fields_called(const std::string& name) const;
    std::optional<Operand> find_field(const std::string& name, Place place) const;
    Operand bind_name(const Expression& expression, const std::vector<Names>& context);
    Operand bind_member(const Expression& expression);
    /// A field of the object that a descriptor stands for; nullopt where it speaks of none.
    std::optional<Operand> find_object(const Expression& expression) const;
    std::optional<std::uint32_t> object_place(const Expression& expression) const;
    Operand bind_register(const Expression& expression) const;
    Operand bind_unary(const Expression& expression, const std::vector<Names>& context);
    Operand bind_binary(const Expression& expression, const std::vector<Names>& context);

    /// The places that a name or x.f.g may stand for; nullopt where it stands for none.
    std::optional<std::vector<Spot>> spots_of(const Expression& expression);
    bool is_tracepoint() const;
    /// It is no call and no function that returns anything.
    bool lacks_result() const;
    bool is_pair() const { return syscall_ && syscall_->pair; }
    /// A member that a function's argument leads to, which is one of its fields by the whole way's name.
    std::optional<Operand> find_member(const Expression& expression);
    std::optional<std::size_t> argument_index(std::string_view name) const;
    Operand from_spots(const std::vector<Spot>& spots) const;
    Operand absent(const std::string& name, Place place);
    /// Whether the call opens or executes a file by its name.
    bool resolves_path() const;
    Operand resolved_path(Place place);
    Operand path_mismatch(Place place);
    bool is_descriptor_somewhere(const Expression& expression) const;

    std::optional<std::uint64_t> find_number(const std::string& name, const std::vector<Names>& context,
                                             Place place) const;
    std::optional<std::uint64_t> find_in(const std::vector<Names>& sets, const std::string& name, Place place) const;
    bool is_known_elsewhere(std::string_view name) const;
    [[noreturn]] void refuse_name(const std::string& name, Place place, const std::vector<Names>& context) const;
    void check_numbers(const Operand& operand) const;

    std::string_view text_;
    const SyscallSchema* syscall_;
    const EventSchema& schema_;  ///< all syscalls' of any ABI
    const EventSchema& own_;     ///< this syscall's
    bool entry_;
    bool one_of_many_;
    bool suggests_ = true;
    std::vector<std::string> missing_;
};

}  // namespace traceleft::ask
