// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "disassemble.h"
#include "kernel_machine.h"
#include "question.h"
#include "random_question.h"
#include "source_question.h"

namespace traceleft {
namespace {

class CompileInKernel : public testing::Test {
protected:
    void SetUp() override {
        try {
            kernel_ = std::make_unique<KernelMachine>();
        } catch (const std::runtime_error& refused) {
            if (std::getenv("TRACELEFT_KERNEL_TESTS")) throw;
            GTEST_SKIP() << "the kernel allows no map, root may: " << refused.what();
        }
    }

    // The verifier takes the program, and its answer is the machine's.
    void compare(const ask::Inquiry& inquiry, ask::Stage stage, std::mt19937_64& random) {
        ask::Program program = ask::compile(inquiry, stage);
        try {
            kernel_->load(program, stage);
        } catch (const std::runtime_error& refused) {
            FAIL() << refused.what() << ask::disassemble(program);
        }
        for (int i = 0; i < 4; i++) {
            RandomEvent event(random);
            event.put_into(machine_);
            std::memcpy(kernel_->state->scratch, machine_.event.data(), machine_.event.size());
            std::memcpy(kernel_->state->memory, machine_.memory, sizeof(machine_.memory));
            std::memcpy(kernel_->state->key, machine_.key, sizeof(machine_.key));
            std::uint64_t expected = machine_.run(program);
            kernel_->run();
            ASSERT_EQ(kernel_->state->answers[0], expected) << ask::disassemble(program);
            ASSERT_EQ(std::memcmp(kernel_->state->key, machine_.key, sizeof(machine_.key)), 0)
                << ask::disassemble(program);
            if (inquiry.measures && expected) {
                ASSERT_EQ(kernel_->state->room.numbers[0], machine_.room.numbers[0]) << ask::disassemble(program);
            }
        }
    }

    std::unique_ptr<KernelMachine> kernel_;
    BpfMachine machine_{4096};
};

TEST_F(CompileInKernel, AnswersAsTheMachineDoes) {
    std::mt19937_64 random(19);
    for (std::size_t i = 0, all = answers(200); i < all && !HasFatalFailure(); i++) {
        ask::Stage stage = i % 2 ? ask::Stage::Late : ask::Stage::Early;
        RandomQuestion make(random, stage);
        ask::Inquiry inquiry;
        inquiry.holds = make.predicate(3);
        inquiry.measures = i % 3 == 0;
        if (inquiry.measures) inquiry.of = make.number(3);
        for (int left = i % 3; left; left--) inquiry.by.push_back(make.key());
        compare(inquiry, stage, random);
    }
}

TEST_F(CompileInKernel, AnswersAboutTracepointsAsTheyWereMeant) {
    std::mt19937_64 random(29);
    for (std::size_t left = answers(1000); left;) {
        SourceEvent event(random);
        event.put_into(machine_);
        std::memcpy(kernel_->state->scratch, machine_.event.data(), machine_.event.size());
        std::memcpy(kernel_->state->memory, machine_.memory, sizeof(machine_.memory));
        std::vector<AskedSource> asked;
        std::vector<ask::Program> programs;
        for (; left && programs.size() < KernelMachine::most_questions; left--) {
            asked.push_back(AskingSource(event, random).question(3));
            ask::Inquiry inquiry{ask::Question::parse(asked.back().text)->bind(&event.meaning, event.schema, false)};
            programs.push_back(ask::compile(inquiry, ask::Stage::Late));
        }
        kernel_->load(programs);
        kernel_->run();
        for (std::size_t i = 0; i < asked.size(); i++)
            ASSERT_EQ(kernel_->state->answers[i], asked[i].holds) << asked[i].text << "\n"
                                                                  << ask::disassemble(programs[i]);
    }
}

}  // namespace
}  // namespace traceleft
