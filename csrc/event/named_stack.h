// SPDX-License-Identifier: MIT
#pragma once

#include <traceleft/event.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace traceleft {

/// A frame of a stack as people know it.
struct NamedFrame {
    std::string
        function;      ///< "libfoo.so+0x1234", of its place in the file, where it has no name; [unknown] without a file
    std::string file;  ///< that has its code, or its source; [kernel], or [a_module]
    std::uint32_t line = 0;             ///< the function's first in a source; 0: unknown
    std::uint64_t offset = 0;           ///< of the instruction in the file that has its code
    std::string build_id = {};          ///< of that file, in hex
    std::uint64_t function_offset = 0;  ///< of the instruction from the function's begin; 0: that is not known

    bool operator==(const NamedFrame&) const = default;
};

/// A stack, whose functions were named where it was taken: never changed afterwards. Events refer to it by its number.
class NamedStack {
public:
    /// `flags`: wire::STACK_*.
    NamedStack(std::uint64_t number, std::vector<NamedFrame> frames, std::uint16_t flags);
    /// nullopt where the bytes are no record of a stack. Any bytes can be given.
    static std::optional<NamedStack> decode(std::span<const std::byte> record);
    /// In the place of one that there was no room for: its only frame is [lost].
    static const NamedStack& lost();

    std::uint64_t number() const { return number_; }
    std::uint64_t key() const { return number_; }
    /// With the leaf first.
    const std::vector<NamedFrame>& frames() const { return frames_; }
    /// It has more frames.
    bool is_cut() const;
    /// It is of an interpreter whose frames were not found.
    bool lacks_python() const;
    /// One text: the functions from the root to the leaf, with ; between them.
    const std::string& folded() const { return folded_; }
    /// The whole record, as <traceleft/event.h> lays it out.
    std::span<const std::byte> raw() const { return record_; }

private:
    std::uint64_t number_;
    std::vector<NamedFrame> frames_;
    std::uint16_t flags_;
    std::string folded_;
    std::vector<std::byte> record_;
};

/// The stacks that a batch's events refer to.
class NamedStacks {
public:
    /// Null for one that isn't here.
    const NamedStack* find(std::uint64_t number) const;
    void add(std::shared_ptr<const NamedStack> stack);
    void add(const NamedStacks& others);
    std::size_t size() const { return stacks_.size(); }
    /// In the order of their numbers.
    const std::vector<std::shared_ptr<const NamedStack>>& all() const { return stacks_; }

private:
    std::vector<std::shared_ptr<const NamedStack>> stacks_;
};

}  // namespace traceleft
