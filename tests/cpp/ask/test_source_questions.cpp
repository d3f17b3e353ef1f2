// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <optional>
#include <random>

#include "bpf_machine.h"
#include "disassemble.h"
#include "question.h"
#include "source_question.h"

namespace traceleft::ask {
namespace {

// The evaluator, the instructions and the test itself agree. The same questions and events each time.
TEST(SourceQuestions, AreAnsweredAsTheyWereMeant) {
    std::mt19937_64 random(23);
    BpfMachine machine(8192);
    std::size_t yes = 0, early = 0, all = answers(10'000);
    for (std::size_t i = 0; i < all; i++) {
        SourceEvent event(random);
        event.put_into(machine);
        AskedSource asked = AskingSource(event, random).question(3);
        std::optional<EventView> view = EventView::decode(as_bytes(event.bytes), event.schema);
        ASSERT_TRUE(view->schema());
        Predicate predicate = Question::parse(asked.text)->bind(view->schema(), event.schema, false);
        ASSERT_EQ(holds(predicate, *view), asked.holds) << i << ": " << asked.text;
        Program program = compile({predicate}, Stage::Late);
        ASSERT_EQ(machine.run(program), asked.holds) << i << ": " << asked.text << "\n" << disassemble(program);
        yes += asked.holds;
        if (stage_of(predicate) != Stage::Early) continue;
        program = compile_record({predicate}, event.meaning);
        ASSERT_TRUE(program.loads_record);
        ASSERT_EQ(machine.run(program), asked.holds) << i << ": " << asked.text << "\n" << disassemble(program);
        early++;
    }
    EXPECT_GT(early, all / 10);
    EXPECT_GT(yes, all / 10);
    EXPECT_LT(yes, all / 10 * 9);
}

// The kernel refuses what isn't a word at a multiple of its size, and has no field that it must look for.
TEST(SourceQuestions, SayWhereARecordCannotBeLoaded) {
    auto loads = [](RecordPlace place) {
        SyscallSchema source;
        source.arguments.push_back({"field", "int", {Kind::Int, 4}, std::nullopt});
        source.arguments.front().record = std::move(place);
        Predicate positive;
        positive.op = Predicate::Op::Compare;
        positive.comparison = Predicate::Comparison::Greater;
        positive.left.op = Number::Op::Load;
        positive.left.part.in = Part::In::Argument;
        return compile_record({positive}, source).loads_record;
    };
    EXPECT_TRUE(loads({8, 4}));
    EXPECT_TRUE(loads({17, 1}));
    EXPECT_FALSE(loads({10, 4}));
    EXPECT_FALSE(loads({8, 3}));
    EXPECT_FALSE(loads({8, 4, wire::SOURCE_DATA_LOC}));
    EXPECT_FALSE(loads({8, 8, wire::SOURCE_TCP_BYTES_ACKED}));
}

}  // namespace
}  // namespace traceleft::ask
