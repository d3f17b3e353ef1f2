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
    std::size_t yes = 0, all = answers(10'000);
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
    }
    EXPECT_GT(yes, all / 10);
    EXPECT_LT(yes, all / 10 * 9);
}

}  // namespace
}  // namespace traceleft::ask
