// SPDX-License-Identifier: MIT
#include "handler.h"

#include <bpf/bpf.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "error.h"
#include "kernel_features.h"
#include "open_files.h"

namespace traceleft {

namespace {

struct Section {
    Side side;
    std::string syscall;
};

// "kprobe/handle_read" and "kretprobe/handle_read": any object tells its calls by such section names.
std::optional<Section> parse_section(std::string_view name) {
    for (auto [prefix, side] : {std::pair{std::string_view("kprobe/handle_"), Side::entry},
                                std::pair{std::string_view("kretprobe/handle_"), Side::exit}})
        if (name.substr(0, prefix.size()) == prefix && name.size() > prefix.size())
            return Section{side, std::string(name.substr(prefix.size()))};
    return std::nullopt;
}

}  // namespace

Handler::Handler(const std::string& path, Dispatcher& dispatcher, HandlerOptions options)
    : options_(std::move(options)),
      object_(BpfObject::open(path, dispatcher.options().hooking.btf)),
      compat_(object_.has_constant("traceleft_compat")) {
    select_programs(dispatcher);
    dispatcher.configure(object_, has_both_sides(), compat_);
    if (!object_.map("events"))
        throw Error(ErrorKind::Handler, path + ": declares no map `events`, so no event of it could be received");
    set_constants(dispatcher);
    reserve_open_files(selected_.size());
    object_.load();
    for (auto& [program, loaded] : selected_) {
        program.fd = bpf_program__fd(loaded);
        programs_.push_back(program);
    }
    if (dispatcher.options().hooking.backend == wire::BACKEND_RAW_TP && !compat_ &&
        options_.syscalls.size() == dispatcher.traceable().size())
        programs_.push_back({Dispatcher::unnamed, Side::exit, Dispatcher::unnamed_name,
                             dispatcher.unnamed_program(options_.program_id)});
    if (dispatcher.options().durations && object_.has_constant("traceleft_durations")) add_entry_times(dispatcher);
}

// Nothing asks for the times of a handler that is no more, and there is room for so many.
Handler::~Handler() {
    const bpf_map* times = number_ ? object_.map("handler_times") : nullptr;
    if (!times) return;
    std::vector<wire::handler_runs> ours;
    wire::handler_runs key{};
    wire::handler_runs next{};
    for (bool first = true; bpf_map_get_next_key(bpf_map__fd(times), first ? nullptr : &key, &next) == 0;
         first = false) {
        key = next;
        if (key.handler == number_) ours.push_back(key);
    }
    for (const wire::handler_runs& each : ours) bpf_map_delete_elem(bpf_map__fd(times), &each);
}

void Handler::select_programs(const Dispatcher& dispatcher) {
    const std::set<std::string> wanted(options_.syscalls.begin(), options_.syscalls.end());
    std::set<std::string> found;
    bpf_program* program = nullptr;
    bpf_object__for_each_program(program, object_.get()) {
        std::optional<Section> section = parse_section(bpf_program__section_name(program));
        bool selected = section && (wanted.empty() || wanted.count(section->syscall));
        bpf_program__set_autoload(program, selected);
        if (!selected) continue;
        found.insert(section->syscall);
        if (compat_) section->syscall += compat_suffix;
        try {
            set_program_type(program, dispatcher.hooking_of(compat_), section->side,
                             dispatcher.syscall(section->syscall));
        } catch (const Error& error) {
            throw Error(error.kind, path() + ": " + error.what(), error.errnum);
        }
        selected_.push_back({{section->syscall, section->side, bpf_program__name(program), -1}, program});
    }
    for (const std::string& syscall : wanted)
        if (!found.count(syscall)) throw Error(ErrorKind::Handler, path() + ": has no handler for '" + syscall + "'");
    if (found.empty())
        throw Error(ErrorKind::Handler, path() +
                                            ": no section kprobe/handle_SYSCALL or kretprobe/handle_SYSCALL in it, so "
                                            "it handles no syscall; name its program's section so");
}

// Of one call: the program at its entry may keep something for the one at its exit.
bool Handler::has_both_sides() const {
    std::set<std::string> entered;
    for (const auto& [program, loaded] : selected_)
        if (program.side == Side::entry) entered.insert(program.syscall);
    return std::any_of(selected_.begin(), selected_.end(), [&](const auto& selected) {
        return selected.first.side == Side::exit && entered.count(selected.first.syscall);
    });
}

void Handler::set_constants(Dispatcher& dispatcher) {
    // Reading the task directly is faster for each event, but some kernels take 3 ms longer to verify each program that
    // does: see maps.h. There only a few programs at once have it.
    constexpr std::size_t few = 16;
    bool direct = selected_.size() <= few || !dispatcher.options().hooking.btf.empty() ||
                  btf_function(trusted_walk_function).prototype == 0;
    object_.set_constant<std::uint8_t>("traceleft_direct_task_reads", direct);
    const Backend backend = dispatcher.hooking_of(compat_).backend;
    bool given = std::all_of(selected_.begin(), selected_.end(), [&](const auto& selected) {
        return gives_registers(backend, dispatcher.syscall(selected.first.syscall));
    });
    object_.set_constant<std::uint8_t>("traceleft_registers_given", given);
    if (options_.program_id && !object_.set_constant("traceleft_program_id", options_.program_id))
        throw Error(ErrorKind::Handler, path() +
                                            ": can't carry a program id: it has no traceleft_program_id; include "
                                            "<traceleft/handler.h> and compile it again");
    if (options_.buffer_limit > wire::EVENT_BUFFER_LIMIT)
        throw Error(ErrorKind::Usage, "a buffer limit of " + std::to_string(options_.buffer_limit) +
                                          " bytes is above the highest, " + std::to_string(wire::EVENT_BUFFER_LIMIT));
    object_.set_constant<std::uint32_t>("traceleft_buffer_limit", options_.buffer_limit);
    if (dispatcher.options().handler_times && object_.has_constant("traceleft_handler")) {
        number_ = dispatcher.next_handler();
        object_.set_constant("traceleft_handler", number_);
    }
}

// Where a call's entry time is wanted, and it has no entry program of its own to overwrite, it gets the dispatcher's.
void Handler::add_entry_times(Dispatcher& dispatcher) {
    std::set<std::string> entered;
    for (const HandlerProgram& program : programs_)
        if (program.side == Side::entry) entered.insert(program.syscall);
    for (std::size_t i = 0, count = programs_.size(); i < count; i++)
        if (!entered.count(programs_[i].syscall) && programs_[i].syscall != Dispatcher::unnamed)
            programs_.push_back({programs_[i].syscall, Side::entry, Dispatcher::entry_time_name,
                                 dispatcher.entry_time_program(programs_[i].syscall)});
}

}  // namespace traceleft
