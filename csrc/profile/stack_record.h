// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace traceleft {

/// One thread's stack, as a signal handler takes it: of fixed size, so that nothing is allocated. Frames are the leaf
/// first; frames that don't fit are left out at the root.
class StackRecord {
public:
    static constexpr std::size_t most_frames = 128;  ///< native ones, and as many of Python
    static constexpr std::size_t most_text = 12 * 1024;

    /// A piece of the record's text.
    struct Text {
        std::uint16_t offset = 0;
        std::uint16_t size = 0;
    };
    struct PythonFrame {
        Text function;
        Text file;
        std::int32_t line = 0;  ///< 0: unknown
    };

    void clear() {
        native_count = 0;
        python_count = 0;
        text_size_ = 0;
    }

    std::string_view text(Text piece) const { return {text_ + piece.offset, piece.size}; }

    /// Adds a character to the text; whether there was room.
    bool put(char character) {
        if (text_size_ >= most_text) return false;
        text_[text_size_++] = character;
        return true;
    }
    std::size_t text_size() const { return text_size_; }
    /// The text from `begin` to where it ends now.
    Text text_since(std::size_t begin) const {
        return {static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(text_size_ - begin)};
    }

    pid_t tid = 0;
    std::uint32_t count = 0;  ///< samples that it stands for
    std::size_t native_count = 0;
    std::size_t python_count = 0;
    /// Addresses of instructions: the leaf's next one, and the calls of the others.
    std::uintptr_t native[most_frames];
    PythonFrame python[most_frames];

private:
    std::size_t text_size_ = 0;
    char text_[most_text];
};

}  // namespace traceleft
