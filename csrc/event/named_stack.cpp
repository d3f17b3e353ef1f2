// SPDX-License-Identifier: MIT
#include "named_stack.h"

#include <traceleft/stack.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <string_view>
#include <utility>

#include "batch.h"
#include "objects.h"

namespace traceleft {

namespace {

constexpr std::size_t most_frames = wire::STACK_FRAMES + wire::PYTHON_FRAMES;
constexpr std::size_t longest_text = 4096;  // bytes: PATH_MAX, and of templates' functions what is shown

template <typename T>
void append(std::vector<std::byte>& bytes, const T& value) {
    const auto* begin = reinterpret_cast<const std::byte*>(&value);
    bytes.insert(bytes.end(), begin, begin + sizeof(value));
}

std::string_view shortened(const std::string& text) { return std::string_view(text).substr(0, longest_text); }

void append(std::vector<std::byte>& bytes, const NamedFrame& frame) {
    wire::stack_frame_record head{};
    head.offset = frame.offset;
    head.function_offset = frame.function_offset;
    head.line = frame.line;
    const std::string_view texts[] = {shortened(frame.function), shortened(frame.file), shortened(frame.build_id)};
    std::uint16_t* const sizes[] = {&head.function, &head.file, &head.build_id};
    for (std::size_t i = 0; i < std::size(texts); i++) *sizes[i] = static_cast<std::uint16_t>(texts[i].size());
    append(bytes, head);
    for (std::string_view text : texts) {
        const auto* begin = reinterpret_cast<const std::byte*>(text.data());
        bytes.insert(bytes.end(), begin, begin + text.size());
    }
    bytes.resize(padded(bytes.size()));
}

/// Takes a frame from the begin of the bytes; nullopt where none is there.
std::optional<NamedFrame> take_frame(std::span<const std::byte>& bytes) {
    wire::stack_frame_record head;
    if (bytes.size() < sizeof(head)) return std::nullopt;
    std::memcpy(&head, bytes.data(), sizeof(head));
    std::size_t texts = std::size_t{head.function} + head.file + head.build_id;
    if (std::max({head.function, head.file, head.build_id}) > longest_text ||
        bytes.size() < padded(sizeof(head) + texts))
        return std::nullopt;
    const char* text = reinterpret_cast<const char*>(bytes.data()) + sizeof(head);
    NamedFrame frame;
    for (auto [to, size] : {std::pair{&frame.function, head.function}, std::pair{&frame.file, head.file},
                            std::pair{&frame.build_id, head.build_id}}) {
        to->assign(text, size);
        text += size;
    }
    frame.line = head.line;
    frame.offset = head.offset;
    frame.function_offset = head.function_offset;
    bytes = bytes.subspan(padded(sizeof(head) + texts));
    return frame;
}

std::string folded_of(const std::vector<NamedFrame>& frames) {
    std::string text;
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        if (!text.empty()) text += ';';
        for (char letter : frame->function) text += letter == ';' ? ':' : letter;
    }
    return text;
}

bool is_below(const std::shared_ptr<const NamedStack>& stack, std::uint64_t number) { return stack->number() < number; }

}  // namespace

NamedStack::NamedStack(std::uint64_t number, std::vector<NamedFrame> frames, std::uint16_t flags)
    : number_(number), frames_(std::move(frames)), flags_(flags), folded_(folded_of(frames_)) {
    if (frames_.size() > most_frames) frames_.resize(most_frames);
    wire::stack_record head{};
    head.object = {OBJECT_MARK, number, 0, wire::OBJECT_STACK, flags, 0};
    head.frames = static_cast<std::uint32_t>(frames_.size());
    append(record_, head);
    for (const NamedFrame& each : frames_) append(record_, each);
}

std::optional<NamedStack> NamedStack::decode(std::span<const std::byte> record) {
    wire::stack_record head;
    if (record.size() < sizeof(head) || !is_object(record)) return std::nullopt;
    std::memcpy(&head, record.data(), sizeof(head));
    if (head.object.kind != wire::OBJECT_STACK || head.frames > most_frames) return std::nullopt;
    std::vector<NamedFrame> frames;
    record = record.subspan(sizeof(head));
    while (frames.size() < head.frames) {
        std::optional<NamedFrame> frame = take_frame(record);
        if (!frame) return std::nullopt;
        frames.push_back(*std::move(frame));
    }
    return NamedStack(head.object.object, std::move(frames), head.object.flags);
}

const NamedStack& NamedStack::lost() {
    static const NamedStack lost(wire::STACK_LOST, {{"[lost]", ""}}, 0);
    return lost;
}

bool NamedStack::is_cut() const { return flags_ & (wire::STACK_CUT | wire::STACK_PYTHON_CUT); }

bool NamedStack::lacks_python() const { return flags_ & wire::STACK_NO_PYTHON; }

const NamedStack* NamedStacks::find(std::uint64_t number) const {
    auto found = std::lower_bound(stacks_.begin(), stacks_.end(), number, is_below);
    return found != stacks_.end() && (*found)->number() == number ? found->get() : nullptr;
}

void NamedStacks::add(std::shared_ptr<const NamedStack> stack) {
    auto place = std::lower_bound(stacks_.begin(), stacks_.end(), stack->number(), is_below);
    if (place == stacks_.end() || (*place)->number() != stack->number()) stacks_.insert(place, std::move(stack));
}

void NamedStacks::add(const NamedStacks& others) {
    if (others.stacks_.empty()) return;
    std::vector<std::shared_ptr<const NamedStack>> both;
    both.reserve(stacks_.size() + others.stacks_.size());
    std::set_union(stacks_.begin(), stacks_.end(), others.stacks_.begin(), others.stacks_.end(),
                   std::back_inserter(both),
                   [](const auto& one, const auto& other) { return one->number() < other->number(); });
    stacks_ = std::move(both);
}

}  // namespace traceleft
