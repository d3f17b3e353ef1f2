// SPDX-License-Identifier: MIT
#include "python_interpreter.h"

#include <charconv>
#include <cstddef>

namespace traceleft {

namespace {

/// A version's offsets, bytes, on machines whose pointers have 8. They are those of Include/internal/pycore_runtime.h,
/// pycore_interp.h, pycore_frame.h and Include/cpython/pystate.h, code.h, unicodeobject.h.
struct Version {
    unsigned minor;
    std::uint64_t interpreters;  ///< _PyRuntimeState.interpreters.head
    wire::python_process offsets;
};

constexpr wire::python_process offsets(std::uint32_t threads, std::uint32_t thread_id, std::uint32_t thread_frame,
                                       std::uint32_t frame_in, std::uint32_t previous, std::uint32_t code,
                                       std::uint32_t owner, std::uint32_t line, std::uint32_t file, std::uint32_t name,
                                       std::uint32_t text_data, std::uint32_t text_more) {
    return {.image = 0,
            .interpreter = 0,
            .threads = threads,
            .thread_next = 8,
            .thread_id = thread_id,
            .thread_frame = thread_frame,
            .frame_in = frame_in,
            .frame_previous = previous,
            .frame_code = code,
            .frame_owner = owner,
            .code_line = line,
            .code_file = file,
            .code_name = name,
            .text_data = text_data,
            .text_more = text_more};
}

// Before 3.11 a code object has no qualified name, and frames are objects themselves. 3.11's and 3.12's threads lead to
// their frames by a struct _PyCFrame.
constexpr Version versions[] = {
    {9, 32, offsets(8, 176, 24, 0, 24, 32, 0, 40, 104, 112, 48, 24)},
    {10, 32, offsets(8, 176, 24, 0, 24, 32, 0, 40, 104, 112, 48, 24)},
    {11, 40, offsets(16, 152, 56, 1 + 8, 48, 32, 69, 72, 112, 128, 48, 24)},
    {12, 40, offsets(72, 136, 56, 1 + 0, 8, 0, 70, 68, 112, 128, 40, 16)},
    {13, 632, offsets(7344, 152, 72, 0, 8, 0, 70, 68, 112, 128, 40, 16)},
};

/// The 11 of 3.11; 0: unknown. From 3.11 on it is a constant in the file, PY_VERSION_HEX; else the file's name has it.
unsigned minor_version(const ElfFile& file, std::string_view path) {
    constexpr unsigned major_shift = 24, minor_shift = 16, byte = 0xff;
    if (std::optional<std::uint64_t> constant = file.object("Py_Version"))
        if (std::optional<std::uint64_t> version = file.word(*constant))
            return (*version >> major_shift & byte) == 3 ? static_cast<unsigned>(*version >> minor_shift & byte) : 0;
    unsigned minor = 0;
    std::string_view name = file_name(path);
    std::size_t at = name.find("python3.");
    if (at == std::string_view::npos) return 0;
    name.remove_prefix(at + std::string_view("python3.").size());
    std::from_chars(name.data(), name.data() + name.size(), minor);
    return minor;
}

}  // namespace

bool may_be_python(std::string_view path) {
    std::string_view name = file_name(path);
    return name.starts_with("python") || name.starts_with("libpython");
}

std::optional<wire::python_process> find_python(const ElfFile& file, const CodeMapping& mapping) {
    std::optional<std::uint64_t> runtime = file.object("_PyRuntime");
    std::optional<std::uint64_t> begin = file.address_at(mapping.offset);
    unsigned minor = minor_version(file, mapping.file->path);
    if (!runtime || !begin) return std::nullopt;
    for (const Version& each : versions) {
        if (each.minor != minor) continue;
        wire::python_process python = each.offsets;
        python.interpreter = mapping.begin - *begin + *runtime + each.interpreters;
        return python;
    }
    return std::nullopt;
}

}  // namespace traceleft
