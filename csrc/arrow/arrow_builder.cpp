// SPDX-License-Identifier: MIT
#include "arrow_builder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "arrow_arguments.h"
#include "arrow_columns.h"
#include "error.h"
#include "event_fields.h"
#include "event_text.h"
#include "event_view.h"
#include "output_limit.h"
#include "utf8.h"

namespace traceleft {

namespace {

constexpr bool is_arguments(const FieldRow& row) { return row.type == FieldType::arguments; }

/// All fields but the arguments, whose columns come behind them.
constexpr auto common_columns = [] {
    constexpr auto arguments = std::count_if(event_field_rows.begin(), event_field_rows.end(), is_arguments);
    std::array<std::string_view, event_field_names.size() - arguments> names;
    std::size_t count = 0;
    for (std::size_t i = 0; i < event_field_names.size(); i++)
        if (!is_arguments(event_field_rows[i])) names[count++] = event_field_names[i];
    return names;
}();

/// Whether few events have the field of that common column.
constexpr bool is_rare(std::size_t column) {
    auto name = std::find(event_field_names.begin(), event_field_names.end(), common_columns[column]);
    FieldPresence presence = event_field_rows[static_cast<std::size_t>(name - event_field_names.begin())].presence;
    return presence == FieldPresence::asked || presence == FieldPresence::set;
}

/// Columns of the header's fields, each at its place in the table.
template <EventField field, FieldType type = field_row<field>.type>
struct Column : NumberBuilder {
    using Value = FieldValue<field>;
    static constexpr std::size_t size = sizeof(Value);
    static_assert(field_row<field>.is_number() && (size == 4 || size == 8));
    // https://arrow.apache.org/docs/format/CDataInterface.html: "Data type description"
    static constexpr const char* format = std::is_signed_v<Value> ? (size == 4 ? "i" : "l") : (size == 4 ? "I" : "L");
    Column() : NumberBuilder(format, size) {}
};
template <EventField field>
struct Column<field, FieldType::time> : NumberBuilder {
    Column() : NumberBuilder("tsn:UTC", 8) {}
};
template <EventField field>
struct Column<field, FieldType::flag> : FlagBuilder {};
template <EventField field>
struct Column<field, FieldType::text> : NamesBuilder {};
template <EventField field>
struct Column<field, FieldType::name> : NamesBuilder {};
template <EventField field>
struct Column<field, FieldType::error> : NamesBuilder {};
template <EventField field>
struct Column<field, FieldType::abi> : NamesBuilder {};

/// The header's fields are the table's first.
constexpr std::size_t header_fields = static_cast<std::size_t>(std::count_if(
    event_field_rows.begin(), event_field_rows.end(), [](const FieldRow& row) { return row.is_header(); }));
static_assert(static_cast<std::size_t>(EventField::args) == header_fields);

template <typename>
struct ColumnsOf;
template <std::size_t... index>
struct ColumnsOf<std::index_sequence<index...>> {
    using Tuple = std::tuple<Column<static_cast<EventField>(index)>...>;
};
using HeaderColumns = ColumnsOf<std::make_index_sequence<header_fields>>::Tuple;

/// Before the names of 32-bit programs' calls.
constexpr std::string_view compat_prefix = "i386_";

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
    /// Ends this row with the entries noted since the last.
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

/// What the processes are that events name by number.
class PidColumn {
public:
    PidColumn() {
        auto all = std::make_unique<StructBuilder>();
        all_ = all.get();
        number_ = static_cast<NumberBuilder*>(&all->add_child("number", number_builder(4, false)));
        pid_ = static_cast<NumberBuilder*>(&all->add_child("pid", number_builder(4, false)));
        comm_ = static_cast<BytesBuilder*>(&all->add_child("comm", std::make_unique<BytesBuilder>(true)));
        list_ = std::make_unique<ListBuilder>(std::move(all));
    }

    void add(const NamedPids& pids, std::size_t row, UndecodableSink& undecodable) {
        if (!pids.size()) return;
        list_->pad_to(row);
        for (std::size_t i = 0; i < pids.size(); i++) {
            const wire::named_pid named = pids[i];
            number_->add(named.number);
            pid_->add(named.pid);
            std::string_view comm = comm_of(named);
            if (comm.empty())
                comm_->add_null();
            else if (!comm_->add_text(comm))
                undecodable.undecodable("pids[" + std::to_string(i) + "].comm", comm);
            all_->end_row();
        }
        list_->end_row();
    }
    ListBuilder& column() { return *list_; }

private:
    StructBuilder* all_;
    NumberBuilder* number_;
    NumberBuilder* pid_;
    BytesBuilder* comm_;
    std::unique_ptr<ListBuilder> list_;
};

}  // namespace

/// A batch while it is filled: the columns common to all batches, and its own.
struct ArrowBuilder::Table {
    Table(const std::vector<bool>& columns, const ArrowOptions& chosen) : built(columns), options(chosen) {}

    const std::vector<bool>& built;  ///< which of the common columns
    const ArrowOptions& options;
    HeaderColumns header;
    ListBuilder raw_args{number_builder(8, /*is_signed=*/false)};  // of registers
    PidColumn pids;
    NamesBuilder ustack, kstack;  // folded
    NumberBuilder truncated{"I", 4}, late{"I", 4}, faults{"I", 4}, unfilled{"I", 4};
    Undecodable undecodable;
    BytesBuilder extra{false};

    std::size_t rows = 0;
    std::map<std::string, std::unique_ptr<StructBuilder>> own;  ///< wide: by syscall
    std::vector<ArgumentColumns::Column>* arguments = nullptr;  ///< else
    bool builds_arguments = false;                              ///< any of these
    std::array<std::int32_t, 4096> errors{};                    ///< index into errors' names, plus 1, by errno

    std::array<ColumnBuilder*, common_columns.size()> common() {
        return std::apply(
            [this](auto&... column) {
                return std::array<ColumnBuilder*, common_columns.size()>{
                    &column..., &raw_args, &pids.column(),        &ustack, &kstack, &truncated, &late,
                    &faults,    &unfilled, &undecodable.column(), &extra};
            },
            header);
    }

    template <EventField field>
    void add_field(const EventView& event, const WallClock& clock);
    std::int32_t error_index(NamesBuilder& column, int errnum);
    void add(const EventView& event, const WallClock& clock);
    void add_stack(NamesBuilder& column, std::string_view name, const NamedStack* stack);
    ArrowColumn finish();
    std::size_t bytes();
};

/// The columns and the batch for a syscall's events.
struct ArrowBuilder::Syscall {
    Syscall(const SyscallSchema& known, const EventSchema& schema, bool files) : columns(known, schema, files) {}

    ArgumentColumns columns;
    StructBuilder* structure = nullptr;  ///< wide: the table's
    Table* table = nullptr;
};

std::int32_t ArrowBuilder::Table::error_index(NamesBuilder& column, int errnum) {
    std::int32_t& known = errors[static_cast<std::size_t>(errnum)];  // event_errno() is below 4096
    if (!known) {
        std::string name;
        append_error(errnum, name);
        known = column.index(name) + 1;
    }
    return known - 1;
}

template <EventField field>
void ArrowBuilder::Table::add_field(const EventView& event, const WallClock& clock) {
    constexpr FieldRow row = field_row<field>;
    if (!built[static_cast<std::size_t>(field)]) return;
    auto& column = std::get<static_cast<std::size_t>(field)>(header);
    auto value = field_value<field>(event);
    if constexpr (row.type == FieldType::text || row.type == FieldType::name) {
        if (!column.add(value)) undecodable.undecodable(field_name<field>, value);
    } else if constexpr (row.type == FieldType::flag) {
        column.add(value);
    } else if constexpr (row.type == FieldType::time) {
        column.add(static_cast<std::uint64_t>(clock.since_epoch(value)));
    } else if constexpr (row.presence == FieldPresence::always) {
        column.add(static_cast<std::uint64_t>(value));
    } else if (is_there<field>(event, value)) {
        column.pad_to(rows);
        if constexpr (row.type == FieldType::error)
            column.add_index(error_index(column, value));
        else if constexpr (row.type == FieldType::abi)
            column.add(value);
        else
            column.add(static_cast<std::uint64_t>(value));
    }
}

void ArrowBuilder::Table::add(const EventView& event, const WallClock& clock) {
    for_each_event_field([&]<EventField field>() {
        if constexpr (field_row<field>.is_header()) add_field<field>(event, clock);
    });
    if (event.foreign()) {
        extra.pad_to(rows);
        auto bytes = event.extra();
        extra.add({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        return;
    }
    auto mask = [this](NumberBuilder& column, std::uint32_t bits) {
        column.pad_to(rows);
        column.add(bits);
    };
    if (options.columns && std::none_of(built.begin() + header_fields, built.end(), [](bool each) { return each; }))
        return;
    mask(truncated, event.truncated());
    mask(late, event.late());
    mask(faults, event.faults());
    mask(unfilled, event.unfilled());
    raw_args.pad_to(rows);
    auto& registers = static_cast<NumberBuilder&>(raw_args.items());
    for (std::size_t i = 0; i < event.argument_count(); i++) registers.add(event.argument(i));
    raw_args.end_row();
    pids.add(event.pids(), rows, undecodable);
    if (!event.has_objects()) return;
    add_stack(ustack, field_name<EventField::ustack>, event.ustack());
    add_stack(kstack, field_name<EventField::kstack>, event.kstack());
}

void ArrowBuilder::Table::add_stack(NamesBuilder& column, std::string_view name, const NamedStack* stack) {
    if (!stack) return;
    check_output(column.bytes());
    column.pad_to(rows);
    if (!column.add(stack->folded())) undecodable.undecodable(name, stack->folded());
}

ArrowColumn ArrowBuilder::Table::finish() {
    auto batch = std::make_shared<ArrowColumnData>();
    batch->format = "+s";
    batch->nullable = false;
    batch->length = static_cast<std::int64_t>(rows);
    batch->buffers.resize(1);
    auto columns = common();
    for (std::size_t i = 0; i < columns.size(); i++)
        if (built[i] && (!options.split || columns[i]->length() || !is_rare(i)))
            batch->children.push_back(columns[i]->finish(std::string(common_columns[i]), rows));
    for (auto& [name, column] : own) batch->children.push_back(column->finish(name, rows));
    if (arguments)
        for (auto& [name, column] : *arguments)
            if (!options.columns || options.columns->count(arrow_column_name(name)))
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

ArrowBuilder::ArrowBuilder(std::shared_ptr<const EventSchema> schema, ArrowOptions options)
    : schema_(std::move(schema)), options_(std::move(options)) {
    for (const std::string& name : options_.syscalls)
        if (!find(name)) throw Error(ErrorKind::Usage, std::string("there is no syscall '").append(name).append("'"));
    for (std::string_view name : common_columns) common_.push_back(builds(std::string(name)));
    begin();
}

ArrowBuilder::~ArrowBuilder() = default;

void ArrowBuilder::begin() {
    rows_ = 0;
    if (one_table()) table("");
    for (const std::string& name : options_.syscalls) syscall(*find(name));
}

bool ArrowBuilder::builds(const std::string& column) const {
    return !options_.columns || options_.columns->count(column);
}

bool ArrowBuilder::leaves_out(const SyscallSchema& known) const { return options_.only && !syscalls_.count(&known); }

const SyscallSchema* ArrowBuilder::find(const std::string& name) const {
    if (const SyscallSchema* native = schema_->find(name)) return native;
    const EventSchema* compat = name.starts_with(compat_prefix) ? schema_->compat() : nullptr;
    return compat ? compat->find(name.substr(compat_prefix.size())) : nullptr;
}

// A 32-bit program's call has other layouts than its namesake, and columns of its own.
bool ArrowBuilder::is_compat(const SyscallSchema& known) const {
    return schema_->find(known.syscall.name, known.syscall.nr) != &known;
}

ArrowBuilder::Table& ArrowBuilder::table(const std::string& name) {
    std::string key;
    append_utf8(name, key);
    std::unique_ptr<Table>& table = tables_[key];
    if (!table && tables_.size() > schema_->calls().size() + most_unknown)
        throw Error(ErrorKind::Capacity, "the events are of more than 256 syscalls that the schema doesn't know");
    if (!table) table = std::make_unique<Table>(common_, options_);
    return *table;
}

ArrowBuilder::Syscall& ArrowBuilder::syscall(const SyscallSchema& known) {
    std::unique_ptr<Syscall>& syscall = syscalls_[&known];
    if (syscall) return *syscall;
    const bool compat = is_compat(known);
    syscall = std::make_unique<Syscall>(known, compat ? *schema_->compat() : *schema_, options_.files);
    const std::string name = std::string(compat ? compat_prefix : "") + known.syscall.name;
    syscall->table = &table(one_table() ? "" : name);
    if (!options_.wide) {
        auto& arguments = syscall->columns.columns();
        syscall->table->arguments = &arguments;
        syscall->table->builds_arguments = std::any_of(
            arguments.begin(), arguments.end(), [this](auto& each) { return builds(arrow_column_name(each.name)); });
    } else if (!syscall->columns.columns().empty() &&
               builds(arrow_column_name(name))) {  // Parquet has no structs without fields
        auto structure = std::make_unique<StructBuilder>();
        syscall->structure = structure.get();
        for (auto& [argument, column] : syscall->columns.columns()) structure->add_child(argument, std::move(column));
        syscall->table->own[arrow_column_name(name)] = std::move(structure);  // there is a call named time
    }
    return *syscall;
}

void ArrowBuilder::append(const Batch& batch) {
    if (half_added_)
        throw Error(ErrorKind::Capacity, "an event was too much for these columns: finish the builder before");
    half_added_ = true;
    add(batch);
    half_added_ = false;
}

void ArrowBuilder::add(const Batch& batch) {
    const SyscallSchema* last_known = nullptr;
    Syscall* last = nullptr;
    std::array<std::pair<const SyscallSchema*, Syscall*>, 64> recent{};
    for (std::size_t i = 0; i < batch.size(); i++) {
        std::optional<EventView> event = batch.view(i, *schema_);
        if (!event) continue;
        const SyscallSchema* known = event->schema();
        if (known && known != last_known) {
            auto& [key, value] = recent[reinterpret_cast<std::uintptr_t>(known) * 0x9e3779b97f4a7c15 >> 58];
            if (key != known) {
                value = leaves_out(*known) ? nullptr : &syscall(*known);
                key = known;
            }
            last = value;
            last_known = known;
        }
        const bool others = options_.only && (!known || !last);
        if (others && !options_.wide) continue;
        Table& to = known && last ? *last->table : table(one_table() ? "" : std::string(event->syscall()));
        to.add(*event, batch.clock());
        if (known && last && !event->foreign() && (last->structure || to.builds_arguments)) {
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
    for (const auto& [name, table] : tables_) batches.emplace(name, table->finish());
    syscalls_.clear();
    tables_.clear();
    half_added_ = false;
    begin();
    return batches;
}

ArrowColumn ArrowBuilder::finish(const std::string& name) {
    auto found = tables_.find(name);
    if (found == tables_.end()) return nullptr;
    const Table* table = found->second.get();
    ArrowColumn batch = found->second->finish();
    rows_ -= static_cast<std::size_t>(batch->length);
    std::erase_if(syscalls_, [table](const auto& each) { return each.second->table == table; });
    tables_.erase(found);
    return batch;
}

std::map<std::string, std::size_t> ArrowBuilder::sizes() const {
    std::map<std::string, std::size_t> sizes;
    for (const auto& [name, table] : tables_) sizes.emplace(name, table->bytes());
    return sizes;
}

std::size_t arrow_common_columns() { return common_columns.size(); }

std::string arrow_column_name(const std::string& name) {
    bool taken = std::find(common_columns.begin(), common_columns.end(), name) != common_columns.end();
    return taken ? std::string(name).append("_") : name;
}

}  // namespace traceleft
