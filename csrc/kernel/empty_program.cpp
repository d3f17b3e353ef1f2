// SPDX-License-Identifier: MIT
#include "empty_program.h"

#include "error.h"
#include "source_record.h"
#include "tracepoint.h"

namespace traceleft {

EmptyProgram::EmptyProgram(const Dispatcher& dispatcher, const std::string& name)
    : object_(dispatcher.open_sharing(dispatcher.options().object, /*compat=*/false)),
      hooking_(dispatcher.options().hooking),
      syscall_(dispatcher.syscall(name)) {
    bpf_program* program = object_.program("do_nothing");
    bpf_program__set_autoload(program, true);
    if (is_sampler(syscall_))
        throw Error(ErrorKind::Usage,
                    name + ": an empty program shows the cost of a call's hook, or of a tracepoint's");
    if (is_source(name))
        bpf_program__set_type(program, BPF_PROG_TYPE_TRACEPOINT);
    else
        set_program_type(object_, program, hooking_, Side::exit, syscall_);
    object_.load();
}

void EmptyProgram::attach() {
    bpf_program* program = object_.program("do_nothing");
    if (is_source(syscall_.name))
        attached_.tracepoint = attach_tracepoint(bpf_program__fd(program), source_path(syscall_.name));
    else
        attached_ = attach_probe(program, hooking_, Side::exit, syscall_);
}

void EmptyProgram::detach() { attached_ = {}; }

}  // namespace traceleft
