// SPDX-License-Identifier: MIT
#include "measurement.h"

#include <traceleft/event.h>

#include <algorithm>
#include <cstddef>
#include <memory>

#include "error.h"
#include "question.h"

namespace traceleft::ask {

namespace {

Part header_part(std::size_t offset, std::size_t size) {
    Part part;
    part.offset = static_cast<std::uint32_t>(offset);
    part.size = static_cast<std::uint32_t>(size);
    return part;
}

// A part that no event has stands for what one call lacks and another has, so that the keys of both are alike.
Requirement never() {
    Requirement requirement;
    requirement.part = header_part(offsetof(wire::event_header, nr), sizeof(wire::event_header::nr));
    requirement.mask = 0;
    requirement.value = 1;
    return requirement;
}

KeyPart without_value(const KeyPart& like) {
    KeyPart part{like.name, like.is_text};
    if (like.is_text) {
        part.text = like.text;
        part.text.part = header_part(offsetof(wire::event_header, comm), like.text.part.size);
        part.text.requirements = {never()};
        return part;
    }
    part.number.op = Number::Op::Load;
    part.number.is_signed = like.number.is_signed;
    part.number.part = never().part;
    part.number.requirements = {never()};
    return part;
}

// The stage at which all of it is there.
Stage stage_of(const Inquiry& inquiry, const Measurement& measurement) {
    auto refuse = [](const std::string& what, const char* why) {
        throw Error(ErrorKind::Usage, "\"" + what + "\" is known behind the kernel only: " + why +
                                          "; look at its events in Python (Tracer.attach(where=...))");
    };
    Stage stage = ask::stage_of(inquiry.holds);
    if (stage == Stage::Behind)
        refuse(measurement.where,
               "regular expressions, patterns with a piece in the middle, memory in several places, files; the kernel "
               "knows ==, ^=, $= and patterns with * at their ends");
    auto look = [&](Stage at, const std::string& what) {
        if (at == Stage::Behind) refuse(what, "it lies in several places of memory, or only the reader knows it");
        stage = std::max(stage, at);
    };
    for (std::size_t i = 0; i < inquiry.by.size(); i++) {
        const KeyPart& part = inquiry.by[i];
        look(part.is_text ? ask::stage_of(part.text) : ask::stage_of(part.number), measurement.by[i]);
    }
    if (inquiry.measures) look(ask::stage_of(inquiry.of), measurement.of);
    return stage;
}

// A name's own room in the text of `by`.
bool is_name(const Column& column, const char* name) { return column.name == name; }

constexpr const char* user_stack = "ustack";
constexpr const char* kernel_stack = "kstack";
bool is_stack(const Column& column) { return is_name(column, user_stack) || is_name(column, kernel_stack); }

// A place in the key, whose number is entered where the key is used.
KeyPart stack_key(const Column& column) {
    KeyPart part{column.name};
    part.number.part.value = {Kind::Uint, 8};
    return part;
}

// The different values that it can have: each call has one number, and x32's another.
std::optional<std::uint64_t> values_of(const Column& column, const std::vector<MeasuredCall>& calls,
                                       const EventSchema& schema) {
    if (column.is == Column::Is::Abi) return 2;
    bool known = std::all_of(calls.begin(), calls.end(),
                             [&](const MeasuredCall& each) { return schema.find(each.call.syscall) != nullptr; });
    if (column.is != Column::Is::Syscall || !known) return std::nullopt;
    return 2 * calls.size();
}

// What keys have in place of these texts is shorter, and is known to the kernel.
std::string_view key_text(const Column& column) {
    if (is_name(column, "syscall")) return "nr";
    return is_name(column, "abi") ? "nr >> 30 & 1" : std::string_view(column.name);
}

std::optional<Value> meaning(const Column& column, const KeyPart& part, const SyscallSchema* syscall) {
    if (!syscall || part.is_text) return std::nullopt;
    if (is_name(column, "ret")) return syscall->returns;
    if (part.number.op != Number::Op::Load || part.number.part.in == Part::In::Header) return std::nullopt;
    return part.number.part.value;
}

bool alike(const Value& left, const Value& right) {
    return left.kind == right.kind && left.size == right.size && left.flags == right.flags &&
           left.bit_shift == right.bit_shift;
}

/// Binds one call after the other, and makes their keys alike.
class MeasurementBinder {
public:
    MeasurementBinder(const Measurement& measurement, const EventSchema& schema, bool compat)
        : measurement_(measurement),
          schema_(schema),
          own_(compat && schema.compat() ? *schema.compat() : schema),
          question_(measurement.where.empty() ? nullptr : Question::parse(measurement.where)) {
        for (const std::string& name : measurement.by) {
            bool twice = std::any_of(bound_.columns.begin(), bound_.columns.end(),
                                     [&](const Column& each) { return each.name == name && is_stack(each); });
            if (twice) throw Error(ErrorKind::Usage, "\"" + name + "\" is there twice");
            bound_.columns.push_back({name});
        }
        samples_.resize(measurement.by.size());
    }

    BoundMeasurement bind(const std::vector<Call>& calls) {
        ask_each(calls);
        for (const Call& call : calls) add(call);
        if (bound_.calls.empty()) throw misfit_.value_or(Error(ErrorKind::Usage, nothing()));
        for (std::size_t i = 0; i < samples_.size(); i++) complete(i);
        for (MeasuredCall& each : bound_.calls) each.stage = stage_of(each.inquiry, measurement_);
        lay_out();
        count_keys();
        return std::move(bound_);
    }

private:
    void ask_each(const std::vector<Call>& calls) {
        if (!question_) return;
        std::vector<const SyscallSchema*> sides[2];
        for (const Call& call : calls) sides[call.entry].push_back(own_.find(call.syscall));
        for (bool entry : {false, true})
            if (!sides[entry].empty()) asked_[entry] = question_->bind_each(sides[entry], schema_, entry);
    }

    void add(const Call& call) {
        const SyscallSchema* syscall = own_.find(call.syscall);
        Inquiry inquiry;
        if (question_) inquiry.holds = asked_[call.entry].at(syscall);
        inquiry.measures = !measurement_.of.empty();
        std::optional<Number> of;
        if (inquiry.measures) of = where_it_fits([&] { return bind_number(measurement_.of, syscall, schema_); });
        std::vector<std::optional<KeyPart>> parts;
        for (const Column& column : bound_.columns)
            parts.push_back(where_it_fits([&]() -> std::optional<KeyPart> {
                if (is_stack(column)) return stack_key(column);
                return bind_key(key_text(column), syscall, schema_);
            }));
        if (inquiry.holds.op == Predicate::Op::False || (inquiry.measures && !of)) return;
        if (of) inquiry.of = *of;
        for (std::size_t i = 0; i < parts.size(); i++) {
            if (parts[i]) learn(i, *parts[i], syscall, call);
            inquiry.by.push_back(parts[i] ? *parts[i] : KeyPart{""});
        }
        bound_.calls.push_back({call, std::move(inquiry), Stage::Early});
    }

    // What doesn't fit one call may fit others, of which the measurement is then. Else the first error is said.
    template <typename Bind>
    auto where_it_fits(Bind bind) -> decltype(bind()) {
        try {
            return bind();
        } catch (const Error& error) {
            if (error.kind != ErrorKind::Usage) throw;
            if (!misfit_) misfit_ = error;
            return std::nullopt;
        }
    }

    void learn(std::size_t i, const KeyPart& part, const SyscallSchema* syscall, const Call& call) {
        Column& column = bound_.columns[i];
        bool first = !samples_[i];
        if (!first && samples_[i]->is_text != part.is_text)
            throw Error(ErrorKind::Usage, column.name + " is text in " +
                                              (part.is_text ? call.syscall : sample_calls_[i]) + " and a number in " +
                                              (part.is_text ? sample_calls_[i] : call.syscall) +
                                              ": take these calls one by one");
        if (first) {
            samples_[i] = part;
            sample_calls_[i] = call.syscall;
        }
        column.is_signed |= !part.is_text && part.number.is_signed;
        std::optional<Value> value = meaning(column, part, syscall);
        if (value) column.meanings[syscall->syscall.nr] = *value;
        if (first) column.common = value;
        if (!value || !column.common || !alike(*value, *column.common)) column.common.reset();
    }

    void complete(std::size_t i) {
        Column& column = bound_.columns[i];
        if (!samples_[i])
            throw misfit_.value_or(Error(ErrorKind::Usage, "none of these calls has \"" + column.name + "\""));
        column.is = samples_[i]->is_text            ? Column::Is::Text
                    : is_name(column, "syscall")    ? Column::Is::Syscall
                    : is_name(column, "abi")        ? Column::Is::Abi
                    : is_name(column, "error")      ? Column::Is::Error
                    : is_name(column, user_stack)   ? Column::Is::UserStack
                    : is_name(column, kernel_stack) ? Column::Is::KernelStack
                                                    : Column::Is::Number;
        for (MeasuredCall& each : bound_.calls)
            if (each.inquiry.by[i].name.empty()) each.inquiry.by[i] = without_value(*samples_[i]);
    }

    void lay_out() {
        std::vector<KeyPlace> places = key_places(bound_.calls.front().inquiry.by);
        for (const MeasuredCall& each : bound_.calls) {
            std::vector<KeyPlace> others = key_places(each.inquiry.by);
            for (std::size_t i = 0; i < places.size(); i++)
                if (others[i].offset != places[i].offset || others[i].size != places[i].size)
                    throw Error(ErrorKind::Usage, bound_.columns[i].name + " is longer in " + each.call.syscall +
                                                      " than in " + bound_.calls.front().call.syscall +
                                                      ": take these calls one by one");
        }
        for (std::size_t i = 0; i < places.size(); i++) {
            bound_.columns[i].place = places[i];
            if (bound_.columns[i].is == Column::Is::UserStack) bound_.user_stack_word = places[i].offset / 8;
            if (bound_.columns[i].is == Column::Is::KernelStack) bound_.kernel_stack_word = places[i].offset / 8;
        }
        bound_.key_size = (key_size(bound_.calls.front().inquiry.by) + 7) / 8 * 8;
        if (measurement_.buckets) {
            bound_.bucket_word = bound_.key_size / 8;
            bound_.key_size += 8;
        }
        if (bound_.key_size > wire::QUESTION_LATE_KEY)
            throw Error(ErrorKind::Usage,
                        "a key of " + std::to_string(bound_.key_size) + " bytes is too long: take fewer values");
        // A program of the early stage has no room on its stack for what takes one.
        if (bound_.key_size > wire::QUESTION_EARLY_KEY || bound_.has_stacks())
            for (MeasuredCall& each : bound_.calls) each.stage = Stage::Late;
    }

    void count_keys() {
        std::uint64_t most = measurement_.buckets ? wire::MEASURE_NEGATIVE + 1 : 1;
        for (const Column& column : bound_.columns) {
            std::optional<std::uint64_t> values = values_of(column, bound_.calls, own_);
            if (!values) return;
            most *= *values;
        }
        bound_.most_keys = most;
    }

    std::string nothing() const {
        if (!measurement_.of.empty() && !question_) return "none of these calls has " + measurement_.of;
        return question_ ? "\"" + measurement_.where + "\" holds for none of these calls" : "no call is named";
    }

    const Measurement& measurement_;
    const EventSchema& schema_;
    const EventSchema& own_;  ///< the calls'
    std::shared_ptr<const Question> question_;
    std::map<const SyscallSchema*, Predicate> asked_[2];  ///< of calls that return, and of those that don't
    std::optional<Error> misfit_;
    BoundMeasurement bound_;
    std::vector<std::optional<KeyPart>> samples_;  ///< of each column, the first call's that has it
    std::map<std::size_t, std::string> sample_calls_;
};

}  // namespace

bool asks_duration(const Measurement& measurement) {
    auto asks = [](const std::string& text) { return !text.empty() && Question::parse(text)->asks_duration(); };
    return asks(measurement.where) || asks(measurement.of) ||
           std::any_of(measurement.by.begin(), measurement.by.end(), asks);
}

BoundMeasurement bind(const Measurement& measurement, const std::vector<Call>& calls, const EventSchema& schema,
                      bool compat) {
    return MeasurementBinder(measurement, schema, compat).bind(calls);
}

}  // namespace traceleft::ask
