// SPDX-License-Identifier: MIT
#include "source_programs.h"

#include <utility>

#include "open_files.h"

namespace traceleft {

SourcePrograms::SourcePrograms(Dispatcher& dispatcher, const std::vector<std::string>& sources, SourceOptions options,
                               std::shared_ptr<SlotPrograms> beside)
    : dispatcher_(dispatcher),
      options_(std::move(options)),
      beside_(std::move(beside)),
      path_(dispatcher.options().sources_object),
      questions_(dispatcher, options_.asking),
      kept_(dispatcher, sources) {
    const char* record = dispatcher.options().stacks ? "record_source_with_stacks" : "record_source";
    for (const std::string& name : sources)
        programs_.push_back({dispatcher.syscall(name).name, Side::exit, record, -1});
    questions_.bind(programs_);
    reserve_open_files(programs_.size());
    std::vector<SlotProgram> entries;
    for (SlotProgram& program : programs_) load(program, entries);
    programs_.insert(programs_.end(), entries.begin(), entries.end());
    if (beside_) programs_.insert(programs_.end(), beside_->programs().begin(), beside_->programs().end());
}

void SourcePrograms::load(SlotProgram& program, std::vector<SlotProgram>& entries) {
    BpfObject object = dispatcher_.open_source(program.syscall, options_.buffer_limit);
    object.set_constant<std::uint64_t>("traceleft_program_id", options_.program_id);
    object.set_constant<std::uint32_t>("traceleft_question", questions_.behind());
    bpf_program* record = questions_.put_into(object, program);
    dispatcher_.select_source_program(object, record, program.syscall, Side::exit);
    bpf_program* enter = kept_.share(object, program.syscall);
    object.load();
    program.fd = bpf_program__fd(record);
    if (enter) entries.push_back(KeptCalls::entry(program.syscall, enter));
    objects_.push_back(std::move(object));
}

}  // namespace traceleft
