// SPDX-License-Identifier: MIT
// The one place where the core's errors become Python's.
#include "error.h"

#include "bindings.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

struct Translation {
    ErrorKind kind;
    const char* python_class;  // of traceleft.errors
};
constexpr Translation translations[] = {
    {ErrorKind::Usage, "UsageError"},       {ErrorKind::Handler, "HandlerError"},
    {ErrorKind::Load, "LoadError"},         {ErrorKind::Backend, "BackendError"},
    {ErrorKind::Kernel, "KernelError"},     {ErrorKind::Process, "ProcessError"},
    {ErrorKind::Capacity, "CapacityError"}, {ErrorKind::Recording, "RecordingError"},
};

// A message can hold a path, and a path any bytes.
py::str path_text(const std::string& text) {
    return py::reinterpret_steal<py::str>(PyUnicode_DecodeFSDefaultAndSize(text.data(), py::ssize_t(text.size())));
}

void raise(const Error& error) {
    if (error.kind == ErrorKind::Os) {
        std::string text = std::string(error.what()) + ": " + errno_text(error.errnum);
        py::object exception = py::reinterpret_borrow<py::object>(PyExc_OSError)(
            error.errnum, path_text(text),
            error.path.empty() ? py::object(py::none()) : py::object(path_text(error.path)));
        PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
        return;
    }
    py::module_ errors = py::module_::import("traceleft.errors");
    for (const Translation& translation : translations) {
        if (translation.kind != error.kind) continue;
        py::object type = errors.attr(translation.python_class);
        py::object exception = type(path_text(error.what()));
        if (error.kind == ErrorKind::Load) exception.attr("log") = path_text(error.log);
        PyErr_SetObject(type.ptr(), exception.ptr());
    }
}

}  // namespace

void bind_errors(py::module_&) {
    py::register_local_exception_translator([](std::exception_ptr pointer) {
        try {
            if (pointer) std::rethrow_exception(pointer);
        } catch (const Error& error) {
            raise(error);
        }
    });
}

}  // namespace traceleft::bindings
