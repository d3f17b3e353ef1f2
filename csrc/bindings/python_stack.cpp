// SPDX-License-Identifier: MIT
// CPython's frames, which no API gives without the GIL. Their layout is that of the headers it is compiled with, 3.9 to
// 3.13; a wheel is for one of these. Under 3.14 stacks have native functions only.
#define PY_SSIZE_T_CLEAN
#define Py_BUILD_CORE 1
#include <Python.h>
#include <frameobject.h>
#if PY_VERSION_HEX >= 0x030B0000
#include <internal/pycore_frame.h>
#endif
#undef Py_BUILD_CORE

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "python_lines.h"
#include "python_stack.h"

namespace traceleft::bindings {

namespace {

constexpr std::size_t longest_name = 256;   // characters
constexpr std::size_t longest_path = 1024;  // characters

/// This process's memory, read without the risk to fault.
class OwnMemory {
public:
    bool read(const void* from, void* to, std::size_t size) const {
        iovec local{to, size};
        iovec remote{const_cast<void*>(from), size};
        return process_vm_readv(process_, &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
    }
    template <typename T>
    bool read(const void* from, T& to) const {
        return read(from, static_cast<void*>(&to), sizeof(to));
    }

private:
    pid_t process_ = getpid();
};

/// One frame of the interpreter, whatever its version.
struct Frame {
    const void* previous = nullptr;
    const PyCodeObject* code = nullptr;
    std::ptrdiff_t instruction = -1;  ///< bytes from the code's first; below 0: it has not begun
    bool of_python = true;            ///< else the interpreter's own, between Python's
};

#if PY_VERSION_HEX >= 0x030E0000

// 3.14 has moved the thread's stack, so there are native functions only.
const void* innermost_frame(const OwnMemory&, const PyThreadState*) { return nullptr; }
bool read_frame(const OwnMemory&, const void*, Frame&) { return false; }

#elif PY_VERSION_HEX >= 0x030B0000

const void* innermost_frame(const OwnMemory& memory, const PyThreadState* thread) {
    const void* frame = nullptr;
#if PY_VERSION_HEX >= 0x030D0000
    return memory.read(&thread->current_frame, frame) ? frame : nullptr;
#else
    const _PyCFrame* c_frame = nullptr;
    bool there = memory.read(&thread->cframe, c_frame) && c_frame && memory.read(&c_frame->current_frame, frame);
    return there ? frame : nullptr;
#endif
}

bool read_frame(const OwnMemory& memory, const void* at, Frame& frame) {
    _PyInterpreterFrame from;
    if (!memory.read(at, &from, offsetof(_PyInterpreterFrame, localsplus))) return false;
    frame.previous = from.previous;
#if PY_VERSION_HEX >= 0x030D0000
    frame.code = reinterpret_cast<const PyCodeObject*>(from.f_executable);
    const _Py_CODEUNIT* instruction = from.instr_ptr;
#else
    frame.code = from.f_code;
    const _Py_CODEUNIT* instruction = from.prev_instr;
#endif
#if PY_VERSION_HEX >= 0x030C0000
    frame.of_python = from.owner != FRAME_OWNED_BY_CSTACK;
#endif
    frame.instruction = reinterpret_cast<const char*>(instruction) - reinterpret_cast<const char*>(frame.code) -
                        static_cast<std::ptrdiff_t>(offsetof(PyCodeObject, co_code_adaptive));
    return true;
}

#else

const void* innermost_frame(const OwnMemory& memory, const PyThreadState* thread) {
    const void* frame = nullptr;
    return memory.read(&thread->frame, frame) ? frame : nullptr;
}

bool read_frame(const OwnMemory& memory, const void* at, Frame& frame) {
    PyFrameObject from;
    if (!memory.read(at, &from, offsetof(PyFrameObject, f_localsplus))) return false;
    frame.previous = from.f_back;
    frame.code = from.f_code;
#if PY_VERSION_HEX >= 0x030A0000
    frame.instruction = from.f_lasti * std::ptrdiff_t{sizeof(_Py_CODEUNIT)};
#else
    frame.instruction = from.f_lasti;
#endif
    return true;
}

#endif

bool put_utf8(StackRecord& record, std::uint32_t point) {
    if (point >= 0xd800 && point < 0xe000) point = 0xfffd;  // an undecodable byte of a path
    if (point < 0x80) return record.put(static_cast<char>(point));
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bool all = record.put(static_cast<char>((0xff00 >> (more + 1) & 0xff) | point >> 6 * more));
    while (more--) all = record.put(static_cast<char>(0x80 | (point >> 6 * more & 0x3f))) && all;
    return all;
}

/// Copies a string's characters; whether it is one and there was room.
bool put_string(StackRecord& record, const OwnMemory& memory, const PyObject* string, std::size_t longest) {
    PyASCIIObject header;
    if (!string || !memory.read(string, header) || header.ob_base.ob_type != &PyUnicode_Type) return false;
    if (!header.state.compact || header.length < 0) return false;
    std::size_t width = header.state.kind;  // bytes of a character: 1, 2 or 4
    if (width != 1 && width != 2 && width != 4) return false;
    const char* from = reinterpret_cast<const char*>(string) +
                       (header.state.ascii ? sizeof(PyASCIIObject) : sizeof(PyCompactUnicodeObject));
    for (std::size_t left = std::min(static_cast<std::size_t>(header.length), longest); left;) {
        unsigned char part[256];
        std::size_t characters = std::min(left, sizeof(part) / width);
        if (!memory.read(from, part, characters * width)) return false;
        for (std::size_t i = 0; i < characters; i++) {
            std::uint32_t point = 0;
            memcpy(&point, part + i * width, width);  // both architectures are little-endian
            if (!put_utf8(record, point)) return false;
        }
        from += characters * width;
        left -= characters;
    }
    return true;
}

/// A code object's line table, a piece at a time.
class LineTable {
public:
    LineTable(const OwnMemory& memory, const PyObject* bytes) : memory_(memory) {
        PyVarObject header;
        if (!bytes || !memory.read(bytes, header) || header.ob_base.ob_type != &PyBytes_Type) return;
        next_ = reinterpret_cast<const char*>(bytes) + offsetof(PyBytesObject, ob_sval);
        left_ = std::max<Py_ssize_t>(header.ob_size, 0);
    }

    /// The next byte; -1 at the end.
    int operator()() {
        if (at_ == filled_) {
            std::size_t size = std::min(left_, sizeof(buffer_));
            if (!size || !memory_.read(next_, buffer_, size)) return -1;
            next_ += size;
            left_ -= size;
            filled_ = size;
            at_ = 0;
        }
        return buffer_[at_++];
    }

private:
    const OwnMemory& memory_;
    const char* next_ = nullptr;
    std::size_t left_ = 0;
    unsigned char buffer_[256];
    std::size_t filled_ = 0;
    std::size_t at_ = 0;
};

int line_of(const OwnMemory& memory, const PyCodeObject& code, std::ptrdiff_t instruction) {
#if PY_VERSION_HEX >= 0x030B0000
    LineTable table(memory, code.co_linetable);
    return line_in_locations(table, code.co_firstlineno, instruction);
#elif PY_VERSION_HEX >= 0x030A0000
    LineTable table(memory, code.co_linetable);
    return line_in_ranges(table, code.co_firstlineno, instruction);
#else
    LineTable table(memory, code.co_lnotab);
    return line_in_lnotab(table, code.co_firstlineno, instruction);
#endif
}

const PyObject* name_of(const PyCodeObject& code) {
#if PY_VERSION_HEX >= 0x030B0000
    return code.co_qualname;
#else
    return code.co_name;
#endif
}

/// Adds a frame's function and file; false where it is no code object, or no room is left. `last_file`: the file name
/// of the frame before, which most often is this one's, too.
bool add_frame(StackRecord& record, const OwnMemory& memory, const Frame& frame, const PyObject*& last_file) {
    PyCodeObject code;
    // Its own code lies behind it, from 3.11 on.
#if PY_VERSION_HEX >= 0x030B0000
    std::size_t size = offsetof(PyCodeObject, co_code_adaptive);
#else
    std::size_t size = sizeof(code);
#endif
    if (!frame.code || !memory.read(frame.code, &code, size)) return false;
    if (reinterpret_cast<const PyObject*>(&code)->ob_type != &PyCode_Type) return false;
    StackRecord::PythonFrame& to = record.python[record.python_count];
    std::size_t begin = record.text_size();
    if (!put_string(record, memory, name_of(code), longest_name)) return false;
    to.function = record.text_since(begin);
    if (record.python_count && code.co_filename == last_file) {
        to.file = record.python[record.python_count - 1].file;
    } else {
        begin = record.text_size();
        if (!put_string(record, memory, code.co_filename, longest_path)) return false;
        to.file = record.text_since(begin);
    }
    last_file = code.co_filename;
    to.line = frame.instruction < 0 ? code.co_firstlineno : line_of(memory, code, frame.instruction);
    record.python_count++;
    return true;
}

}  // namespace

void walk_python_stack(StackRecord& record) {
    // A thread-local variable's value: safe here, and there without the GIL.
    const PyThreadState* thread = PyGILState_GetThisThreadState();
    if (!thread) return;
    OwnMemory memory;
    const void* at = innermost_frame(memory, thread);
    const PyObject* last_file = nullptr;
    // There is at most one frame that is not Python's for each that is.
    for (std::size_t i = 0; at && i < 2 * StackRecord::most_frames; i++) {
        Frame frame;
        if (record.python_count == StackRecord::most_frames || !read_frame(memory, at, frame)) return;
        if (frame.of_python && !add_frame(record, memory, frame, last_file)) return;
        at = frame.previous;
    }
}

std::uintptr_t interpreter_address() { return reinterpret_cast<std::uintptr_t>(&PyEval_EvalCode); }

}  // namespace traceleft::bindings
