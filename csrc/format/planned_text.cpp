// SPDX-License-Identifier: MIT
#include "planned_text.h"

#include "event_text.h"
#include "plain_text.h"
#include "value_text.h"

namespace traceleft {

NumberStyle number_style(const Value& value) {
    if (value.flags) return NumberStyle::Named;
    switch (value.kind) {
        case Kind::Int:
        case Kind::Fd:
        case Kind::Pid:
        case Kind::Uid:
        case Kind::Gid:
            return NumberStyle::Signed;
        case Kind::Uint:
            return NumberStyle::Unsigned;
        case Kind::Hex:
            return NumberStyle::Hex;
        case Kind::Pointer:
            return NumberStyle::Pointer;
        default:
            return NumberStyle::Named;
    }
}

TextMember::TextMember(const std::string& name, const PlannedValue& planned)
    : PlannedValue(planned), key(", " + name + "="), style(number_style(*planned.value)) {
    if (argument) {
        is_conditional = argument->when_argument || value->cases;
        if (argument->environment || argument->overwritten) way = Way::Walk;
        return;
    }
    switch (value->kind) {  // in a struct these depend on what stands around them, or on the event
        case Kind::Fd:
        case Kind::Pid:
        case Kind::SigSet:
        case Kind::UtimeNsec:
            way = Way::Walk;
            break;
        default:
            break;
    }
}

TextMember::Head::Head(const SyscallSchema& call) : returns(number_style(call.returns)) {
    std::string text;
    append_name(call.syscall.name, text);
    name = CopiedText(text + '(');
}

void PlannedText::number(NumberStyle style, const Value& value, std::uint64_t bits, TextCollector& out) {
    switch (style) {
        case NumberStyle::Signed:
            return out.append_number(static_cast<std::int64_t>(bits));
        case NumberStyle::Unsigned:
            return out.append_number(bits);
        case NumberStyle::Hex:
        case NumberStyle::Pointer:
            if (bits)
                out.append_hex(bits);
            else
                out += style == NumberStyle::Hex ? std::string_view("0") : std::string_view("NULL");
            return;
        case NumberStyle::Named:
            out += named(value, bits);
    }
}

const CopiedText& PlannedText::named(const Value& value, std::uint64_t bits) {
    std::uint64_t hash = (reinterpret_cast<std::uintptr_t>(&value) ^ bits) * 0x9e3779b97f4a7c15;
    Named& known = named_[hash >> 56];
    if (known.value != &value || known.bits != bits) {
        word_.clear();
        append_scalar(value, bits, word_);
        known = {&value, bits, CopiedText(word_)};
    }
    return known.text;
}

void PlannedText::structure(const TextPlan& plan, std::string_view bytes, bool inner, TextCollector& out) {
    out += '{';
    std::size_t skipped = TextMember::separator;
    for (const TextPlan::Each& member : plan.members) {
        if (bytes.size() < member.available || (inner && !member.is_sized)) continue;
        out.append(member.key, skipped);
        skipped = 0;
        std::string_view here = bytes.substr(member.offset);
        if (member.way == PlannedValue::Way::Number)
            number(member.style, *member.value, member.reading.of(here), out);
        else if (member.way == PlannedValue::Way::Text)
            quoted(characters(*member.value, here), false, out);
        else
            structure(*member.layout, here, true, out);
    }
    out += '}';
}

void PlannedText::quoted(std::string_view bytes, bool truncated, TextCollector& out) {
    out += '"';
    if (is_plain(bytes)) {
        out += bytes;
    } else {
        append_escaped(bytes, out.flushed());
    }
    if (truncated)
        out += std::string_view("\"...");
    else
        out += '"';
}

}  // namespace traceleft
