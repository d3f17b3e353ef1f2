// SPDX-License-Identifier: MIT
#include "empty_program.h"

namespace traceleft {

EmptyProgram::EmptyProgram(const Dispatcher& dispatcher, const std::string& name)
    : object_(dispatcher.open_sharing(dispatcher.options().object, /*compat=*/false)),
      hooking_(dispatcher.options().hooking),
      syscall_(dispatcher.syscall(name)) {
    bpf_program* program = object_.program("do_nothing");
    bpf_program__set_autoload(program, true);
    set_program_type(program, hooking_, Side::exit, syscall_);
    object_.load();
}

void EmptyProgram::attach() { attached_ = attach_probe(object_.program("do_nothing"), hooking_, Side::exit, syscall_); }

void EmptyProgram::detach() { attached_ = {}; }

}  // namespace traceleft
