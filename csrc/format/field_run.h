// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "event_fields.h"
#include "text_room.h"

namespace traceleft {

/// The text of fields of the header that stand side by side, from `first` to `last`, and are the same in most events of
/// a thread, or of a CPU. It depends on nothing but their values, and on whether the event is foreign.
template <EventField first, EventField last>
class FieldRun {
public:
    bool is_of(const EventView& event) const {
        return is_made_ && is_foreign_ == event.foreign() && [&]<std::size_t... index>(std::index_sequence<index...>) {
            return ((std::get<index>(values_) == field_value<field_at(index)>(event)) && ...);
        }(std::make_index_sequence<count>());
    }
    const CopiedText& text() const { return text_; }

    void remember(const EventView& event, std::string_view text) {
        [&]<std::size_t... index>(std::index_sequence<index...>) {
            (void(std::get<index>(values_) = field_value<field_at(index)>(event)), ...);
        }(std::make_index_sequence<count>());
        is_foreign_ = event.foreign();
        text_ = CopiedText(text);
        is_made_ = true;
    }

    /// Calls function.operator()<field>() for each of them.
    template <typename Function>
    static void for_each(Function&& function) {
        [&]<std::size_t... index>(std::index_sequence<index...>) {
            (function.template operator()<field_at(index)>(), ...);
        }(std::make_index_sequence<count>());
    }

private:
    static constexpr std::size_t count = static_cast<std::size_t>(last) - static_cast<std::size_t>(first) + 1;
    static constexpr EventField field_at(std::size_t index) {
        return static_cast<EventField>(static_cast<std::size_t>(first) + index);
    }

    // An event's text doesn't outlive it.
    struct Name {
        std::array<char, wire::EVENT_COMM_LEN> bytes = {};
        std::size_t size = 0;

        Name& operator=(std::string_view name) {
            size = name.copy(bytes.data(), bytes.size());
            return *this;
        }
        bool operator==(std::string_view name) const { return std::string_view(bytes.data(), size) == name; }
    };
    template <std::size_t index>
    static auto place() {
        constexpr FieldRow row = field_row<field_at(index)>;
        static_assert(row.is_header() && (row.presence == FieldPresence::always || row.presence == FieldPresence::own ||
                                          row.presence == FieldPresence::asked || row.presence == FieldPresence::set));
        if constexpr (row.type == FieldType::text)
            return Name();
        else
            return FieldValue<field_at(index)>();
    }
    template <std::size_t... index>
    static auto places(std::index_sequence<index...>) {
        return std::tuple(place<index>()...);
    }

    decltype(places(std::make_index_sequence<count>())) values_;
    bool is_made_ = false, is_foreign_ = false;
    CopiedText text_;
};

}  // namespace traceleft
