// SPDX-License-Identifier: MIT
#include "arrow_names.h"

#include "partial_sink.h"
#include "value_names.h"

namespace traceleft {

namespace {

class NamesSink : public PartialSink {
public:
    void scalar(const Value& value, std::uint64_t bits) override {
        visit_names(value, bits, [this](std::string_view name) {
            if (!text.empty()) text += '|';
            text += name;
        });
        if (text.empty() && value.kind == Kind::Flags) text += '0';
    }
    std::string text;
};

}  // namespace

void NameColumn::add(const EventView& event, std::size_t index, const EventSchema& schema, std::size_t row) {
    auto [known, is_new] = known_.try_emplace(event.argument(index), none);
    if (is_new) known->second = index_of(event, index, schema);
    if (known->second == none) return;  // the next row's padding makes it null
    column_.pad_to(row);
    column_.add_index(known->second);
}

std::int32_t NameColumn::index_of(const EventView& event, std::size_t index, const EventSchema& schema) {
    NamesSink names;
    walk_argument(event, index, schema, names);
    return names.text.empty() ? none : column_.index(names.text);
}

}  // namespace traceleft
