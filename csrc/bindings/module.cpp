// SPDX-License-Identifier: MIT
#include "bindings.h"
#include "docs.h"

PYBIND11_MODULE(_core, module) {
    using namespace traceleft::bindings;
    module.doc() = "The C++ core of traceleft. Signatures and docs: _core.pyi.";
    bind_errors(module);
    bind_schema(module);
    bind_open_files(module);
    bind_processes(module);
    bind_events(module);
    bind_question(module);
    bind_arrow(module);
    bind_batch_encoders(module);
    bind_text(module);
    bind_codec(module);
    bind_encoders(module);
    bind_call_table(module);
    bind_dispatcher(module);
    bind_reader(module);
    bind_child_process(module);
    bind_elf_probes(module);
    bind_fair_share(module);
    bind_kernel_types(module);
    bind_measure(module);
    bind_memory(module);
    bind_process_uses(module);
    bind_object_uses(module);
    bind_overview(module);
#ifdef TRACELEFT_PROFILER
    bind_profiler(module);
#endif
    document(module);
}
