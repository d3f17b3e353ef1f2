// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syscall_info.h"
#include "user_probe.h"
#include "value_kinds.h"

namespace traceleft {

struct NamedValue {
    std::string name;
    std::uint64_t value = 0;
};

struct FlagSet;
struct StructLayout;
struct Cases;

/// The meaning of one value: an argument, a field, an element of an array.
struct Value {
    Kind kind = Kind::Uint;
    std::uint32_t size = 0;                          ///< scalars: bytes
    std::uint32_t bit_shift = 0;                     ///< bit fields: from the value's lowest bit
    std::uint32_t bit_width = 0;                     ///< bit fields: bits; 0 elsewhere
    const FlagSet* flags = nullptr;                  ///< Flags; of other numbers, names of single values or bits
    const StructLayout* layout = nullptr;            ///< Struct
    std::shared_ptr<const Value> element = nullptr;  ///< Array
    std::uint32_t count = 0;                         ///< Array: elements; 0: as many as were captured
    std::shared_ptr<const Cases> cases = nullptr;    ///< the meaning depends on another argument, or another field
    bool linked = false;                             ///< in a struct: a pointer, whose memory was captured with that
    std::uint32_t first_member = 0;                  ///< CapSet: the capability of the lowest bit

    std::uint32_t bytes() const;  ///< in memory
};

/// Bits of a word of flags that are a value of their own: a signal, a size's logarithm, permissions.
struct WordPart {
    std::uint64_t mask = 0;  ///< of the word once shifted
    std::uint32_t shift = 0;
    Value value = {};       ///< its set has neither parts nor a form
    std::string form = {};  ///< the text around it, with {} for it; empty: nothing
    bool first = false;     ///< it stands before the flags' names, otherwise behind them
    bool is_shown = false;  ///< even as 0 without a name
};

/// A set of flags: one of `choices` under `mask`, and any of `bits`, composite values before their parts. An
/// enumeration has choices only, under a mask of all bits. A bit of value 0 names the lack of any (PROT_NONE).
struct FlagSet {
    std::uint64_t mask = 0;
    std::vector<NamedValue> choices;  ///< by value
    std::vector<NamedValue> bits;
    std::vector<WordPart> parts = {};    ///< bits that are neither
    std::string form = {};               ///< if not empty, the word's text, with {} for each part: QCMD({}, {})
    std::vector<NamedValue> whole = {};  ///< words that are no flags: personality's 0xffffffff
    bool decimal = false;                ///< bits without a name are a decimal number
};

/// Other meanings of a value, by the masked value of argument `selector`; of a field, by that of the struct's field.
/// Each may have cases of its own.
struct Cases {
    std::size_t selector = 0;
    std::uint32_t mask = 0;
    std::map<std::uint32_t, Value> values;
};

struct Field {
    std::string name;
    std::uint32_t offset = 0;  ///< bytes
    Value value;
    std::uint32_t message_field = 0;  ///< its number in traceleft.proto; 0: its place, from 1
};

/// A struct as user space lays it out. One that begins another (sockaddr) names the one it is by its field `selector`.
struct StructLayout {
    std::uint32_t size = 0;  ///< bytes
    std::vector<Field> fields;
    std::string selector;
    std::map<std::uint64_t, const StructLayout*> cases;
    bool in_pieces = false;  ///< its members are gathered from pieces, and have no offsets
    /// Where several stand one behind the other, the number in each that says how long it is with what follows it, up
    /// to which its last field goes. The size is 0 where all are as long as the struct.
    std::uint32_t record_offset = 0, record_size = 0;
    std::uint32_t record_align = 1;  ///< each begins at a multiple of so many bytes

    /// A field's number in the struct's message.
    std::uint32_t message_field(const Field& field) const {
        return field.message_field ? field.message_field : static_cast<std::uint32_t>(&field - fields.data()) + 1;
    }
};

/// A field's place in the record that a tracepoint makes, or in that of a function.
struct RecordPlace {
    std::uint32_t offset = 0, size = 0;     ///< bytes
    std::uint16_t at = wire::SOURCE_HERE;   ///< SOURCE_*
    std::vector<std::uint32_t> steps = {};  ///< of SOURCE_MEMBER: wire::source_field.step
    bool of_result = false;                 ///< it is read when the function returns
};

struct Argument {
    std::string name;
    std::string type;  ///< as C spells it
    Value value;
    std::optional<int> when_argument;  ///< it means something only where that argument has a bit of `when_mask` set
    std::uint64_t when_mask = 0;
    std::uint32_t message_field = 0;         ///< as Field has it
    bool environment = false;                ///< a vector of strings that is a program's environment
    bool overwritten = false;                ///< the memory is captured as it was passed, too
    std::optional<RecordPlace> record = {};  ///< of a tracepoint's field
};

struct SyscallSchema {
    SyscallInfo syscall;
    Value returns{Kind::Int, 8};
    std::vector<Argument> arguments;
    std::uint32_t message_field = 0;        ///< the number in traceleft.proto's Event; 0: 1000 and the syscall's number
    std::optional<std::size_t> reads = {};  ///< the descriptor whose file's contents it reads: an argument
    std::optional<std::size_t> writes = {};  ///< or writes to
    bool in_pieces = false;               ///< memory behind an argument may be in pieces; EventSchema::add() finds out
    bool pair = false;                    ///< a function's entry and its return, which have one event
    std::optional<UserProbe> probe = {};  ///< of user space: where

    /// Of a pair: whether the function returns anything.
    bool has_result() const { return pair && returns.kind != Kind::Unused; }
};

struct PieceLayouts;

/// The meaning of events: read-only once filled, and shared by every decoder and output. Flag sets and layouts never
/// move, so that values can point to them.
class EventSchema {
public:
    EventSchema();
    ~EventSchema();
    EventSchema(const EventSchema&) = delete;
    EventSchema& operator=(const EventSchema&) = delete;

    void add(SyscallSchema schema);
    const FlagSet* add_flags(const std::string& name, FlagSet flags);
    /// The parts of a set that is there: their values may speak of any other.
    void set_parts(const std::string& name, std::vector<WordPart> parts) { flags_[name].parts = std::move(parts); }
    /// An empty layout at first: structs refer to each other.
    StructLayout& layout(const std::string& name) { return layouts_[name]; }

    /// Null where unknown.
    const SyscallSchema* find(std::string_view syscall) const;
    /// The same, quicker where `nr` is its number.
    const SyscallSchema* find(std::string_view syscall, int nr) const {
        const SyscallSchema* likely = this->likely(nr);
        return likely && likely->syscall.name == syscall ? likely : find(syscall);
    }
    /// The one of its own with that number; null where there is none. An event's name may say that it is another.
    const SyscallSchema* likely(int nr) const {
        return nr >= 0 && std::size_t(nr) < by_number_.size() ? by_number_[nr] : nullptr;
    }
    /// Those of its own, by name.
    const std::map<std::string, SyscallSchema, std::less<>>& calls() const { return syscalls_; }
    const std::map<std::string, FlagSet, std::less<>>& flag_sets() const { return flags_; }
    const std::map<std::string, StructLayout, std::less<>>& layouts() const { return layouts_; }
    const FlagSet* flags(std::string_view name) const;
    const StructLayout* find_layout(std::string_view name) const;
    /// Empty for a layout of another schema.
    std::string_view layout_name(const StructLayout& layout) const;
    std::vector<SyscallInfo> syscalls() const;
    /// The names and numbers of the calls that 32-bit programs make, NAME@32, where there are such.
    std::vector<SyscallInfo> compat_syscalls;
    /// The meaning of these calls; null where it is not loaded. It can be loaded while events are decoded, and once.
    const EventSchema* compat() const { return compat_.load(std::memory_order_acquire); }
    void set_compat(std::shared_ptr<const EventSchema> schema);
    /// The tracepoints that were added, as a schema that may have more; null where there are none.
    const EventSchema* more() const { return more_.load(std::memory_order_acquire); }
    /// Adds sources, while events are decoded. One that is there already must only have more fields at its end. Only
    /// one thread at a time may do so.
    void add_sources(std::shared_ptr<const EventSchema> sources);
    /// How memory in pieces is shown. Only once the schema is filled.
    const PieceLayouts& piece_layouts() const;

private:
    std::map<std::string, SyscallSchema, std::less<>> syscalls_;
    std::vector<const SyscallSchema*> by_number_;  ///< null where there is none
    std::map<std::string, FlagSet, std::less<>> flags_;
    std::map<std::string, StructLayout, std::less<>> layouts_;
    std::shared_ptr<const EventSchema> compat_owner_;
    std::atomic<const EventSchema*> compat_ = nullptr;
    mutable std::shared_ptr<const EventSchema> more_owner_;
    mutable std::atomic<const EventSchema*> more_ = nullptr;
    mutable std::once_flag piece_layouts_made_;
    mutable std::unique_ptr<const PieceLayouts> piece_layouts_;
};

}  // namespace traceleft
