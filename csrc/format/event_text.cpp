// SPDX-License-Identifier: MIT
#include "event_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "captured_memory.h"
#include "file_text.h"
#include "output_limit.h"
#include "value_text.h"
#include "value_walk.h"

namespace traceleft {

namespace {

// The names of commands and of the kernel's threads, such as kworker/u8:2+flush-254. A "-" alone stands for no name.
bool is_bare(std::string_view name) {
    static constexpr std::array<bool, 256> bare = [] {
        std::array<bool, 256> bytes{};
        for (unsigned char byte = 'a'; byte <= 'z'; byte++) bytes[byte] = true;
        for (unsigned char byte = 'A'; byte <= 'Z'; byte++) bytes[byte] = true;
        for (unsigned char byte = '0'; byte <= '9'; byte++) bytes[byte] = true;
        for (char byte : std::string_view("._-+:/@%#~,")) bytes[static_cast<unsigned char>(byte)] = true;
        return bytes;
    }();
    return !name.empty() && name != "-" &&
           std::all_of(name.begin(), name.end(), [](char byte) { return bare[static_cast<unsigned char>(byte)]; });
}

// Puts what was passed before what was left, which begins there, if they differ. As strace, inside the brackets of a
// length: [128 => 16].
void insert_passed(const Value& value, std::string_view passed, std::size_t begin, std::string& out) {
    std::string_view left = std::string_view(out).substr(begin);
    if (passed == left) return;
    bool length = value.kind == Kind::Array && value.element->size == 4 && is_scalar(value.element->kind) &&
                  left.starts_with('[') && left.find(',') == std::string_view::npos;
    if (length) passed.remove_suffix(1);
    out.insert(begin, std::string(passed).append(" => "));
    if (length) out.erase(begin + passed.size() + 4, 1);
}

// A number, and behind it the names in it: 0x8 (PER_LINUX32).
void append_result(const Value& returns, std::int64_t ret, std::string& out) {
    if (!returns.flags) return append_scalar(returns, static_cast<std::uint64_t>(ret), out);
    auto bits = static_cast<std::uint64_t>(ret);
    Value number = returns;
    number.flags = nullptr;
    if (returns.kind == Kind::Flags) number.kind = Kind::Hex;
    append_scalar(number, bits, out);
    Value word{Kind::Flags, returns.size};
    word.flags = returns.flags;
    out += " (";
    append_scalar(word, bits, out);
    out += ')';
}

// Behind a string that does not name the file that was opened.
void append_opened(const EventView& event, std::string& out) {
    std::string_view path = event.resolved_path();
    out += path.empty() ? " /* opened another file" : " /* opened \"";
    append_escaped(path, out);
    out += path.empty() ? " */" : "\" */";
}

// With what its descriptors stand for.
void append_described(const EventView& event, std::size_t index, const EventSchema& schema, std::string& out,
                      PlannedText* planned) {
    const OpenFile* pair[2] = {};
    std::span<const OpenFile* const> files;
    if (event.has_objects() && event.schema()->arguments[index].value.kind == Kind::Array) {
        for (std::uint16_t i = 0; i < 2; i++) pair[i] = event.file(wire::DESCRIBED_PAIR + i);
        files = pair;
    }
    ValueText text(out, event.pids(), files, planned);
    walk_argument(event, index, schema, text);
    append_remarks(event, index, out);
}

// Of execve, whose result is no descriptor, the file is no part of it.
void append_result_file(const EventView& event, std::string& out) {
    bool descriptor = event.header().ret > 0 || (event.schema() && event.schema()->returns.kind == Kind::Fd);
    const OpenFile* file = descriptor ? event.file(wire::DESCRIBED_RESULT) : nullptr;
    if (file) append_file(*file, out);
}

}  // namespace

void append_name(std::string_view name, std::string& out) {
    if (is_bare(name)) {
        out += name;
        return;
    }
    out += '"';
    append_escaped(name, out, " (");
    out += '"';
}

void append_comm(const EventView& event, std::string& out) {
    if (event.foreign())
        out += '-';
    else
        append_name(event.comm(), out);
}

void append_remarks(const EventView& event, std::size_t index, std::string& out) {
    if (const OpenFile* file = event.argument_file(index)) append_file(*file, out);
    if (event.path_mismatch() && event.schema()->arguments[index].value.kind == Kind::String) append_opened(event, out);
}

void append_argument(const EventView& event, std::size_t index, const EventSchema& schema, std::string& out,
                     PlannedText* planned) {
    const SyscallSchema* known = event.schema();
    if (!known || index >= known->arguments.size()) return append_hex(event.argument(index), out);  // the bare register
    const Argument& argument = known->arguments[index];
    // An environment is long, and holds what doesn't belong in every log: like strace, say how much there is.
    if (argument.environment) {
        append_pointer(event.argument(index), out);
        if (std::optional<StringCount> count = count_strings(event, index)) {
            out += " /* ";
            append_number(count->strings, out);
            out += count->more ? " vars or more */" : count->strings == 1 ? " var */" : " vars */";
        }
        return;
    }
    const Value& value = argument.value;
    if (is_plain_number(value) && value.kind != Kind::Pid && !event.has_objects()) {  // most are, and need no walk
        check_output(out.size());
        return append_scalar(value, number_of(value, event.argument(index)), out);
    }
    std::size_t begin = out.size();
    std::optional<Captured> before = event.passed(index);
    if (!before || before->status == wire::CAPTURED_FAULT) return append_described(event, index, schema, out, planned);
    std::string passed;
    ValueText text(passed, event.pids());
    walk_passed(event, index, schema, text);
    append_described(event, index, schema, out, planned);
    if (!passed.empty()) insert_passed(meaning_of(event, argument), passed, begin, out);
}

void append_arguments(const EventView& event, const EventSchema& schema, std::string& out, PlannedText* planned) {
    bool first = true;
    for (std::size_t i = 0; i < event.argument_count(); i++) {
        if (!event.argument_applies(i)) continue;
        if (!first) out += ", ";
        first = false;
        out += argument_name(event, i);
        out += '=';
        append_argument(event, i, schema, out, planned);
    }
}

void append_passed(const EventView& event, const EventSchema& schema, std::string& out) {
    bool first = true;
    for (std::size_t i = 0; i < event.argument_count(); i++) {
        if (!event.passed(i)) continue;
        if (!first) out += ", ";
        first = false;
        out += argument_name(event, i);
        out += '=';
        ValueText text(out, event.pids());
        walk_passed(event, i, schema, text);
    }
}

void append_return(const EventView& event, std::string& out) {
    int errnum = event_errno(event);
    if (event.is_entry()) {
        out += event.unfinished() ? "? <unfinished ...>" : "?";
    } else if (event.stopped_by_seccomp()) {
        out += "? SIGSYS (Stopped by seccomp)";
    } else if (!errnum) {
        static const Value plain{Kind::Int, 8};
        const Value& returns = event.schema() ? event.schema()->returns : plain;
        append_result(returns, event.header().ret, out);
        if (returns.kind == Kind::Pid) append_named_pid(event.pids(), event.header().ret, out);
        append_result_file(event, out);
    } else {
        out += errnum >= 512 ? "? " : "-1 ";  // the kernel's own restart codes are never returned to user space
        append_error(errnum, out);
        if (std::string_view name = errno_name(errnum); !name.empty())
            ((out += " (") += errno_description(errnum)) += ')';
    }
}

void append_error(int errnum, std::string& out) {
    if (!errnum) return;
    std::string_view name = errno_name(errnum);
    out += name;
    if (!name.empty()) return;
    out += 'E';
    append_number(errnum, out);
}

}  // namespace traceleft
