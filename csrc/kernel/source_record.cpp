// SPDX-License-Identifier: MIT
#include "source_record.h"

#include <traceleft/event.h>

#include <algorithm>
#include <array>

#include "error.h"

namespace traceleft {

namespace {

using Fields = std::array<wire::source_field, wire::SOURCE_FIELDS>;
using Name = std::array<char, wire::EVENT_SYSCALL_LEN>;

std::uint16_t form_of(const Value& value) {
    if (is_scalar(value.kind)) return wire::SOURCE_NUMBER;
    return value.kind == Kind::String ? wire::SOURCE_TEXT : wire::SOURCE_BYTES;
}

wire::source_field field_of(const Argument& argument, std::uint32_t buffer_limit) {
    const RecordPlace& place = *argument.record;
    wire::source_field field{};
    field.offset = static_cast<std::uint16_t>(place.offset);
    field.size = static_cast<std::uint16_t>(place.size);
    field.form = form_of(argument.value);
    field.at = place.at;
    bool any_length = argument.value.kind == Kind::Buffer && field.at != wire::SOURCE_HERE;
    field.limit = wire::EVENT_PATH_LIMIT;
    if (any_length) field.limit = std::min(field.limit, buffer_limit);
    return field;
}

}  // namespace

std::string source_path(const std::string& name) {
    std::string path = name;
    std::replace(path.begin(), path.end(), ':', '/');
    return path;
}

void set_source_record(BpfObject& object, const SyscallSchema& source, std::uint32_t buffer_limit) {
    const std::string& name = source.syscall.name;
    Fields fields{};
    std::uint32_t captured = 0, size = sizeof(std::uint64_t);
    if (source.arguments.size() > fields.size())
        throw Error(ErrorKind::Usage, name + " has more than " + std::to_string(fields.size()) + " fields");
    for (std::size_t i = 0; i < source.arguments.size(); i++) {
        fields[i] = field_of(source.arguments[i], buffer_limit);
        size = std::max<std::uint32_t>(size, fields[i].offset + fields[i].size);
        if (fields[i].form == wire::SOURCE_NUMBER) continue;
        captured++;
        if (i >= wire::QUESTION_MEMORIES)
            throw Error(ErrorKind::Usage,
                        name + " has text or bytes behind its " + std::to_string(wire::QUESTION_MEMORIES) + "th field");
    }
    if (size > wire::SOURCE_RECORD)
        throw Error(ErrorKind::Usage, name + " has fields of " + std::to_string(size) + " bytes: at most " +
                                          std::to_string(wire::SOURCE_RECORD));
    Name padded{};
    name.copy(padded.data(), padded.size() - 1);
    object.set_constant("traceleft_fields", fields);
    object.set_constant("traceleft_field_count", static_cast<std::uint32_t>(source.arguments.size()));
    object.set_constant("traceleft_captured_count", captured);
    object.set_constant("traceleft_record_size", size);
    object.set_constant("traceleft_source", static_cast<std::int32_t>(source.syscall.nr));
    object.set_constant("traceleft_source_name", padded);
}

}  // namespace traceleft
