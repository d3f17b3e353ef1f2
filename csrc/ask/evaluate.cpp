// SPDX-License-Identifier: MIT
// Questions as they are answered about an event in memory.
#include <algorithm>
#include <cstring>

#include "arithmetic.h"
#include "captured_memory.h"
#include "match.h"
#include "object_field.h"
#include "piece_text.h"
#include "question.h"

namespace traceleft::ask {

namespace {

std::string_view header_bytes(const EventView& event) {
    std::size_t size = event.foreign() ? std::size_t{wire::EVENT_COMMON_SIZE} : sizeof(wire::event_header);
    return {reinterpret_cast<const char*>(&event.header()), size};
}

// As the kernel's programs have it: memory of which a part was captured is there.
std::optional<Captured> memory_of(const Part& part, const EventView& event) {
    std::optional<Captured> memory = part.passed ? event.passed(part.argument) : event.captured(part.argument);
    if (!memory || (memory->status != wire::CAPTURED_OK && memory->status != wire::CAPTURED_TRUNCATED))
        return std::nullopt;
    if (part.in == Part::In::Piece) return find_piece(*memory, part.piece);
    return memory;
}

std::optional<std::uint64_t> load(const Part& part, const EventView& event) {
    if (part.in == Part::In::Argument) {
        if (part.argument >= event.argument_count()) return std::nullopt;
        return number_of(part.value, event.argument(part.argument));
    }
    if (part.in == Part::In::Object) {
        const OpenFile* file = object_at(event, part.argument);
        return file ? object_number(*file, static_cast<ObjectField>(part.offset)) : std::nullopt;
    }
    if (part.in == Part::In::Mismatch) return event.path_mismatch();
    std::string_view bytes = header_bytes(event);
    if (part.in != Part::In::Header) {
        std::optional<Captured> memory = memory_of(part, event);
        if (!memory) return std::nullopt;
        bytes = memory->bytes;
    }
    if (std::size_t{part.offset} + part.size > bytes.size()) return std::nullopt;
    return number_of(part.value, load_bits(bytes.substr(part.offset), part.size));
}

// The flags of a foreign event are 0.
std::optional<std::uint64_t> required(const Part& part, const EventView& event) {
    if (part.in != Part::In::Header) return load(part, event);
    const char* header = reinterpret_cast<const char*>(&event.header());
    return load_bits({header + part.offset, sizeof(wire::event_header) - part.offset}, part.size);
}

bool are_met(const std::vector<Requirement>& requirements, const EventView& event) {
    return std::all_of(requirements.begin(), requirements.end(), [&](const Requirement& each) {
        std::optional<std::uint64_t> number = required(each.part, event);
        return number && ((*number & each.mask) == each.value) == (each.is == Requirement::Is::Equal);
    });
}

struct FoundText {
    std::string_view bytes;
    bool truncated = false;   ///< it went on
    std::string joined = {};  ///< holds the bytes that lie in several places
};

std::optional<FoundText> header_text(const Part& part, const EventView& event) {
    std::string_view bytes = header_bytes(event);
    if (std::size_t{part.offset} + part.size > bytes.size()) return std::nullopt;
    bytes = bytes.substr(part.offset, part.size);
    return FoundText{bytes.substr(0, bytes.find('\0'))};
}

std::optional<FoundText> memory_text(const Part& part, const EventView& event) {
    std::optional<Captured> memory = memory_of(part, event);
    if (!memory) return std::nullopt;
    std::string_view bytes = memory->bytes;
    // A field begins in the memory; all of it is there, however short, unless the capture ended in it.
    if (part.offset > bytes.size() || (part.size && part.offset == bytes.size())) return std::nullopt;
    bytes.remove_prefix(part.offset);
    bool truncated = memory->status == wire::CAPTURED_TRUNCATED;
    if (truncated && part.size > bytes.size()) return std::nullopt;
    if (part.size) bytes = bytes.substr(0, part.size);
    if (part.value.kind == Kind::SocketName)
        bytes = socket_name(part.value, bytes);
    else if (part.value.kind != Kind::Buffer && part.value.kind != Kind::Beyond)
        bytes = bytes.substr(0, bytes.find('\0'));
    return FoundText{bytes, truncated && !part.size};
}

std::optional<FoundText> pieces_text(const Part& part, const EventView& event) {
    std::optional<Captured> memory = event.captured(part.argument);
    if (!memory || !memory->here()) return std::nullopt;
    std::optional<JoinedText> joined = join_pieces(*memory, part.value.kind);
    if (!joined) return std::nullopt;
    return FoundText{{}, joined->truncated, std::move(joined->bytes)};
}

std::optional<FoundText> object_text(const Part& part, const EventView& event) {
    const OpenFile* file = object_at(event, part.argument);
    if (!file) return std::nullopt;
    return FoundText{ask::object_text(*file, static_cast<ObjectField>(part.offset))};
}

std::optional<FoundText> find_text(const Text& text, const EventView& event) {
    if (!are_met(text.requirements, event)) return std::nullopt;
    if (text.part.in == Part::In::Header) return header_text(text.part, event);
    if (text.part.in == Part::In::Pieces) return pieces_text(text.part, event);
    if (text.part.in == Part::In::Object) return object_text(text.part, event);
    return memory_text(text.part, event);
}

std::optional<bool> matches(const Predicate& predicate, std::string_view text, bool truncated) {
    const std::string& pattern = predicate.pattern;
    switch (predicate.matching) {
        case Predicate::Matching::Equal:
            return truncated ? std::nullopt : std::optional(text == pattern);
        case Predicate::Matching::Prefix:
            if (truncated && pattern.size() > text.size()) return std::nullopt;
            return text.substr(0, pattern.size()) == pattern;
        case Predicate::Matching::Suffix:
            if (truncated) return std::nullopt;
            return text.size() >= pattern.size() && text.substr(text.size() - pattern.size()) == pattern;
        case Predicate::Matching::Glob:
        case Predicate::Matching::Regex:
            break;
    }
    if (truncated && !predicate.compiled->is_open()) return std::nullopt;
    bool found = predicate.compiled->matches(text);
    bool decided = !truncated || found || predicate.compiled->is_decided_by(text.size());
    return decided ? std::optional(found) : std::nullopt;
}

bool match_holds(const Predicate& predicate, const EventView& event) {
    std::optional<FoundText> found = find_text(predicate.text, event);
    if (!found) return false;
    std::string_view bytes = predicate.text.part.in == Part::In::Pieces ? found->joined : found->bytes;
    std::optional<bool> matched = matches(predicate, bytes, found->truncated);
    return matched && *matched != predicate.negated;
}

bool compare_holds(const Predicate& predicate, const EventView& event) {
    std::optional<std::uint64_t> left = number(predicate.left, event);
    std::optional<std::uint64_t> right = left ? number(predicate.right, event) : std::nullopt;
    return right && compare(predicate.comparison, *left, predicate.left.is_signed, *right, predicate.right.is_signed);
}

}  // namespace

std::optional<std::uint64_t> number(const Number& number, const EventView& event) {
    if (number.op == Number::Op::Constant) return number.constant;
    if (number.op == Number::Op::Load)
        return are_met(number.requirements, event) ? load(number.part, event) : std::nullopt;
    std::uint64_t operands[2] = {};
    for (std::size_t i = 0; i < number.operands.size() && i < 2; i++) {
        std::optional<std::uint64_t> operand = ask::number(number.operands[i], event);
        if (!operand) return std::nullopt;
        operands[i] = *operand;
    }
    return apply(number.op, number.is_signed, operands[0], operands[1]);
}

bool holds(const Predicate& predicate, const EventView& event) {
    auto child_holds = [&](const Predicate& child) { return holds(child, event); };
    switch (predicate.op) {
        case Predicate::Op::True:
            return true;
        case Predicate::Op::False:
            return false;
        case Predicate::Op::And:
            return std::all_of(predicate.children.begin(), predicate.children.end(), child_holds);
        case Predicate::Op::Or:
            return std::any_of(predicate.children.begin(), predicate.children.end(), child_holds);
        case Predicate::Op::Compare:
            return compare_holds(predicate, event);
        case Predicate::Op::Match:
            return match_holds(predicate, event);
    }
    return false;
}

}  // namespace traceleft::ask
