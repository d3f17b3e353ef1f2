#include "../memory_account.h"
#include "bindings.h"
#include "docs.h"

namespace py = pybind11;

namespace traceleft::bindings {

namespace {

// Any process may name a BPF map as it likes.
py::str decoded(const std::string& text) {
    return py::reinterpret_steal<py::str>(PyUnicode_DecodeUTF8(text.data(), py::ssize_t(text.size()), "replace"));
}

py::list memory() {
    std::vector<HeldMemory> held;
    {
        py::gil_scoped_release unlocked;
        held = held_memory();
    }
    py::list all;
    for (const HeldMemory& each : held)
        all.append(py::make_tuple(decoded(each.function), each.description, each.objects, each.bytes));
    return all;
}

}  // namespace

void bind_memory(py::module_& module) { module.def("memory", &memory, doc("memory")); }

}  // namespace traceleft::bindings
