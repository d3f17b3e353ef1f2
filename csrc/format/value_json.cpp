// SPDX-License-Identifier: MIT
#include "value_json.h"

#include <span>
#include <utility>

#include "captured_memory.h"
#include "output_limit.h"
#include "plain_text.h"
#include "utf8.h"
#include "value_names.h"
#include "value_text.h"

namespace traceleft {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_code(unsigned code, std::string& out) {
    char text[] = {'\\', 'u', '0', '0', '0', '0'};
    for (int at = 5; code; code >>= 4) text[at--] = hex_digits[code & 0xf];
    out.append(text, sizeof(text));
}

void append_ascii(char byte, std::string& out) {
    constexpr std::string_view bytes = "\"\\\n\r\t\b\f";
    constexpr std::string_view letters = "\"\\nrtbf";
    std::size_t known = byte ? bytes.find(byte) : std::string_view::npos;  // buffers have most of all zeros
    if (known == std::string_view::npos) return append_code(static_cast<unsigned char>(byte), out);
    const char text[] = {'\\', letters[known]};
    out.append(text, sizeof(text));
}

void append_character(std::string_view bytes, std::string& out) {
    // Terminals take U+0080 to U+009F for commands, and some readers U+2028 and U+2029 for the end of a line.
    if (bytes.size() == 2 && bytes < "\xc2\xa0") return append_code(static_cast<unsigned char>(bytes[1]), out);
    if (bytes == "\xe2\x80\xa8") return append_code(0x2028, out);
    if (bytes == "\xe2\x80\xa9") return append_code(0x2029, out);
    out += bytes;
}

bool append_json_text(std::string_view text, std::string& out) {
    bool valid = true;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t plain = at + plain_prefix(text.substr(at));
        out.append(text.data() + at, plain - at);
        if (plain == text.size()) break;
        Utf8Character next = next_utf8(text.substr(plain));
        at = plain + next.size;
        if (!next.valid) {
            out += "\xef\xbf\xbd";
            valid = false;
        } else if (next.size == 1) {
            append_ascii(text[plain], out);
        } else {
            append_character(text.substr(plain, next.size), out);
        }
    }
    return valid;
}

void list_names(const Value& value, std::uint64_t bits, std::string& out) {
    out += '[';
    bool first = true;
    visit_names(value, bits, [&](std::string_view name) {
        out += first ? "\"" : ",\"";
        first = false;
        append_json_text(name, out);
        out += '"';
    });
    out += ']';
}

}  // namespace

bool append_json_string(std::string_view text, std::string& out) {
    out += '"';
    bool valid = append_json_text(text, out);
    out += '"';
    return valid;
}

void append_base64(std::string_view bytes, std::string& out) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::string_view three = bytes.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; i++)
            bits = bits << 8 | (i < three.size() ? static_cast<unsigned char>(three[i]) : 0);
        char four[4];
        for (std::size_t i = 0; i < 4; i++) four[i] = i <= three.size() ? digits[bits >> (18 - 6 * i) & 63] : '=';
        out.append(four, sizeof(four));
    }
}

std::string_view KnownTexts::key(std::string_view name) {
    Key& key = keys_[reinterpret_cast<std::uintptr_t>(name.data()) / alignof(std::string) % keys_.size()];
    if (key.name != name.data() || key.size != name.size()) {
        key = {name.data(), name.size(), ",\""};
        append_json_text(name, key.text);
        key.text += "\":";
    }
    return key.text;
}

std::string_view KnownTexts::names(const Value& value, std::uint64_t bits) {
    std::uint64_t hash = (reinterpret_cast<std::uintptr_t>(value.flags) ^ bits) * 0x9e3779b97f4a7c15;
    Names& names = names_[hash >> 56];
    if (names.set != value.flags || names.kind != value.kind || names.size != value.size || names.bits != bits) {
        names = {value.flags, value.kind, value.size, bits, {}};
        list_names(value, bits, names.text);
    }
    return names.text;
}

void ValueJson::begin_value() {
    check_output(out_.size());
    if (Level* open = level(); open && open->list && open->members++) out_ += ',';
}

void ValueJson::scalar(const Value& value, std::uint64_t bits) {
    begin_value();
    if (may_be_negative(value.kind))
        append_number(static_cast<std::int64_t>(bits), out_);
    else
        append_number(bits, out_);
    Level* open = level();
    if (!names_ || (!value.flags && value.kind != Kind::DirFd) || !open) return;
    if (open->list) {
        open->names += open->names.empty() ? "" : ",";
        append_names(value, bits, open->names);
    } else {
        begin_names(open->key);
        append_names(value, bits, out_);
    }
}

void ValueJson::begin_names(std::string_view key) {
    out_ += ",\"";
    append_json_text(key, out_);
    out_ += "_names\":";
}

void ValueJson::append_names(const Value& value, std::uint64_t bits, std::string& out) {
    if (known_ && value.kind != Kind::CapSet)
        out += known_->names(value, bits);
    else
        list_names(value, bits, out);
}

void ValueJson::key(const JsonMember& member, bool is_first, TextCollector& text) {
    text.append(member.key, is_first);
    level()->key = *member.name;
}

void ValueJson::number(const JsonMember& member, std::uint64_t bits, TextCollector& text) {
    if (member.is_signed)
        text.append_number(static_cast<std::int64_t>(bits));
    else
        text.append_number(bits);
    if (!member.names_key.size()) return;
    text += member.names_key;
    text += known_->names(*member.value, bits);
}

void ValueJson::quoted(std::string_view bytes, TextCollector& text) {
    if (is_plain(bytes)) {
        text += '"';
        text += bytes;
        text += '"';
    } else if (!append_json_string(bytes, text.flushed())) {
        undecodable_.undecodable(place(), bytes);
    }
}

void ValueJson::arguments(const JsonPlan& plan, const EventView& event, const EventSchema& schema,
                          TextCollector& text) {
    text += '{';
    open(false);
    for (std::size_t i = 0; i < event.argument_count(); i++) {
        const JsonPlan::Each* member = i < plan.members.size() ? &plan.members[i] : nullptr;
        if (member && member->way == JsonMember::Way::Number) {
            key(*member, !i, text);
            number(*member, member->reading.of(event.argument(i)), text);
        } else if (member && member->way != JsonMember::Way::Walk) {
            key(*member, !i, text);
            memory(*member, event, i, text);
        } else {
            text.flush();
            level()->members = i;
            known_member(argument_name(event, i));
            walk_argument(event, i, schema, *this);
        }
    }
    text += '}';
    depth_--;
}

void ValueJson::memory(const JsonPlan::Each& member, const EventView& event, std::size_t index, TextCollector& text) {
    std::optional<Captured> memory = readable_memory(event, index, *member.value);
    if (!memory)
        text += std::string_view("null");
    else if (member.way == JsonMember::Way::Text)
        quoted(memory->bytes, text);
    else
        planned(*member.layout, memory->bytes, false, text);
}

bool ValueJson::whole_struct(const StructLayout&, const StructLayout& specific, std::string_view bytes, bool inner) {
    if (!known_ || !names_) return false;
    const JsonPlan& plan = known_->plans.of(specific);
    if (!plan.whole) return false;
    begin_value();
    TextCollector text(out_);
    planned(plan, bytes, inner, text);
    text.flush();
    return true;
}

// As Walk::structure() goes through it.
void ValueJson::planned(const JsonPlan& plan, std::string_view bytes, bool inner, TextCollector& text) {
    text += '{';
    open(false);
    bool is_first = true;
    for (const JsonPlan::Each& member : plan.members) {
        if (bytes.size() < member.available || (inner && !member.is_sized)) continue;
        std::string_view here = bytes.substr(member.offset);
        key(member, std::exchange(is_first, false), text);
        switch (member.way) {
            case JsonMember::Way::Number:
                number(member, member.reading.of(here), text);
                break;
            case JsonMember::Way::Text:
                quoted(characters(*member.value, here), text);
                break;
            default:
                planned(*member.layout, here, true, text);
        }
    }
    text += '}';
    depth_--;
}

void ValueJson::text(std::string_view bytes, bool) {
    begin_value();
    if (!append_json_string(bytes, out_)) undecodable_.undecodable(place(), bytes);
}

std::string ValueJson::place() const {
    std::string place(place_);
    for (const Level& level : std::span(levels_).first(depth_)) {
        if (level.list) {
            place += '[';
            append_number(level.members - 1, place);
            place += ']';
            continue;
        }
        if (!place.empty()) place += '.';
        place += level.key;
    }
    return place;
}

void ValueJson::network_address(const Value& value, std::string_view bytes) {
    begin_value();
    append_json_string(network_address_text(value, bytes), out_);
}

void ValueJson::pointer(std::uint64_t) {
    begin_value();
    out_ += "null";
}

void ValueJson::begin(bool list) {
    begin_value();
    out_ += list ? '[' : '{';
    open(list);
}

void ValueJson::open(bool list) {
    if (depth_ == levels_.size()) levels_.emplace_back();
    Level& opened = levels_[depth_++];
    opened.list = list;
    opened.members = 0;
    opened.key = {};
    opened.names.clear();
}

void ValueJson::end() {
    const Level& closed = levels_[--depth_];
    out_ += closed.list ? ']' : '}';
    const Level* open = level();
    if (closed.names.empty() || !open || open->list) return;
    begin_names(open->key);
    ((out_ += '[') += closed.names) += ']';
}

void ValueJson::known_member(std::string_view name) {
    if (!known_) return member(name);
    Level& level = *this->level();
    out_ += known_->key(name).substr(level.members++ ? 0 : 1);
    level.key = name;
}

void ValueJson::member(std::string_view name) {
    Level& level = *this->level();
    out_ += level.members++ ? ",\"" : "\"";
    append_json_text(name, out_);
    out_ += "\":";
    level.key = name;
}

}  // namespace traceleft
