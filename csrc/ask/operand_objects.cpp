// SPDX-License-Identifier: MIT
// The files and sockets that descriptors stand for, in questions: fd.path.
#include <traceleft/event.h>

#include <algorithm>

#include "object_field.h"
#include "operand_parts.h"

namespace traceleft::ask {

namespace {

bool returns_file(const SyscallSchema& call) {
    return call.returns.kind == Kind::Fd || call.syscall.name == "execve" || call.syscall.name == "execveat";
}

}  // namespace

// The argument, the result or the directory whose object is asked for.
std::optional<std::uint32_t> OperandBinder::object_place(const Expression& expression) const {
    bool is_plain = expression.kind == Expression::Kind::Name;
    bool is_argument = expression.kind == Expression::Kind::Member && expression.operands.front().text == "args" &&
                       expression.operands.front().kind == Expression::Kind::Name;
    if (!syscall_ || !(is_plain || is_argument)) return std::nullopt;
    if (std::optional<std::size_t> index = argument_index(expression.text)) {
        if (!is_descriptor(syscall_->arguments[*index].value.kind)) return std::nullopt;
        return static_cast<std::uint32_t>(*index);
    }
    if (is_plain && expression.text == "directory") return wire::DESCRIBED_DIRECTORY;
    if (is_plain && expression.text == "result" && returns_file(*syscall_)) return wire::DESCRIBED_RESULT;
    return std::nullopt;
}

std::optional<Operand> OperandBinder::find_object(const Expression& expression) const {
    std::optional<ObjectField> field = find_object_field(expression.text);
    std::optional<std::uint32_t> place = field ? object_place(expression.operands.front()) : std::nullopt;
    if (!place) return std::nullopt;
    Part part;
    part.in = Part::In::Object;
    part.argument = *place;
    part.offset = static_cast<std::uint32_t>(*field);
    part.value = {is_text(*field) ? Kind::String : Kind::Uint, part.size};
    Operand operand;
    if (is_text(*field))
        operand.texts.push_back({part, {}});
    else
        operand.numbers.push_back(load(part, {}, false));
    if (*field == ObjectField::Kind) operand.names.push_back({Names::Of::FileKinds});
    if (*field == ObjectField::Family) operand.names.push_back({Names::Of::Set, schema_.flags("socket_family")});
    return operand;
}

bool OperandBinder::resolves_path() const {
    return syscall_ && returns_file(*syscall_) &&
           std::any_of(syscall_->arguments.begin(), syscall_->arguments.end(),
                       [](const Argument& each) { return each.value.kind == Kind::String; });
}

Operand OperandBinder::path_mismatch(Place place) {
    if (!resolves_path()) return absent("path_mismatch", place);
    Part part;
    part.in = Part::In::Mismatch;
    part.value = {Kind::Uint, part.size};
    return of_number(load(part, {}, false));
}

Operand OperandBinder::resolved_path(Place place) {
    if (!resolves_path()) return absent("resolved_path", place);
    Expression path;
    path.kind = Expression::Kind::Member;
    path.text = "path";
    path.operands.emplace_back();
    path.operands.front().kind = Expression::Kind::Name;
    path.operands.front().text = "result";
    return *find_object(path);
}

// A descriptor of some call: the others lack it.
bool OperandBinder::is_descriptor_somewhere(const Expression& expression) const {
    if (expression.text == "result" || expression.text == "directory") return true;
    for (const auto& [name, call] : schema_.calls())
        for (const Argument& argument : call.arguments)
            if (argument.name == expression.text && is_descriptor(argument.value.kind)) return true;
    return false;
}

}  // namespace traceleft::ask
