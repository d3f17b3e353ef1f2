// SPDX-License-Identifier: MIT
#include "value_text.h"

#include <arpa/inet.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <utility>

#include "captured_memory.h"
#include "file_text.h"
#include "output_limit.h"
#include "plain_text.h"
#include "value_names.h"

namespace traceleft {

namespace {

void append_octal(std::uint64_t value, std::string& out) {
    out += value < 010 ? "00" : "0";  // printf's %#03o
    append_number(value, out, 8);
}

void append_flags(const FlagSet& set, std::uint64_t value, std::string& out) {
    bool any = false;
    visit_flags(set, value, [&](std::string_view name) {
        if (any) out += '|';
        any = true;
        out += name;
    });
    if (!any) out += '0';
}

// As strace writes makedev()'s arguments: include/linux/kdev_t.h, new_decode_dev().
void append_device(std::uint64_t device, std::string& out) {
    out += "makedev(";
    append_hex((device >> 8) & 0xfff, out);
    out += ", ";
    append_hex((device & 0xff) | ((device >> 12) & 0xfff00), out);
    out += ')';
}

// As strace writes rlimits: whole KiB beyond the first.
void append_limit(std::uint64_t limit, std::string& out) {
    bool whole = limit > 1024 && limit % 1024 == 0;
    append_number(whole ? limit / 1024 : limit, out);
    if (whole) out += "*1024";
}

// [INT CHLD], or what is missing from a set that has most signals: ~[KILL STOP].
void append_signals(const Value& value, std::uint64_t bits, std::string& out) {
    std::uint64_t all = value.size < sizeof(bits) ? (std::uint64_t{1} << value.size * 8) - 1 : ~std::uint64_t{0};
    if (std::popcount(bits) >= 2 * std::popcount(all) / 3) {
        bits = ~bits & all;
        out += '~';
    }
    out += '[';
    bool first = true;
    visit_members(value, bits, [&](std::string_view name) {
        if (!first) out += ' ';
        first = false;
        out += name.starts_with("SIG") ? name.substr(3) : name;
    });
    out += ']';
}

// 1<<CAP_CHOWN|1<<CAP_KILL
void append_capabilities(const Value& value, std::uint64_t bits, std::string& out) {
    std::size_t begin = out.size();
    std::uint64_t unnamed = 0;
    for (std::uint64_t rest = bits; rest; rest &= rest - 1) {
        auto bit = static_cast<std::uint64_t>(std::countr_zero(rest));
        const NamedValue* known = value.flags ? find_choice(*value.flags, value.first_member + bit) : nullptr;
        if (!known) unnamed |= std::uint64_t{1} << bit;
        if (!known) continue;
        ((out += out.size() > begin ? "|1<<" : "1<<")) += known->name;
    }
    if (unnamed) {
        if (out.size() > begin) out += '|';
        append_hex(unnamed, out);
    } else if (!bits) {
        out += '0';
    }
}

void append_signal(const Value& value, int signal, std::string& out) {
    const NamedValue* known = value.flags ? find_choice(*value.flags, static_cast<std::uint64_t>(signal)) : nullptr;
    if (known)
        out += known->name;
    else
        append_number(signal, out);
}

// The place of a form's next {}, where a value belongs.
std::string fill(std::string_view form, const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) {
        std::size_t place = form.find("{}");
        if (place == std::string_view::npos) break;
        text += form.substr(0, place);
        text += value;
        form.remove_prefix(place + 2);
    }
    return text += form;
}

}  // namespace

std::string take_part(const WordPart& part, std::uint64_t& word) {
    std::uint64_t bits = word >> part.shift & part.mask;
    const Value& value = part.value;
    const FlagSet* set = value.flags;
    const NamedValue* name = set ? find_choice(*set, bits) : nullptr;
    // Where only some values are a choice, the others are flags of the word.
    if (value.kind == Kind::Flags && set && set->bits.empty() && !name) return {};
    if (!bits && !name && !part.is_shown) return {};
    word &= ~(part.mask << part.shift);
    std::string text;
    append_scalar(value, bits, text);
    return part.form.empty() ? text : fill(part.form, {text});
}

std::string whole_word(const FlagSet& set, std::uint64_t word) {
    for (const NamedValue& each : set.whole)
        if (each.value == word) return each.name;
    if (set.form.empty()) return {};
    bool is_choice = set.mask == ~std::uint64_t{0};
    if (const NamedValue* choice = is_choice ? find_choice(set, word) : nullptr) return choice->name;
    std::vector<std::string> texts;
    for (const WordPart& part : set.parts) texts.push_back(take_part(part, word));
    std::string text = fill(set.form, texts);
    if (!word) return text;
    text += '|';
    append_hex(word, text);
    return text;
}

bool has_file_type(const Value& value, std::uint64_t bits) {
    return value.flags && find_choice(*value.flags, bits & value.flags->mask);
}

std::string wait_status(const Value& value, std::uint64_t bits) {
    int status = static_cast<int>(bits);
    std::string text = "{";
    if (WIFSTOPPED(status)) {
        int signal = WSTOPSIG(status);
        text += "WIFSTOPPED(s) && WSTOPSIG(s) == ";
        append_signal(value, signal & 0x7f, text);
        if (signal & 0x80) text += " | 0x80";  // PTRACE_O_TRACESYSGOOD's mark
        status &= ~W_STOPCODE(signal);
    } else if (WIFSIGNALED(status)) {
        text += "WIFSIGNALED(s) && WTERMSIG(s) == ";
        append_signal(value, WTERMSIG(status), text);
        if (WCOREDUMP(status)) text += " && WCOREDUMP(s)";
        status &= ~0xff;
    } else if (WIFEXITED(status)) {
        text += "WIFEXITED(s) && WEXITSTATUS(s) == ";
        append_number(WEXITSTATUS(status), text);
        status &= ~W_EXITCODE(0xff, 0);
    } else if (WIFCONTINUED(status)) {
        text += "WIFCONTINUED(s)";
        status &= ~__W_CONTINUED;
    }
    text = text == "{" ? "" : text + '}';
    std::uint64_t rest = static_cast<std::uint32_t>(status);
    for (const WordPart& part : value.flags ? value.flags->parts : std::vector<WordPart>()) {
        if (std::string event = take_part(part, rest); !event.empty()) ((text += text.empty() ? "" : "|")) += event;
    }
    if (!rest) return text;
    if (!text.empty()) text += '|';
    append_hex(rest, text);
    return text;
}

std::string_view name_of(const Value& value, std::uint64_t bits) {
    if (value.kind == Kind::DirFd && static_cast<std::int32_t>(bits) == at_fdcwd) return "AT_FDCWD";
    if (!value.flags || value.kind == Kind::Mode || value.kind == Kind::Dev) return {};
    // A set knows no sign: its numbers are as wide as the value.
    if (value.size < sizeof(bits)) bits &= (std::uint64_t{1} << value.size * 8) - 1;
    const NamedValue* named = find_choice(*value.flags, bits);
    return named ? std::string_view(named->name) : std::string_view();
}

void append_hex(std::uint64_t value, std::string& out) {
    out += "0x";
    append_number(value, out, 16);
}

void append_escaped(std::string_view bytes, std::string& out, std::string_view also) {
    auto is_escaped = [also](char byte) { return !plain::is_plain(byte) || also.find(byte) != std::string_view::npos; };
    for (std::size_t i = 0; i < bytes.size(); i++) {
        std::string_view left = bytes.substr(i);
        std::size_t plain =
            also.empty() ? plain_prefix(left) : std::find_if(left.begin(), left.end(), is_escaped) - left.begin();
        out.append(left.data(), plain);
        i += plain;
        if (i == bytes.size()) break;
        unsigned char byte = bytes[i];
        switch (byte) {
            case '"':
                out += "\\\"";
                continue;
            case '\\':
                out += "\\\\";
                continue;
            case '\f':
                out += "\\f";
                continue;
            case '\n':
                out += "\\n";
                continue;
            case '\r':
                out += "\\r";
                continue;
            case '\t':
                out += "\\t";
                continue;
            case '\v':
                out += "\\v";
                continue;
        }
        // Octal, short where no digit follows that would be taken for a part of it.
        bool digit_follows = i + 1 < bytes.size() && bytes[i + 1] >= '0' && bytes[i + 1] <= '7';
        out += '\\';
        if (digit_follows && byte < 0100) out += '0';
        if (digit_follows && byte < 010) out += '0';
        append_number(unsigned{byte}, out, 8);
    }
}

namespace {

// A number that has no name.
void append_plain(const Value& value, std::uint64_t bits, std::string& out) {
    switch (value.kind) {
        case Kind::DirFd:
        case Kind::Int:
        case Kind::Fd:
        case Kind::Pid:
        case Kind::Uid:
        case Kind::Gid:
            return append_number(static_cast<std::int64_t>(bits), out);
        case Kind::Dev:
            return append_device(bits, out);
        case Kind::Hex:  // printf's %#x
            return bits ? append_hex(bits, out) : append_number(0, out);
        case Kind::Limit:
            return append_limit(bits, out);
        case Kind::Pointer:
            return append_pointer(bits, out);
        case Kind::Be16:
            out += "htons(";
            append_number(bits, out);
            out += ')';
            return;
        case Kind::Be32:
            out += "htonl(";
            append_number(bits, out);
            out += ')';
            return;
        default:
            return append_number(bits, out);
    }
}

}  // namespace

void append_scalar(const Value& value, std::uint64_t bits, std::string& out) {
    switch (value.kind) {
        case Kind::Flags:
            if (value.flags) return append_flags(*value.flags, bits, out);
            return append_hex(bits, out);
        case Kind::Mode:
            if (has_file_type(value, bits)) return append_flags(*value.flags, bits, out);
            return append_octal(bits, out);
        case Kind::SigSet:
            return append_signals(value, bits, out);
        case Kind::CapSet:
            return append_capabilities(value, bits, out);
        case Kind::Wait:
            out += wait_status(value, bits);
            return;
        case Kind::DirFd:
            break;
        default:
            if (!value.flags) return append_plain(value, bits, out);
    }
    std::string_view name = name_of(value, bits);
    if (name.empty()) return append_plain(value, bits, out);
    bool ordered = value.kind == Kind::Be16 || value.kind == Kind::Be32;
    if (ordered) out += value.kind == Kind::Be16 ? "htons(" : "htonl(";
    out += name;
    if (ordered) out += ')';
}

void append_named_pid(const NamedPids& pids, std::uint64_t bits, std::string& out) {
    auto number = static_cast<std::int32_t>(bits);
    std::optional<wire::named_pid> named = pids.find(number);
    if (!named) return;
    // A group has none: it would be its leader's.
    if (std::string_view comm = comm_of(*named); !comm.empty() && number > 0) {
        out += '<';
        append_escaped(comm, out, "<>");
        out += '>';
    }
    if (named->pid == named->number) return;
    out += " /* ";
    append_number(named->pid, out);
    out += " in initial PID NS */";
}

void append_pointer(std::uint64_t address, std::string& out) {
    if (address)
        append_hex(address, out);
    else
        out += "NULL";
}

std::string network_address_text(const Value& value, std::string_view bytes) {
    char text[INET6_ADDRSTRLEN] = "";
    char address[16] = {};
    bytes.copy(address, sizeof(address));
    inet_ntop(value.kind == Kind::InAddr ? AF_INET : AF_INET6, address, text, sizeof(text));
    return text;
}

void ValueText::separate() {
    if (!first_) out_ += ", ";
    first_ = false;
}

void ValueText::scalar(const Value& value, std::uint64_t bits) {
    begin_value();
    if (value.kind == Kind::SigSet && list_ == out_.size()) {  // its brackets are those of a set behind a pointer, too
        out_.pop_back();
        in_brackets_ = true;
    }
    if (value.kind == Kind::UtimeNsec && struct_ != nowhere &&
        !name_of(value, bits).empty()) {  // it stands for the whole struct
        out_.resize(struct_);
        replaced_ = true;
    }
    append_scalar(value, bits, out_);
    if (value.kind == Kind::Pid) append_named_pid(pids_, bits, out_);
    if (files_.empty() || value.kind != Kind::Fd) return;
    if (const OpenFile* file = files_.front()) append_file(*file, out_);
    files_ = files_.subspan(1);
}

void ValueText::text(std::string_view bytes, bool truncated) {
    begin_value();
    out_ += '"';
    append_escaped(bytes, out_);
    out_ += truncated ? "\"..." : "\"";
}

void ValueText::socket_name(std::string_view bytes) {
    bool abstract = bytes.starts_with('\0');
    if (!abstract) return text(bytes, false);
    begin_value();
    out_ += "@\"";
    append_escaped(bytes.substr(1), out_);
    out_ += '"';
}

void ValueText::bytes(std::string_view bytes, bool truncated) {
    if (!beyond_) return text(bytes, truncated);
    // As strace does; there is no name.
    out_ += "/* bytes ";
    append_number(beyond_, out_);
    out_ += "..";
    append_number(beyond_ + bytes.size() - 1, out_);
    out_ += " */ \"";
    for (unsigned char byte : bytes) {
        out_ += byte < 0x10 ? "\\x0" : "\\x";
        append_number(unsigned{byte}, out_, 16);
    }
    out_ += truncated ? "\"..." : "\"";
    beyond_ = 0;
    after_key_ = false;
}

void ValueText::network_address(const Value& value, std::string_view bytes) {
    begin_value();
    out_ += value.kind == Kind::InAddr ? "inet_addr(\"" : "inet_pton(AF_INET6, \"";
    out_ += network_address_text(value, bytes);
    out_ += "\")";
}

void ValueText::pointer(std::uint64_t address) {
    begin_value();
    append_pointer(address, out_);
}

void ValueText::begin_value() {
    check_output(out_.size());
    if (!after_key_) separate();
    after_key_ = false;
}

bool ValueText::whole_struct(const StructLayout&, const StructLayout& specific, std::string_view bytes, bool inner) {
    const TextPlan* plan = planned_ ? &planned_->plans.of(specific) : nullptr;
    if (!plan || !plan->whole) return false;
    begin_value();
    TextCollector text(out_);
    planned_->structure(*plan, bytes, inner, text);
    text.flush();
    struct_ = nowhere;
    first_ = false;
    return true;
}

void ValueText::begin_struct(const StructLayout&, const StructLayout&) {
    begin_value();
    struct_ = out_.size();
    out_ += '{';
    first_ = true;
}

void ValueText::key(const Field& field) {
    separate();
    after_key_ = true;
    if (field.value.kind == Kind::Beyond) {
        beyond_ = field.offset;
        return;
    }
    out_ += field.name;
    out_ += '=';
}

void ValueText::end_struct() {
    if (!replaced_) out_ += '}';
    replaced_ = false;
    struct_ = nowhere;
    first_ = false;
}

void ValueText::begin_list() {
    begin_value();
    out_ += '[';
    list_ = out_.size();
    first_ = true;
}

void ValueText::end_list(bool truncated) {
    if (truncated) out_ += first_ ? "..." : ", ...";
    if (!in_brackets_) out_ += ']';
    in_brackets_ = false;
    first_ = false;
}

}  // namespace traceleft
