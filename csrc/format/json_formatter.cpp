// SPDX-License-Identifier: MIT
#include "json_formatter.h"

#include <algorithm>
#include <array>
#include <memory>

#include "error.h"
#include "event_text.h"
#include "field_run.h"
#include "file_json.h"
#include "output_limit.h"
#include "plain_text.h"
#include "spares.h"
#include "stack_json.h"
#include "text_room.h"
#include "time_text.h"
#include "value_json.h"
#include "value_text.h"

namespace traceleft {

namespace {

// With its length, for most lines have some.
constexpr std::string_view null = "null";

// As compile-time text, for every line has most of them: "name":
template <EventField field>
constexpr auto quoted_name = [] {
    constexpr std::string_view name = field_name<field>;
    std::array<char, name.size() + 3> text{};
    text.front() = '"';
    for (std::size_t i = 0; i < name.size(); i++) text[i + 1] = name[i];
    text[name.size() + 1] = '"';
    text[name.size() + 2] = ':';
    return text;
}();

/// Bytes that a field of the header takes at most, with its name: as escaped text, or as a number, a time or an error.
template <EventField field>
constexpr std::size_t longest_header_field = [] {
    constexpr std::size_t text = field_row<field>.type == FieldType::text || field_row<field>.type == FieldType::name
                                     ? 6 * wire::EVENT_SYSCALL_LEN
                                     : 40;
    return field_name<field>.size() + text + std::string_view(",\"\":\"\"").size();
}();

constexpr std::size_t longest_header = [] {
    std::size_t size = 0;
    for_each_event_field([&]<EventField field>() {
        if constexpr (field_row<field>.is_header()) size += longest_header_field<field>;
    });
    return size + CopiedText::at_once;
}();
static_assert(longest_header <= TextCollector::longest);

// Line::header() names the header's fields, some of them as a run: a new one needs its place there.
constexpr bool follows(EventField field, EventField before) {
    return static_cast<std::size_t>(field) == static_cast<std::size_t>(before) + 1;
}
static_assert(static_cast<std::size_t>(EventField::time) == 0 && follows(EventField::timestamp, EventField::time) &&
              follows(EventField::pid, EventField::timestamp) && follows(EventField::syscall, EventField::comm) &&
              follows(EventField::nr, EventField::syscall) && follows(EventField::ret, EventField::nr) &&
              follows(EventField::error, EventField::ret) && follows(EventField::duration, EventField::error) &&
              follows(EventField::cpu, EventField::duration) && follows(EventField::args, EventField::abi));

}  // namespace

/// What is known of the schema's texts, for each thread that formats at once.
struct JsonFormatter::Known : Spares<KnownTexts> {};

JsonFormatter::JsonFormatter(std::shared_ptr<const EventSchema> schema)
    : schema_(std::move(schema)), known_(std::make_shared<Known>()) {
    fields_.set();
    file_fields_.set();
}

JsonFormatter::JsonFormatter(std::shared_ptr<const EventSchema> schema, const std::vector<std::string>& fields)
    : schema_(std::move(schema)), known_(std::make_shared<Known>()), chosen_(true) {
    std::set<std::string> known;
    for (std::string& name : argument_names(*schema_)) known.insert(std::move(name));
    bool all_arguments = false;
    for (const std::string& name : fields) {
        if (std::optional<FileField> file = find_file_field(name)) {
            file_fields_.set(static_cast<std::size_t>(*file));
            continue;
        }
        std::string argument = name.starts_with(arguments_prefix) ? name.substr(arguments_prefix.size()) : "";
        std::optional<EventField> field = argument.empty() ? find_event_field(name) : EventField::args;
        if (!field || (!argument.empty() && !known.count(argument)))
            throw Error(ErrorKind::Usage, "events have no field '" + name + "'");
        fields_.set(static_cast<std::size_t>(*field));
        if (!argument.empty()) arguments_.insert(argument);
        all_arguments |= name == "args";
    }
    if (all_arguments) arguments_.clear();
}

/// Writes one event after the other.
class JsonFormatter::Line : private UndecodableSink {
public:
    Line(const JsonFormatter& formatter, const WallClock& clock, KnownTexts& known, std::string& out)
        : formatter_(formatter),
          clock_(clock),
          out_(out),
          text_(out),
          known_(known),
          value_(out, "", *this, /*names=*/true, &known) {}

    void append(const EventView& event) {
        event_ = &event;
        first_ = true;
        undecodable_.clear();
        text_.append_written(longest_header, [&](char* begin) { return header(event, begin); });
        if (key<EventField::args>(text_)) all_arguments();
        if (key<EventField::raw_args>(text_)) registers();
        if (has_more()) more();
        text_ += std::string_view("}\n");
    }
    void flush() { text_.flush(); }

private:
    using HeaderText = UncheckedText;

    /// The same as FieldRun of the call's name and number: the schema's call tells them.
    class CallRun {
    public:
        bool is_of(const EventView& event) const { return call_ && call_ == event.schema() && is_same(event); }
        const CopiedText& text() const { return text_; }
        void remember(const EventView& event, std::string_view text) {
            call_ = event.foreign() ? nullptr : event.schema();
            nr_ = event.header().nr;
            text_ = CopiedText(text);
        }
        template <typename Function>
        static void for_each(Function&& function) {
            function.template operator()<EventField::syscall>();
            function.template operator()<EventField::nr>();
        }

    private:
        bool is_same(const EventView& event) const { return nr_ == event.header().nr && !event.foreign(); }

        const SyscallSchema* call_ = nullptr;
        std::int32_t nr_ = 0;
        CopiedText text_;
    };

    template <EventField field, typename Out>
    bool key(Out& out) {
        if (!formatter_.wants(field)) return false;
        if (!first_) out += ',';
        first_ = false;
        out.append(quoted_name<field>.data(), quoted_name<field>.size());
        return true;
    }

    /// Writes the key of a field that few events have; `there`: this one has it. Returns whether a value must follow.
    template <EventField field, typename Out>
    bool rare_key(bool there, Out& out) {
        if (!there && !formatter_.chosen_) return false;
        if (!key<field>(out)) return false;
        if (!there) out += null;
        return there;
    }
    template <EventField field>
    bool rare_key(bool there) {
        return rare_key<field>(there, out_);
    }

    // By itself: GCC 12 makes slower code, by 5 %, of all that is in a line together.
    [[gnu::noinline]] char* header(const EventView& event, char* begin) {
        HeaderText out(begin);
        out += '{';
        header_field<EventField::time>(event, out);
        header_field<EventField::timestamp>(event, out);
        run(threads_[event.header().tid % threads_.size()], event, out);
        run(calls_[static_cast<std::uint32_t>(event.header().nr) % calls_.size()], event, out);
        header_field<EventField::ret>(event, out);
        header_field<EventField::error>(event, out);
        header_field<EventField::duration>(event, out);
        run(places_[event.header().cpu % places_.size()], event, out);
        return out.end();
    }

    template <typename Run>
    void run(Run& last, const EventView& event, HeaderText& out) {
        if (last.is_of(event)) {
            out += last.text();
            first_ &= !last.text().size();
            return;
        }
        char* begin = out.end();
        const std::size_t undecodable = undecodable_.size();
        Run::for_each([&]<EventField field>() { header_field<field>(event, out); });
        if (undecodable_.size() == undecodable)
            last.remember(event, {begin, static_cast<std::size_t>(out.end() - begin)});
    }

    template <EventField field>
    void header_field(const EventView& event, HeaderText& out) {
        constexpr FieldRow row = field_row<field>;
        auto value = field_value<field>(event);
        if constexpr (row.type == FieldType::text || row.type == FieldType::name) {
            text<field>(value, out);
        } else if constexpr (row.type == FieldType::flag) {
            if ((value || formatter_.chosen_) && key<field>(out)) out += value ? "true" : "false";
        } else if constexpr (row.type == FieldType::abi) {
            if (rare_key<field>(!value.empty(), out)) ((out += '"') += value) += '"';
        } else if constexpr (row.presence == FieldPresence::asked) {
            if (rare_key<field>(value, out)) out.append_number(value);
        } else if (!key<field>(out)) {
            return;
        } else if (!is_there<field>(event, value)) {
            out += null;
        } else if constexpr (row.is_number()) {
            out.append_number(value);
        } else {
            out += '"';
            if constexpr (row.type == FieldType::time) time_.append(clock_.since_epoch(value), out);
            if constexpr (row.type == FieldType::error) {
                word_.clear();
                append_error(value, word_);
                out += word_;
            }
            out += '"';
        }
    }

    template <EventField field>
    void text(std::string_view bytes, HeaderText& out) {
        if (!key<field>(out)) return;
        if (is_plain(bytes)) {
            ((out += '"') += bytes) += '"';
            return;
        }
        word_.clear();
        bool valid = append_json_string(bytes, word_);
        out += word_;
        if (valid) return;
        if (!undecodable_.empty()) undecodable_ += ',';
        undecodable_.append(quoted_name<field>.data(), quoted_name<field>.size()) += '"';
        append_base64(bytes, undecodable_);
        undecodable_ += '"';
    }

    /// Becomes a member of the object `undecodable`, in base64.
    void undecodable(std::string_view place, std::string_view bytes) override {
        check_output(out_.size() + undecodable_.size());
        if (!undecodable_.empty()) undecodable_ += ',';
        append_json_string(place, undecodable_);
        undecodable_ += ":\"";
        append_base64(bytes, undecodable_);
        undecodable_ += '"';
    }

    /// Whether there may be fields that few events have.
    bool has_more() {
        constexpr std::uint32_t flags = wire::EVENT_OBJECTS | wire::EVENT_PIDS | wire::EVENT_PATH_MISMATCH;
        const SyscallSchema* call = event_->schema();
        return formatter_.chosen_ || event_->header().flags & flags || !event_->is_whole() || event_->foreign() ||
               !undecodable_.empty() || (call && known_.plans.of(*call).head.overwrites);
    }

    [[gnu::noinline]] void more() {
        text_.flush();
        auto is_passed = [this](std::size_t index) { return event_->passed(index).has_value(); };
        bool any = false;
        for (std::size_t i = 0; i < event_->argument_count() && !any; i++) any = is_passed(i);
        if (rare_key<EventField::passed>(any)) object(field_name<EventField::passed>, is_passed, walk_passed);
        if (NamedPids pids = event_->pids(); rare_key<EventField::pids>(pids.size())) named(pids);
        stack<EventField::ustack>();
        stack<EventField::kstack>();
        objects();
        remarks();
    }

    void all_arguments() {
        if (!event_->schema() || event_->has_objects() || !formatter_.arguments_.empty()) {
            text_.flush();
            return object("", [](std::size_t) { return true; }, walk_argument);
        }
        value_.restart("");
        value_.arguments(known_.plans.of(*event_->schema()), *event_, *formatter_.schema_, text_);
    }

    template <EventField field>
    void stack() {
        const NamedStack* found = field_value<field>(*event_);
        if (rare_key<field>(found)) append_stack_json(*found, field_name<field>, *this, out_);
    }

    void registers() {
        text_ += '[';
        for (std::size_t i = 0; i < event_->argument_count(); i++) {
            if (i) text_ += ',';
            text_.append_number(event_->argument(i));
        }
        text_ += ']';
    }

    /// By their numbers in the caller's pid namespace.
    void named(const NamedPids& pids) {
        for (std::size_t i = 0; i < pids.size(); i++) {
            const wire::named_pid each = pids[i];
            out_ += i ? ",\"" : "{\"";
            append_number(each.number, out_);
            out_ += "\":{\"pid\":";
            append_number(each.pid, out_);
            if (std::string_view comm = comm_of(each); !comm.empty()) {
                out_ += ",\"comm\":";
                if (!append_json_string(comm, out_)) undecodable("pids." + std::to_string(each.number) + ".comm", comm);
            }
            out_ += '}';
        }
        out_ += '}';
    }

    /// The arguments of which `is_there` says so, by name, each as `walk` goes through it.
    template <typename Predicate, typename Walk>
    void object(std::string_view place, Predicate&& is_there, Walk&& walk) {
        value_.restart(place);
        value_.begin_object();
        for (std::size_t i = 0; i < event_->argument_count(); i++) {
            std::string_view name = argument_name(*event_, i);
            if (!is_there(i) || (!formatter_.arguments_.empty() && !formatter_.arguments_.count(name))) continue;
            value_.known_member(name);
            walk(*event_, i, *formatter_.schema_, value_);
            if (const OpenFile* file = place.empty() ? event_->argument_file(i) : nullptr) {
                std::string beside = std::string(name).append("_file");
                value_.member(beside);
                append_file_json(*file, beside, *this, out_);
            }
        }
        value_.end_struct();
    }

    // What its descriptors stand for, but for those of arguments, which are beside these.
    void objects() {
        if (!event_->has_objects() && !formatter_.chosen_) return;
        file(FileField::ResultFile, event_->file(wire::DESCRIBED_RESULT));
        file(FileField::Directory, event_->file(wire::DESCRIBED_DIRECTORY));
        if (file_key(FileField::PairFiles, event_->file(wire::DESCRIBED_PAIR)))
            list(2, [&](std::size_t i) {
                const OpenFile* each = event_->file(static_cast<std::uint16_t>(wire::DESCRIBED_PAIR + i));
                if (each)
                    append_file_json(*each, "pair_files[" + std::to_string(i) + "]", *this, out_);
                else
                    out_ += null;
            });
        std::string_view path = event_->resolved_path();
        if (file_key(FileField::ResolvedPath, !path.empty()) && !append_json_string(path, out_))
            undecodable("resolved_path", path);
        if (file_key(FileField::PathMismatch, event_->path_mismatch())) out_ += "true";
    }

    /// Writes the key of a field that this event has if `there`. Returns whether a value must follow.
    bool file_key(FileField field, bool there) {
        if ((!there && !formatter_.chosen_) || !formatter_.wants(field)) return false;
        if (!first_) out_ += ',';
        first_ = false;
        ((out_ += '"') += file_field_names[static_cast<std::size_t>(field)]) += "\":";
        if (!there) out_ += field == FileField::PathMismatch ? std::string_view("false") : null;
        return there;
    }

    void file(FileField field, const OpenFile* file) {
        if (file_key(field, file))
            append_file_json(*file, file_field_names[static_cast<std::size_t>(field)], *this, out_);
    }

    // The fields that few events have.
    void remarks() {
        mask<EventField::truncated>();
        mask<EventField::late>();
        mask<EventField::faults>();
        mask<EventField::unfilled>();
        // Read before `undecodable` is written, for it may become a member of that.
        std::string extra;
        if (event_->foreign() && formatter_.wants(EventField::extra)) {
            std::span<const std::byte> bytes = event_->extra();
            std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            if (!append_json_string(text, extra)) {
                undecodable_ += undecodable_.empty() ? "\"extra\":\"" : ",\"extra\":\"";
                append_base64(text, undecodable_);
                undecodable_ += '"';
            }
        }
        if (rare_key<EventField::undecodable>(!undecodable_.empty())) ((out_ += '{') += undecodable_) += '}';
        if (rare_key<EventField::extra>(!extra.empty())) out_ += extra;
    }

    /// The names of the arguments that the mask has a bit for.
    template <EventField field>
    void mask() {
        std::uint32_t bits = field_value<field>(*event_);
        if (!rare_key<field>(bits)) return;
        std::vector<std::size_t> indices;
        for (std::size_t i = 0; i < 32; i++)
            if (bits >> i & 1) indices.push_back(i);
        list(indices.size(), [&](std::size_t i) { append_json_string(argument_name(*event_, indices[i]), out_); });
    }

    template <typename Function>
    void list(std::size_t count, Function&& append_one) {
        out_ += '[';
        for (std::size_t i = 0; i < count; i++) {
            if (i) out_ += ',';
            append_one(i);
        }
        out_ += ']';
    }

    const JsonFormatter& formatter_;
    WallClock clock_;
    std::string& out_;
    TextCollector text_;
    // Each in the place of its thread, its number, or its CPU.
    std::array<FieldRun<EventField::pid, EventField::comm>, 16> threads_;
    std::array<CallRun, 64> calls_;
    std::array<FieldRun<EventField::cpu, EventField::abi>, 8> places_;
    IsoTime time_;
    const EventView* event_ = nullptr;
    bool first_ = true;
    KnownTexts& known_;
    ValueJson value_;
    std::string word_;  ///< of the header
    std::string undecodable_;
};

std::string JsonFormatter::encode(const Batch& batch) const {
    std::string out;
    out.reserve(batch.bytes() * 2);
    Known::Taken known = known_->take();
    Line line(*this, batch.clock(), *known, out);
    for (std::size_t i = 0; i < batch.size(); i++)
        if (std::optional<EventView> event = batch.view(i, *schema_)) line.append(*event);
    line.flush();
    return out;
}

}  // namespace traceleft
