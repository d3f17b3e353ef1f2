// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json_plan.h"
#include "text_room.h"
#include "value_walk.h"

namespace traceleft {

/// Appends a text as a JSON string: UTF-8, with U+FFFD for bytes that are none; control characters, and others that end
/// a line, are escaped. Returns whether all of it was UTF-8.
bool append_json_string(std::string_view text, std::string& out);
void append_base64(std::string_view bytes, std::string& out);

/// Receives the bytes of text that is no UTF-8, by its place in the event ("filename", "argv[1]").
class UndecodableSink {
public:
    virtual ~UndecodableSink() = default;
    virtual void undecodable(std::string_view place, std::string_view bytes) = 0;
};

/// Texts that come again and again in events of one schema, each in the place that its hash gives it.
class KnownTexts {
public:
    Plans<JsonMember> plans;
    /// A name of the schema's as a key behind another member: ,"name":
    std::string_view key(std::string_view name);
    /// The names that a number has, a list. Not of capabilities, whose names depend on their place, too.
    std::string_view names(const Value& value, std::uint64_t bits);

private:
    struct Key {
        const char* name = nullptr;  ///< the schema's own, which stays where it is
        std::size_t size = 0;
        std::string text;
    };
    struct Names {
        const FlagSet* set = nullptr;
        Kind kind = Kind::Uint;
        std::uint32_t size = 0;
        std::uint64_t bits = 0;
        std::string text;
    };
    std::array<Key, 256> keys_;
    std::array<Names, 256> names_;
};

/// Writes walked values as JSON.
class ValueJson : public ValueSink {
public:
    /// `place` is that of the first value; "" where that is an object of all arguments. With `names`, NAME_names stands
    /// behind a flag's, an enumeration's or a directory's number, a list; behind a list of such numbers, a list of
    /// lists. `known` is kept for more of the same events.
    ValueJson(std::string& out, std::string_view place, UndecodableSink& undecodable, bool names,
              KnownTexts* known = nullptr)
        : out_(out), place_(place), undecodable_(undecodable), names_(names), known_(known) {}

    /// Begins anew at another place, with the memory that it has.
    void restart(std::string_view place) { place_ = place, depth_ = 0; }

    /// An object of walked values, until end_struct().
    void begin_object() { begin(false); }
    void member(std::string_view name);
    /// The same of a name that the schema has, which stays where it is.
    void known_member(std::string_view name);

    /// An object of all arguments of an event; `plan` is its call's. `text` collects what goes to the same string.
    void arguments(const JsonPlan& plan, const EventView& event, const EventSchema& schema, TextCollector& text);

    void scalar(const Value& value, std::uint64_t bits) override;
    void text(std::string_view bytes, bool truncated) override;
    void bytes(std::string_view bytes, bool truncated) override { text(bytes, truncated); }
    void network_address(const Value& value, std::string_view bytes) override;
    void pointer(std::uint64_t address) override;
    bool whole_struct(const StructLayout& layout, const StructLayout& specific, std::string_view bytes,
                      bool inner) override;
    void begin_struct(const StructLayout&, const StructLayout&) override { begin(false); }
    void key(const Field& field) override { known_member(field.name); }
    void end_struct() override { end(); }
    void begin_list() override { begin(true); }
    void end_list(bool) override { end(); }

private:
    /// A struct or a list that is open, for places.
    struct Level {
        bool list;
        std::size_t members;
        std::string_view key;  ///< of a struct, the last
        std::string names;     ///< of a list: its elements', a list each
    };

    Level* level() { return depth_ ? &levels_[depth_ - 1] : nullptr; }
    void begin_value();
    void key(const JsonMember& member, bool is_first, TextCollector& text);
    void quoted(std::string_view bytes, TextCollector& text);
    void memory(const JsonPlan::Each& member, const EventView& event, std::size_t index, TextCollector& text);
    void number(const JsonMember& member, std::uint64_t bits, TextCollector& text);
    void planned(const JsonPlan& plan, std::string_view bytes, bool inner, TextCollector& text);
    void begin(bool list);
    void open(bool list);
    void end();
    void begin_names(std::string_view key);
    void append_names(const Value& value, std::uint64_t bits, std::string& out);
    std::string place() const;

    std::string& out_;
    std::string_view place_;
    UndecodableSink& undecodable_;
    bool names_;
    std::vector<Level> levels_;  ///< those that are open, and behind them some that were
    std::size_t depth_ = 0;
    KnownTexts* known_;
};

}  // namespace traceleft
