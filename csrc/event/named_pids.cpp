// SPDX-License-Identifier: MIT
#include "named_pids.h"

#include <algorithm>
#include <set>

#include "event_view.h"
#include "partial_sink.h"
#include "value_walk.h"

namespace traceleft {

namespace {

// A fork bomb's siginfos, or a hostile recording's, must not fill an event.
constexpr std::size_t most_numbers = 64;

/// Gathers the numbers that walked values have.
class PidNumbers : public PartialSink {
public:
    void scalar(const Value& value, std::uint64_t bits) override {
        if (value.kind == Kind::Pid) add(static_cast<std::int64_t>(bits));
    }

    void add(std::int64_t value) {
        std::uint32_t number = pid_number(value);
        if (!number || numbers.size() == most_numbers) return;
        if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
    }

    std::vector<std::uint32_t> numbers;
};

/// Finds Kind::Pid in the meaning of a value.
class PidSearch {
public:
    bool in(const Value& value) {
        // Control messages may have credentials.
        if (value.kind == Kind::Pid || value.kind == Kind::Msghdr || value.kind == Kind::Mmsghdr) return true;
        if (value.element && in(*value.element)) return true;
        if (value.cases)
            for (const auto& [_, chosen] : value.cases->values)
                if (in(chosen)) return true;
        return value.layout && in(*value.layout);
    }

private:
    bool in(const StructLayout& layout) {
        if (!seen_.insert(&layout).second) return false;
        for (const Field& field : layout.fields)
            if (in(field.value)) return true;
        return std::any_of(layout.cases.begin(), layout.cases.end(),
                           [&](const auto& each) { return in(*each.second); });
    }

    std::set<const StructLayout*> seen_;  ///< structs refer to each other
};

}  // namespace

NamedPids NamedPids::of(std::span<const std::byte> event) {
    wire::event_header header;
    std::uint64_t count = 0;
    if (event.size() < sizeof(header) + sizeof(count)) return {};
    std::memcpy(&header, event.data(), sizeof(header));
    if (header.magic != wire::EVENT_MAGIC || !(header.flags & wire::EVENT_PIDS)) return {};
    std::size_t room = event.size() - sizeof(header) - sizeof(count);
    std::memcpy(&count, event.data() + event.size() - sizeof(count), sizeof(count));
    if (count > room / sizeof(wire::named_pid)) return {};
    std::size_t size = count * sizeof(wire::named_pid);
    return NamedPids(event.subspan(event.size() - sizeof(count) - size, size));
}

std::optional<wire::named_pid> NamedPids::find(std::int64_t value) const {
    std::uint32_t number = pid_number(value);
    for (std::size_t i = 0; number && i < size(); i++)
        if ((*this)[i].number == number) return (*this)[i];
    return std::nullopt;
}

std::string_view comm_of(const wire::named_pid& named) { return {named.comm, strnlen(named.comm, sizeof(named.comm))}; }

std::vector<std::byte> named_pids_bytes(std::span<const wire::named_pid> all) {
    std::uint64_t count = all.size();
    std::vector<std::byte> bytes(all.size_bytes() + sizeof(count));
    std::memcpy(bytes.data(), all.data(), all.size_bytes());
    std::memcpy(bytes.data() + all.size_bytes(), &count, sizeof(count));
    return bytes;
}

std::uint32_t pid_number(std::int64_t value) {
    auto number = static_cast<std::int32_t>(value);
    if (number == 0 || number == -1 || number == INT32_MIN) return 0;
    return static_cast<std::uint32_t>(number < 0 ? -number : number);
}

bool may_name_pids(const SyscallSchema& call) {
    if (call.returns.kind == Kind::Pid) return true;
    PidSearch search;
    return std::any_of(call.arguments.begin(), call.arguments.end(),
                       [&](const Argument& each) { return search.in(each.value); });
}

std::vector<std::uint32_t> pid_numbers(const EventView& event, const EventSchema& schema) {
    PidNumbers found;
    const SyscallSchema* known = event.schema();
    if (!known) return {};
    std::size_t count = std::min(event.argument_count(), known->arguments.size());
    for (std::size_t i = 0; i < count; i++) {
        if (!event.argument_applies(i)) continue;
        if (event.passed(i)) walk_passed(event, i, schema, found);
        walk_argument(event, i, schema, found);
    }
    if (known->returns.kind == Kind::Pid && event.returned() && !event_errno(event)) found.add(event.header().ret);
    return std::move(found.numbers);
}

}  // namespace traceleft
