#include "handler.h"

#include <cerrno>
#include <optional>
#include <string_view>

#include "error.h"

namespace traceleft {

namespace {

struct Section {
    Side side;
    std::string syscall;
};

// "kprobe/handle_read" and "kretprobe/handle_read": the contract by which any object says what it handles.
std::optional<Section> parse_section(std::string_view name) {
    for (auto [prefix, side] : {std::pair{std::string_view("kprobe/handle_"), Side::entry},
                                std::pair{std::string_view("kretprobe/handle_"), Side::exit}})
        if (name.substr(0, prefix.size()) == prefix && name.size() > prefix.size())
            return Section{side, std::string(name.substr(prefix.size()))};
    return std::nullopt;
}

}  // namespace

Handler::Handler(const std::string& path, const Dispatcher& dispatcher, HandlerOptions options)
    : options_(options), object_(BpfObject::open(path)) {
    const DispatcherOptions& session = dispatcher.options();
    // An entry program that only takes the time stays out where nobody asked for durations.
    bool skip_entry = object_.has_constant("traceleft_entry_time_only") && !session.durations;
    std::vector<std::pair<Section, bpf_program*>> wanted;
    bpf_program* program = nullptr;
    bool any = false;
    bpf_object__for_each_program(program, object_.get()) {
        std::optional<Section> section = parse_section(bpf_program__section_name(program));
        any = any || section;
        if (!section || (skip_entry && section->side == Side::entry)) {
            bpf_program__set_autoload(program, false);
            continue;
        }
        try {
            set_program_type(program, session.backend, section->side, dispatcher.syscall(section->syscall));
        } catch (const Error& error) {
            throw Error(error.kind, path + ": " + error.what(), error.errnum);
        }
        wanted.emplace_back(*section, program);
    }
    if (!any)
        throw Error(ErrorKind::Handler, path +
                                            ": no section kprobe/handle_SYSCALL or kretprobe/handle_SYSCALL in it, so "
                                            "it handles no syscall; name its program's section so");
    dispatcher.configure(object_);
    if (!object_.map("events"))
        throw Error(ErrorKind::Handler, path + ": declares no map `events`, so no event of it could be received");
    if (options.program_id && !object_.set_constant("traceleft_program_id", options.program_id))
        throw Error(ErrorKind::Handler, path +
                                            ": can't carry a program id: it has no traceleft_program_id; include "
                                            "<traceleft/handler.h> and compile it again");
    if (options.buffer_limit > wire::EVENT_BUFFER_LIMIT)
        throw Error(ErrorKind::Usage, "a buffer limit of " + std::to_string(options.buffer_limit) +
                                          " bytes is above the highest, " + std::to_string(wire::EVENT_BUFFER_LIMIT));
    object_.set_constant<std::uint32_t>("traceleft_buffer_limit", options.buffer_limit);
    object_.load();
    for (auto& [section, loaded] : wanted)
        programs_.push_back({section.syscall, section.side, bpf_program__fd(loaded)});
}

}  // namespace traceleft
