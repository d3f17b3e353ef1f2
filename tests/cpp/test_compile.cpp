// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <random>

#include "at_entry.h"
#include "bpf_machine.h"
#include "disassemble.h"
#include "error.h"
#include "question.h"
#include "random_question.h"

namespace traceleft {
namespace {

using ask::Number;
using ask::Part;
using ask::Predicate;
using ask::Stage;

Number constant(std::int64_t number) { return {.is_signed = true, .constant = static_cast<std::uint64_t>(number)}; }

Number argument(std::uint32_t index, Value value = {Kind::Uint, 8}) {
    Number number{.op = Number::Op::Load, .is_signed = may_be_negative(value.kind)};
    number.part = {.in = Part::In::Argument, .argument = index, .value = value};
    return number;
}

Number operation(Number::Op op, bool is_signed, Number left, Number right) {
    return {.op = op, .is_signed = is_signed, .operands = {std::move(left), std::move(right)}};
}

Predicate comparison(Number left, Predicate::Comparison comparison, Number right) {
    Predicate predicate{.op = Predicate::Op::Compare, .comparison = comparison};
    predicate.left = std::move(left);
    predicate.right = std::move(right);
    return predicate;
}

// The number that the instructions make of two arguments; nullopt where there is none.
std::optional<std::uint64_t> measured(const Number& number, std::uint64_t a = 0, std::uint64_t b = 0) {
    BpfMachine machine;
    std::memcpy(machine.event.data() + sizeof(wire::event_header), &a, 8);
    std::memcpy(machine.event.data() + sizeof(wire::event_header) + 8, &b, 8);
    if (!machine.run(ask::compile({.holds = {}, .measures = true, .of = number}, Stage::Early))) return std::nullopt;
    return machine.room.numbers[0];
}

TEST(Compile, Arithmetic) {
    using Op = Number::Op;
    constexpr std::uint64_t lowest = std::uint64_t{1} << 63, ones = ~std::uint64_t{0};
    struct {
        Op op;
        bool is_signed;
        std::uint64_t left, right;
        std::optional<std::uint64_t> result;
    } rows[] = {
        {Op::Add, false, ones, 2, 1},
        {Op::Subtract, true, 1, 2, ones},
        {Op::Multiply, false, lowest, 2, 0},
        {Op::Divide, false, ones, 2, ones / 2},
        {Op::Divide, true, ones, 2, 0},
        {Op::Divide, true, -std::uint64_t{7}, 2, -std::uint64_t{3}},
        {Op::Divide, true, 7, -std::uint64_t{2}, -std::uint64_t{3}},
        {Op::Divide, true, -std::uint64_t{7}, -std::uint64_t{2}, 3},
        {Op::Divide, true, lowest, ones, lowest},
        {Op::Divide, false, 7, 0, std::nullopt},
        {Op::Divide, true, 7, 0, std::nullopt},
        {Op::Modulo, false, ones, 10, 5},
        {Op::Modulo, true, -std::uint64_t{7}, 3, ones},
        {Op::Modulo, true, 7, -std::uint64_t{3}, 1},
        {Op::Modulo, true, lowest, ones, 0},
        {Op::Modulo, true, 7, 0, std::nullopt},
        {Op::And, false, 6, 3, 2},
        {Op::Or, false, 6, 3, 7},
        {Op::Xor, false, 6, 3, 5},
        {Op::Left, false, 3, 63, lowest},
        {Op::Left, true, 3, 64, 0},
        {Op::Left, false, 3, ones, 0},
        {Op::Right, false, ones, 63, 1},
        {Op::Right, false, ones, 64, 0},
        {Op::Right, true, lowest, 63, ones},
        {Op::Right, true, lowest, 64, ones},
        {Op::Right, true, lowest, ones, ones},
        {Op::Right, true, 5, ones, 0},
    };
    for (const auto& row : rows) {
        Number left = argument(0), right = argument(1);
        left.is_signed = right.is_signed = row.is_signed;
        SCOPED_TRACE(testing::Message() << "operation " << int(row.op) << " of " << row.left << " and " << row.right);
        EXPECT_EQ(measured(operation(row.op, row.is_signed, left, right), row.left, row.right), row.result);
        Number known = constant(row.right);
        EXPECT_EQ(measured(operation(row.op, row.is_signed, left, known), row.left), row.result);
    }
}

TEST(Compile, ReadsAnArgumentAsItsKindHasIt) {
    struct {
        Value value;
        std::uint64_t bits, number;
    } rows[] = {
        {{Kind::Uint, 4}, 0xfffffff012345678, 0x12345678},
        {{Kind::Int, 4}, 0x123456780000000f, 15},
        {{Kind::Fd, 4}, 0x00000000ffffffff, ~std::uint64_t{0}},
        {{Kind::Int, 2}, 0x8000, 0xffffffffffff8000},
        {{Kind::Mode, 2}, 0x123456, 0x3456},
        {{Kind::Uid, 4}, 0xffffffff, ~std::uint64_t{0}},
        {{Kind::Uid, 4}, 0xfffffffe, 0xfffffffe},
        {{Kind::Uid, 2}, 0x1ffff, ~std::uint64_t{0}},
        {{Kind::Gid, 2}, 0x8000, 0x8000},
        {{Kind::Be16, 2}, 0x5000, 0x0050},
        {{Kind::Be32, 4}, 0x0100007f, 0x7f000001},
        {{Kind::Uint, 4, 4, 6}, 0xfff, 0x3f},
        {{Kind::Int, 4, 4, 6}, 0xfff, ~std::uint64_t{0}},
        {{Kind::Uint, 8, 8, 40}, 0xffeeddccbbaa9988, 0xeeddccbbaa99 & 0xffffffffff},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(facts_of(row.value.kind).name);
        EXPECT_EQ(measured(argument(0, row.value), row.bits), row.number);
        EXPECT_EQ(number_of(row.value, row.bits), row.number);
    }
}

TEST(Compile, NotesWhatAnEarlyEventNeeds) {
    Number ret{.op = Number::Op::Load, .is_signed = true};
    ret.part = {.offset = offsetof(wire::event_header, ret), .value = {Kind::Int, 8}};
    Part flags{.offset = offsetof(wire::event_header, flags), .size = 4, .value = {}};
    ret.requirements = {{flags, wire::EVENT_ENTRY | wire::EVENT_SECCOMP, ask::Requirement::Is::Equal, 0}};
    Predicate failed = comparison(ret, Predicate::Comparison::Less, constant(0));
    ask::Program program = ask::compile({failed}, Stage::Early);
    EXPECT_EQ(program.needs, wire::QUESTION_NEEDS_RET);
    EXPECT_EQ(program.memory, 0U);
    program = ask::compile({comparison(argument(2), Predicate::Comparison::Equal, argument(0))}, Stage::Early);
    EXPECT_EQ(program.needs, wire::QUESTION_NEEDS_ARGUMENT << 2 | wire::QUESTION_NEEDS_ARGUMENT << 0);
}

TEST(Compile, RefusesMoreThanTheKernelIsGiven) {
    Predicate many{.op = Predicate::Op::Or};
    for (int i = 0; i < 3000; i++)
        many.children.push_back(comparison(argument(i % 6), Predicate::Comparison::Equal, constant(i)));
    EXPECT_THROW(ask::compile({many}, Stage::Early), Error);
    many.children.resize(1000);
    EXPECT_LE(ask::compile({many}, Stage::Early).instructions.size(), 4000U);

    Number memory = argument(0);
    memory.part.in = Part::In::Memory;
    Predicate late = comparison(memory, Predicate::Comparison::Equal, constant(1));
    EXPECT_THROW(ask::compile({late}, Stage::Early), Error);
    EXPECT_EQ(ask::compile({late}, Stage::Late).memory, 1U);
    EXPECT_THROW(ask::compile({late}, Stage::Behind), Error);
}

// Of a call that overwrites the memory behind each of its arguments.
std::shared_ptr<EventSchema> schema_of_any() {
    auto schema = std::make_shared<EventSchema>();
    std::vector<Argument> arguments(6, argument_of("memory", Kind::Buffer));
    for (Argument& each : arguments) each.overwritten = true;
    schema->add({{"any", 0, "any", "any"}, {Kind::Int, 8}, arguments});
    return schema;
}

// The same trees and events each time.
TEST(Compile, AgreesWithOtherReadingsOfTheLanguage) {
    std::mt19937_64 random(17);
    auto schema = schema_of_any();
    std::size_t yes = 0, all = answers(20'000);
    BpfMachine machine(4096);
    for (std::size_t i = 0; i < all; i++) {
        Stage stage = i % 2 ? Stage::Late : Stage::Early;
        Predicate predicate = RandomQuestion(random, stage).predicate(3);
        RandomEvent event(random);
        event.put_into(machine);
        bool expected = Reading128(event).holds(predicate);
        EventView view = *EventView::decode(as_bytes(event.bytes), *schema);
        ASSERT_EQ(ask::holds(predicate, view), expected) << "tree " << i;
        ask::Program program = ask::compile({predicate}, stage);
        ASSERT_EQ(machine.run(program), expected) << "tree " << i << "\n" << ask::disassemble(program);
        yes += expected;
    }
    EXPECT_GT(yes, all / 10);
    EXPECT_LT(yes, all / 10 * 9);
}

// What a call's entry doesn't know yet is anything there.
TEST(Compile, WhatHoldsIsNotDeniedAtTheEntry) {
    std::mt19937_64 random(20);
    auto schema = schema_of_any();
    std::size_t held = 0, denied = 0;
    for (std::size_t i = 0; i < 20'000; i++) {
        Predicate predicate = RandomQuestion(random, Stage::Early).predicate(3);
        RandomEvent event(random);
        RandomEvent entered = event;
        RandomEvent other(random);
        entered.raw.header.ret = other.raw.header.ret;
        entered.raw.header.duration = other.raw.header.duration;
        entered.raw.header.flags = other.raw.header.flags;
        entered.bytes = entered.raw.bytes();
        bool holds = ask::holds(predicate, *EventView::decode(as_bytes(event.bytes), *schema));
        bool might = ask::holds(ask::at_entry(predicate), *EventView::decode(as_bytes(entered.bytes), *schema));
        ASSERT_TRUE(might || !holds) << "tree " << i;
        held += holds;
        denied += !might;
    }
    EXPECT_GT(held, 2000U);
    EXPECT_GT(denied, 2000U);
}

// The key as the test makes it.
std::string key_of(const std::vector<ask::KeyPart>& parts, const Reading128& reading) {
    std::string key(8, '\0');
    std::vector<ask::KeyPlace> places = ask::key_places(parts);
    for (std::size_t i = 0; i < parts.size(); i++) {
        std::optional<std::string> value;
        if (parts[i].is_text) {
            if (auto found = reading.text(parts[i].text)) value = found->bytes.substr(0, places[i].size);
        } else if (auto number = reading.number(parts[i].number)) {
            value = in_memory(*number);
        }
        EXPECT_EQ(places[i].offset, key.size());
        if (value) key[i / 8] |= 1 << i % 8;
        key += value.value_or("");
        key.resize(places[i].offset + places[i].size);
    }
    EXPECT_EQ(key.size(), ask::key_size(parts));
    return key;
}

TEST(Compile, MakesKeysAndNumbersToMeasure) {
    std::mt19937_64 random(18);
    BpfMachine machine(4096);
    std::memset(machine.key, 0xa5, sizeof(machine.key));
    for (std::size_t i = 0, all = answers(20'000); i < all; i++) {
        Stage stage = i % 2 ? Stage::Late : Stage::Early;
        RandomQuestion make(random, stage);
        ask::Inquiry inquiry;
        inquiry.measures = i % 3 == 0;
        inquiry.of = make.number(2);
        for (int left = i % 4; left; left--) inquiry.by.push_back(make.key());
        RandomEvent event(random);
        event.put_into(machine);
        Reading128 reading(event);
        std::optional<std::uint64_t> number = reading.number(inquiry.of);
        bool expected = !inquiry.measures || number;
        ASSERT_EQ(machine.run(ask::compile(inquiry, stage)), expected) << "tree " << i;
        if (!expected) continue;
        if (inquiry.measures) {
            ASSERT_EQ(machine.room.numbers[0], *number) << "tree " << i;
        }
        if (inquiry.by.empty()) continue;
        std::string key(reinterpret_cast<const char*>(machine.key), ask::key_size(inquiry.by));
        ASSERT_EQ(key, key_of(inquiry.by, reading)) << "tree " << i;
    }
}

}  // namespace
}  // namespace traceleft
