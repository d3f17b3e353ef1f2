#include "event_schema.h"

#include <algorithm>
#include <utility>

#include "error.h"

namespace traceleft {

namespace {

template <typename Map>
const typename Map::mapped_type* find_in(const Map& map, std::string_view name) {
    auto found = map.find(name);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

Kind parse_kind(std::string_view name) {
    static const std::map<std::string_view, Kind> kinds = {
        {"int", Kind::Int},         {"uint", Kind::Uint},       {"hex", Kind::Hex},         {"fd", Kind::Fd},
        {"dirfd", Kind::DirFd},     {"mode", Kind::Mode},       {"uid", Kind::Uid},         {"gid", Kind::Gid},
        {"pid", Kind::Pid},         {"dev", Kind::Dev},         {"pointer", Kind::Pointer}, {"flags", Kind::Flags},
        {"be16", Kind::Be16},       {"be32", Kind::Be32},       {"in_addr", Kind::InAddr},  {"in6_addr", Kind::In6Addr},
        {"chars", Kind::Chars},     {"string", Kind::String},   {"buffer", Kind::Buffer},   {"struct", Kind::Struct},
        {"array", Kind::Array},     {"strings", Kind::Strings}, {"iovec", Kind::Iovec},     {"msghdr", Kind::Msghdr},
        {"mmsghdr", Kind::Mmsghdr},
    };
    auto found = kinds.find(name);
    if (found == kinds.end())
        throw Error(ErrorKind::Usage, "the schema has a value of unknown kind '" + std::string(name) + "'");
    return found->second;
}

std::uint32_t Value::bytes() const {
    if (kind == Kind::Struct) return layout ? layout->size : 0;
    if (kind == Kind::Array) return element ? count * element->bytes() : 0;
    return size;
}

void EventSchema::add(SyscallSchema schema) {
    std::string name = schema.syscall.name;
    SyscallSchema& here = syscalls_[name] = std::move(schema);
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

const SyscallSchema* EventSchema::find(std::string_view syscall) const { return find_in(syscalls_, syscall); }

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

}  // namespace traceleft
