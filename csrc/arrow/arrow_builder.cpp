#include "arrow_builder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "arrow_arguments.h"
#include "arrow_columns.h"
#include "error.h"
#include "event_text.h"
#include "event_view.h"
#include "output_limit.h"
#include "utf8.h"

namespace traceleft {

namespace {

constexpr std::array<std::string_view, 24> common_columns = {
    "time",   "timestamp",     "pid",      "tid",     "comm",     "syscall",   "nr",          "ret",
    "error",  "duration",      "cpu",      "uid",     "gid",      "cgroup_id", "program_id",  "ns_pid",
    "ns_tid", "pid_namespace", "is_entry", "foreign", "raw_args", "truncated", "undecodable", "extra"};

/// Each has a table of its own, of some 100 KiB.
constexpr std::size_t most_unknown = 256;

class Undecodable : public UndecodableSink {
public:
    Undecodable() {
        auto entries = std::make_unique<StructBuilder>();
        entries_ = entries.get();
        places_ = static_cast<BytesBuilder*>(
            &entries->add_child("key", std::make_unique<BytesBuilder>(true, /*nullable=*/false)));
        bytes_ = static_cast<BytesBuilder*>(&entries->add_child("value", std::make_unique<BytesBuilder>(false)));
        map_ = std::make_unique<ListBuilder>(std::move(entries), /*is_map=*/true);
    }

    void undecodable(std::string_view place, std::string_view bytes) override {
        check_output(places_->bytes() + bytes_->bytes());
        places_->add(place);
        bytes_->add(bytes);
        entries_->end_row();
        any_ = true;
    }
    /// What was noted is this row's.
    void end_row(std::size_t row) {
        if (!any_) return;
        map_->pad_to(row);
        map_->end_row();
        any_ = false;
    }
    ListBuilder& column() { return *map_; }

private:
    StructBuilder* entries_;
    BytesBuilder* places_;
    BytesBuilder* bytes_;
    std::unique_ptr<ListBuilder> map_;
    bool any_ = false;
};

}  // namespace

/// One batch that is being filled: the columns that all have, and its own.
struct ArrowBuilder::Table {
    NumberBuilder time{"tsn:UTC", 8}, timestamp{"L", 8}, pid{"l", 8}, tid{"I", 4};
    NamesBuilder comm, syscall;
    NumberBuilder nr{"i", 4}, ret{"l", 8};
    NamesBuilder error;
    NumberBuilder duration{"L", 8}, cpu{"I", 4}, uid{"I", 4}, gid{"I", 4}, cgroup_id{"L", 8}, program_id{"L", 8};
    NumberBuilder ns_pid{"I", 4}, ns_tid{"I", 4}, pid_namespace{"I", 4};
    FlagBuilder is_entry, foreign;
    NumberBuilder* registers = new NumberBuilder("L", 8);  // raw_args has it
    ListBuilder raw_args{std::unique_ptr<ColumnBuilder>(registers)};
    NumberBuilder truncated{"I", 4};
    Undecodable undecodable;
    BytesBuilder extra{false};

    std::size_t rows = 0;
    std::map<std::string, ColumnBuilder*> own;                  ///< wide: by syscall
    std::vector<ArgumentColumns::Column>* arguments = nullptr;  ///< else
    std::array<std::int32_t, 4096> errors{};                    ///< index into `error`'s names, plus 1, by errno

    std::array<ColumnBuilder*, common_columns.size()> common() {
        return {&time,
                &timestamp,
                &pid,
                &tid,
                &comm,
                &syscall,
                &nr,
                &ret,
                &error,
                &duration,
                &cpu,
                &uid,
                &gid,
                &cgroup_id,
                &program_id,
                &ns_pid,
                &ns_tid,
                &pid_namespace,
                &is_entry,
                &foreign,
                &raw_args,
                &truncated,
                &undecodable.column(),
                &extra};
    }

    void add_header(const EventView& event, const WallClock& clock);
    void add_error(int errnum);
    void add_own_header(const EventView& event);
    static void add_optional(NumberBuilder& column, std::size_t row, bool there, std::uint64_t value) {
        if (!there) return;
        column.pad_to(row);
        column.add(value);
    }
    ArrowColumn finish();
    std::size_t bytes();
};

/// Where the events of a syscall go.
struct ArrowBuilder::Syscall {
    Syscall(const SyscallSchema& known, const EventSchema& schema) : columns(known, schema) {}

    ArgumentColumns columns;
    StructBuilder* structure = nullptr;  ///< wide
    std::unique_ptr<StructBuilder> owner;
    Table* table = nullptr;
};

void ArrowBuilder::Table::add_error(int errnum) {
    std::int32_t& known = errors[static_cast<std::size_t>(errnum)];  // event_errno() is below 4096
    if (!known) {
        std::string name;
        append_error(errnum, name);
        known = error.index(name) + 1;
    }
    error.pad_to(rows);
    error.add_index(known - 1);
}

void ArrowBuilder::Table::add_header(const EventView& event, const WallClock& clock) {
    const wire::event_header& header = event.header();
    time.add(static_cast<std::uint64_t>(clock.since_epoch(header.timestamp)));
    timestamp.add(header.timestamp);
    pid.add(static_cast<std::uint64_t>(header.pid));
    if (!comm.add(event.comm())) undecodable.undecodable("comm", event.comm());
    if (!syscall.add(event.syscall())) undecodable.undecodable("syscall", event.syscall());
    add_optional(ret, rows, !event.is_entry(), static_cast<std::uint64_t>(header.ret));
    if (int errnum = event_errno(event)) add_error(errnum);
    is_entry.add(event.is_entry());
    foreign.add(event.foreign());
    if (event.foreign()) {
        extra.pad_to(rows);
        auto bytes = event.extra();
        extra.add({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        return;
    }
    add_own_header(event);
}

/// What a foreign event doesn't have.
void ArrowBuilder::Table::add_own_header(const EventView& event) {
    const wire::event_header& header = event.header();
    auto add = [&](NumberBuilder& column, std::uint64_t value) {
        column.pad_to(rows);
        column.add(value);
    };
    add(tid, header.tid);
    add(nr, static_cast<std::uint64_t>(header.nr));
    add_optional(duration, rows, header.flags & wire::EVENT_DURATION, header.duration);
    add(cpu, header.cpu);
    add(uid, header.uid);
    add(gid, header.gid);
    add(cgroup_id, header.cgroup_id);
    add(program_id, header.program_id);
    add_optional(ns_pid, rows, header.ns_pid, header.ns_pid);
    add_optional(ns_tid, rows, header.ns_tid, header.ns_tid);
    add_optional(pid_namespace, rows, header.pid_namespace, header.pid_namespace);
    add(truncated, event.truncated());
    raw_args.pad_to(rows);
    for (std::size_t i = 0; i < event.argument_count(); i++) registers->add(event.argument(i));
    raw_args.end_row();
}

ArrowColumn ArrowBuilder::Table::finish() {
    auto batch = std::make_shared<ArrowColumnData>();
    batch->format = "+s";
    batch->nullable = false;
    batch->length = static_cast<std::int64_t>(rows);
    batch->buffers.resize(1);
    auto columns = common();
    for (std::size_t i = 0; i < columns.size(); i++)
        batch->children.push_back(columns[i]->finish(std::string(common_columns[i]), rows));
    for (auto& [name, column] : own) batch->children.push_back(column->finish(name, rows));
    if (arguments)
        for (auto& [name, column] : *arguments)
            batch->children.push_back(column->finish(arrow_column_name(name), rows));
    return batch;
}

std::size_t ArrowBuilder::Table::bytes() {
    std::size_t all = 0;
    for (ColumnBuilder* column : common()) all += column->bytes();
    for (auto& [name, column] : own) all += column->bytes();
    if (arguments)
        for (auto& [name, column] : *arguments) all += column->bytes();
    return all;
}

ArrowBuilder::ArrowBuilder(std::shared_ptr<const EventSchema> schema, bool wide,
                           const std::vector<std::string>& syscalls)
    : schema_(std::move(schema)), wide_(wide), always_(syscalls) {
    for (const std::string& name : always_)
        if (!schema_->find(name))
            throw Error(ErrorKind::Usage, std::string("there is no syscall '").append(name).append("'"));
    begin();
}

ArrowBuilder::~ArrowBuilder() = default;

void ArrowBuilder::begin() {
    rows_ = 0;
    if (wide_) table("");
    for (const std::string& name : always_) syscall(*schema_->find(name));
}

ArrowBuilder::Table& ArrowBuilder::table(const std::string& name) {
    std::unique_ptr<Table>& table = tables_[name];
    if (!table && tables_.size() > schema_->calls().size() + most_unknown)
        throw Error(ErrorKind::Capacity, "the events are of more than 256 syscalls that the schema doesn't know");
    if (!table) table = std::make_unique<Table>();
    return *table;
}

ArrowBuilder::Syscall& ArrowBuilder::syscall(const SyscallSchema& known) {
    std::unique_ptr<Syscall>& syscall = syscalls_[&known];
    if (syscall) return *syscall;
    syscall = std::make_unique<Syscall>(known, *schema_);
    const std::string& name = known.syscall.name;
    syscall->table = &table(wide_ ? "" : name);
    if (!wide_) {
        syscall->table->arguments = &syscall->columns.columns();
    } else if (!syscall->columns.columns().empty()) {  // Parquet has no structs without fields
        syscall->owner = std::make_unique<StructBuilder>();
        syscall->structure = syscall->owner.get();
        for (auto& [argument, column] : syscall->columns.columns())
            syscall->structure->add_child(argument, std::move(column));
        syscall->table->own[arrow_column_name(name)] = syscall->structure;  // there is a call named time
    }
    return *syscall;
}

void ArrowBuilder::append(const Batch& batch) {
    const SyscallSchema* last_known = nullptr;
    Syscall* last = nullptr;
    std::array<std::pair<const SyscallSchema*, Syscall*>, 64> recent{};
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = EventView::decode(batch.event(i), *schema_);
        if (!event) continue;
        const SyscallSchema* known = event->schema();
        if (known && known != last_known) {
            auto& [key, value] = recent[reinterpret_cast<std::uintptr_t>(known) * 0x9e3779b97f4a7c15 >> 58];
            if (key != known) {
                value = &syscall(*known);
                key = known;
            }
            last = value;
            last_known = known;
        }
        Table& to = known ? *last->table : table(wide_ ? "" : std::string(event->syscall()));
        to.add_header(*event, batch.clock());
        if (known && !event->foreign()) {
            if (last->structure) {
                last->structure->pad_to(to.rows);
                last->structure->end_row();
            }
            last->columns.add(*event, to.rows, to.undecodable);
        }
        to.undecodable.end_row(to.rows);
        to.rows++;
        rows_++;
    }
}

std::size_t ArrowBuilder::bytes() const {
    std::size_t all = 0;
    for (const auto& [name, table] : tables_) all += table->bytes();
    return all;
}

std::map<std::string, ArrowColumn> ArrowBuilder::finish() {
    std::map<std::string, ArrowColumn> batches;
    for (const auto& [name, table] : tables_) {
        std::string key;
        append_utf8(name, key);
        batches.emplace(key, table->finish());
    }
    syscalls_.clear();
    tables_.clear();
    begin();
    return batches;
}

std::size_t arrow_common_columns() { return common_columns.size(); }

std::string arrow_column_name(const std::string& name) {
    bool taken = std::find(common_columns.begin(), common_columns.end(), name) != common_columns.end();
    return taken ? std::string(name).append("_") : name;
}

}  // namespace traceleft
