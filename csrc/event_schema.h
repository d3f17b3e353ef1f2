#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syscall_info.h"

namespace traceleft {

/// What an argument means, which decides how it is shown and what Python gets for it.
enum class Kind {
    Int,      ///< signed, 32 bits
    Uint,     ///< unsigned, 32 bits
    Long,     ///< signed, 64 bits
    Ulong,    ///< unsigned, 64 bits
    Size,     ///< bytes, 64 bits
    Fd,       ///< file descriptor
    DirFd,    ///< file descriptor or AT_FDCWD
    Mode,     ///< permission bits, octal
    Uid,      ///< -1: unchanged
    Gid,      ///< -1: unchanged
    Pointer,  ///< address
    String,   ///< address of a captured, NUL-terminated string
    Buffer,   ///< address of captured bytes
    Flags,    ///< 32 bits of a flag set
};

/// Throws Error: Usage for an unknown name.
Kind parse_kind(std::string_view name);

struct NamedValue {
    std::string name;
    std::uint64_t value = 0;
};

/// A set of flags: one of `choices` under `mask`, and any of `bits`, composite values before their parts.
struct FlagSet {
    std::uint64_t mask = 0;
    std::vector<NamedValue> choices;
    std::vector<NamedValue> bits;
};

struct Argument {
    std::string name;
    std::string type;  ///< as C spells it
    Kind kind = Kind::Ulong;
    std::string flags;                 ///< Kind::Flags: the flag set's name
    std::optional<int> when_argument;  ///< it means something only where that argument has a bit of `when_mask` set
    std::uint64_t when_mask = 0;
};

struct SyscallSchema {
    SyscallInfo syscall;
    std::vector<Argument> arguments;
};

/// What events mean: read-only once filled, and shared by every decoder and output.
class EventSchema {
public:
    void add(SyscallSchema schema);
    void add_flags(const std::string& name, FlagSet flags) { flags_[name] = std::move(flags); }

    /// Null where unknown.
    const SyscallSchema* find(std::string_view syscall) const;
    const FlagSet* flags(const std::string& name) const;
    std::vector<SyscallInfo> syscalls() const;

private:
    std::map<std::string, SyscallSchema, std::less<>> syscalls_;
    std::map<std::string, FlagSet> flags_;
};

}  // namespace traceleft
