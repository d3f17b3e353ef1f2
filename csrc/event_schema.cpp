#include "event_schema.h"

#include <utility>

#include "error.h"

namespace traceleft {

Kind parse_kind(std::string_view name) {
    static const std::map<std::string_view, Kind> kinds = {
        {"int", Kind::Int},     {"uint", Kind::Uint},     {"long", Kind::Long},       {"ulong", Kind::Ulong},
        {"size", Kind::Size},   {"fd", Kind::Fd},         {"dirfd", Kind::DirFd},     {"mode", Kind::Mode},
        {"uid", Kind::Uid},     {"gid", Kind::Gid},       {"pointer", Kind::Pointer}, {"string", Kind::String},
        {"flags", Kind::Flags}, {"buffer", Kind::Buffer},
    };
    auto found = kinds.find(name);
    if (found == kinds.end())
        throw Error(ErrorKind::Usage, "the schema has an argument of unknown kind '" + std::string(name) + "'");
    return found->second;
}

void EventSchema::add(SyscallSchema schema) {
    std::string name = schema.syscall.name;
    syscalls_[name] = std::move(schema);
}

const SyscallSchema* EventSchema::find(std::string_view syscall) const {
    auto found = syscalls_.find(syscall);
    return found == syscalls_.end() ? nullptr : &found->second;
}

const FlagSet* EventSchema::flags(const std::string& name) const {
    auto found = flags_.find(name);
    return found == flags_.end() ? nullptr : &found->second;
}

std::vector<SyscallInfo> EventSchema::syscalls() const {
    std::vector<SyscallInfo> all;
    for (const auto& [name, schema] : syscalls_) all.push_back(schema.syscall);
    return all;
}

}  // namespace traceleft
