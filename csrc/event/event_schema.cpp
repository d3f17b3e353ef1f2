// SPDX-License-Identifier: MIT
#include "event_schema.h"

#include <algorithm>
#include <utility>

#include "error.h"
#include "piece_layouts.h"

namespace traceleft {

namespace {

template <typename Map>
const typename Map::mapped_type* find_in(const Map& map, std::string_view name) {
    auto found = map.find(name);
    return found == map.end() ? nullptr : &found->second;
}

bool may_be_in_pieces(const Value& value) {
    if (facts_of(value.kind).place == Place::Pieces) return true;
    return value.cases && std::any_of(value.cases->values.begin(), value.cases->values.end(),
                                      [](const auto& each) { return may_be_in_pieces(each.second); });
}

}  // namespace

Kind parse_kind(std::string_view name) {
    for (const KindFacts& each : kinds)
        if (each.name == name) return each.kind;
    throw Error(ErrorKind::Usage, "the schema has a value of unknown kind '" + std::string(name) + "'");
}

std::uint32_t Value::bytes() const {
    if (linked) return size;
    if (kind == Kind::Struct) return layout ? layout->size : 0;
    if (kind == Kind::Array) return element ? count * element->bytes() : 0;
    return size;
}

EventSchema::EventSchema() = default;
EventSchema::~EventSchema() = default;

void EventSchema::add(SyscallSchema schema) {
    std::string name = schema.syscall.name;
    SyscallSchema& here = syscalls_[name] = std::move(schema);
    here.in_pieces = std::any_of(here.arguments.begin(), here.arguments.end(),
                                 [](const Argument& each) { return may_be_in_pieces(each.value); });
    constexpr int numbers = 4096;  // far beyond any architecture's
    if (here.syscall.nr < 0 || here.syscall.nr >= numbers) return;
    auto nr = static_cast<std::size_t>(here.syscall.nr);
    if (nr >= by_number_.size()) by_number_.resize(nr + 1);
    by_number_[nr] = &here;
}

const FlagSet* EventSchema::add_flags(const std::string& name, FlagSet flags) {
    std::stable_sort(flags.choices.begin(), flags.choices.end(),
                     [](const NamedValue& a, const NamedValue& b) { return a.value < b.value; });
    return &(flags_[name] = std::move(flags));
}

const SyscallSchema* EventSchema::find(std::string_view syscall) const {
    if (const SyscallSchema* own = find_in(syscalls_, syscall)) return own;
    const SyscallSchema* last = nullptr;
    for (const EventSchema* each = more(); each; each = each->more())
        if (const SyscallSchema* found = find_in(each->syscalls_, syscall)) last = found;
    return last;
}

void EventSchema::add_sources(std::shared_ptr<const EventSchema> sources) {
    const EventSchema* last = this;
    while (const EventSchema* next = last->more()) last = next;
    last->more_owner_ = std::move(sources);
    last->more_.store(last->more_owner_.get(), std::memory_order_release);
}

const FlagSet* EventSchema::flags(std::string_view name) const { return find_in(flags_, name); }

const StructLayout* EventSchema::find_layout(std::string_view name) const { return find_in(layouts_, name); }

std::string_view EventSchema::layout_name(const StructLayout& layout) const {
    for (const auto& [name, known] : layouts_)
        if (&known == &layout) return name;
    return {};
}

std::vector<SyscallInfo> EventSchema::syscalls() const {
    std::vector<SyscallInfo> all;
    for (const auto& [name, schema] : syscalls_) all.push_back(schema.syscall);
    return all;
}

void EventSchema::set_compat(std::shared_ptr<const EventSchema> schema) {
    if (compat_owner_) return;
    compat_owner_ = std::move(schema);
    compat_.store(compat_owner_.get(), std::memory_order_release);
}

const PieceLayouts& EventSchema::piece_layouts() const {
    std::call_once(piece_layouts_made_, [this] { piece_layouts_ = std::make_unique<PieceLayouts>(*this); });
    return *piece_layouts_;
}

}  // namespace traceleft
