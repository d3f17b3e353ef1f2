// SPDX-License-Identifier: MIT
#include "event_stack.h"

#include "bindings.h"
#include "value_python.h"

namespace py = pybind11;

namespace traceleft::bindings {

py::tuple stack_frames(const NamedStack& stack) {
    py::object row = py::module_::import("traceleft.stacks").attr("NamedFrame");
    py::tuple frames(stack.frames().size());
    for (std::size_t i = 0; i < stack.frames().size(); i++) {
        const NamedFrame& each = stack.frames()[i];
        frames[i] = row(readable(each.function), readable(each.file), each.line, each.offset, each.build_id,
                        each.function_offset);
    }
    return frames;
}

py::object stack_object(const NamedStack* stack) {
    if (!stack) return py::none();
    return py::module_::import("traceleft.stacks").attr("Stack")(stack_frames(*stack));
}

}  // namespace traceleft::bindings
